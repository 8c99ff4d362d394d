import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { MatchField } from '../../../client/range/MatchField.tsx';
import { MatchNote } from '../../../client/range/MatchNote.tsx';

describe('how conferences are held against the range', () => {
  it('offers three ways as one choice', async () => {
    const onChange = vi.fn();
    render(<MatchField match="overlaps" onChange={onChange} />);
    const ways = within(screen.getByRole('radiogroup', { name: 'Match' }));
    expect(ways.getAllByRole('radio').map((way) => way.closest('label')?.textContent)).toEqual([
      'Any time in',
      'Wholly within',
      'Starts in',
    ]);
    expect(ways.getByRole('radio', { name: 'Any time in' })).toHaveProperty('checked', true);
    await userEvent.click(ways.getByRole('radio', { name: 'Starts in' }));
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ match: 'starts' });
  });

  it('counts those without any date, one press from having them', async () => {
    const onChange = vi.fn();
    const { rerender } = render(<MatchNote undated={false} undatedCount={1_234} onChange={onChange} />);
    expect(screen.getByText(/1,234 conferences have no dates at all/)).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Include' }));
    rerender(<MatchNote undated undatedCount={1_234} onChange={onChange} />);
    await userEvent.click(screen.getByRole('button', { name: 'Leave out' }));
    expect(onChange.mock.calls).toEqual([[{ undated: true }], [{ undated: false }]]);
  });
});
