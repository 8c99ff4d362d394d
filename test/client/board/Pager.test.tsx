import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Pager } from '../../../client/board/Pager.tsx';

function show(change: Partial<Parameters<typeof Pager>[0]> = {}) {
  const onPage = vi.fn();
  const onAsk = vi.fn();
  const props = { page: 5, rows: 50, matching: 1_000, partial: false, onPage, onAsk, ...change };
  render(<Pager {...props} />);
  return { onPage, onAsk, user: userEvent.setup() };
}

const numbers = () => screen.getAllByRole('listitem').map((item) => item.textContent);

describe('the pager', () => {
  it.each([
    [1, 1_000, ['1', '2', '…', '20']],
    [3, 1_000, ['1', '2', '3', '4', '…', '20']],
    [4, 1_000, ['1', '2', '3', '4', '5', '…', '20']],
    [10, 1_000, ['1', '…', '9', '10', '11', '…', '20']],
    [18, 1_000, ['1', '…', '17', '18', '19', '20']],
    [20, 1_000, ['1', '…', '19', '20']],
    [1, 40, ['1']],
  ])('on page %i of %i conferences offers %j', (page, matching, expected) => {
    show({ page, matching });
    expect(numbers()).toEqual(expected);
  });

  it('says which rows are on screen, and when their number is not final', () => {
    show({ page: 20, matching: 983, partial: true });
    expect(screen.getByText('951–983 of 983 loaded so far')).toBeDefined();
  });

  it('steps, and goes to the ends', async () => {
    const { onPage, onAsk, user } = show();
    for (const name of ['Next page', 'Previous page', 'First page', 'Last page', 'Page 6']) {
      await user.click(screen.getByRole('button', { name }));
    }
    expect(onPage.mock.calls.flat()).toEqual([6, 4, 1, 20, 6]);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Rows per page' }), '250 rows');
    expect(onAsk).toHaveBeenCalledWith({ rows: 250 });
  });

  it('brings a reader back who is on a page that no longer exists', async () => {
    const { onPage, user } = show({ page: 30 });
    await user.click(screen.getByRole('button', { name: 'Previous page' }));
    expect(onPage).toHaveBeenCalledWith(20);
  });
});
