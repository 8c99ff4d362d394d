import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { DateFilter } from '../../../client/range/DateFilter.tsx';

const NOON = Date.parse('2026-11-23T12:00:00Z');

/** Renders the filter, and opens it: jsdom knows no popover, which only ever tells that it was toggled. */
async function open(change: Partial<ComponentProps<typeof DateFilter>> = {}) {
  const onChange = vi.fn();
  render(
    <DateFilter
      from=""
      to=""
      match="overlaps"
      undated={false}
      undatedCount={3}
      zone="UTC"
      range={null}
      readClock={() => NOON}
      onChange={onChange}
      {...change}
    />,
  );
  const [button] = screen.getAllByRole('button', { name: /choose dates/ });
  const panel = document.querySelector('[popover]');
  if (button === undefined || panel === null) throw new Error('No button, or nothing behind it.');
  HTMLElement.prototype.hidePopover ??= () => {};
  panel.dispatchEvent(Object.assign(new Event('toggle'), { newState: 'open' }));
  await screen.findByRole('group', { name: 'Date range', hidden: true });
  return { onChange, button, user: userEvent.setup() };
}

describe('the date filter', () => {
  it.each([
    [{}, 'Any time'],
    [{ from: 'now', to: 'now+1h' }, 'Next hour'],
    [{ from: 'now', to: 'now+1h', match: 'starts' }, 'Starts in Next hour'],
    [{ from: 'now+1d/d+9h' }, 'From tomorrow 09:00'],
  ] as const)('of %j says “%s” on its button', async (change, words) => {
    const { button } = await open(change);
    expect(button.textContent).toBe(`${words} choose dates`);
  });

  it('offers the ranges of a shift, none of which changes the way of matching', async () => {
    const { onChange, user } = await open({ from: 'now/d', to: 'now/d', match: 'starts' });
    const presets = within(screen.getByRole('list', { name: 'Presets', hidden: true }));
    expect(presets.getAllByRole('button', { hidden: true }).map(({ textContent }) => textContent)).toEqual([
      'Now',
      'Next hour',
      'Next 4 hours',
      'Rest of today',
      'Today',
      'Tomorrow',
      'Yesterday',
      'This week',
      'Last week',
      'Next week',
      'Around now ±12 h',
      'Last 24 hours',
      'Last 7 days',
      'Last 30 days',
    ]);
    const today = presets.getByRole('button', { name: 'Today', hidden: true });
    expect(today.getAttribute('aria-pressed')).toBe('true');
    await user.click(presets.getByRole('button', { name: 'Now', hidden: true }));
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ from: 'now', to: 'now' });
  });

  it('says beside the button why an end of the address cannot be used', async () => {
    await open({ from: '2026-02-31', range: { field: 'from', problem: 'There is no 31 February 2026.' } });
    expect(screen.getAllByText('There is no 31 February 2026.').length).toBeGreaterThan(0);
  });
});
