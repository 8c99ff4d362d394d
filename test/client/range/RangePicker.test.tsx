import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, it, vi } from 'vitest';
import { RangePicker } from '../../../client/range/RangePicker.tsx';

const NOON = Date.parse('2026-11-23T12:00:00Z');

function open({ from = '', to = '', zone = 'America/New_York' } = {}) {
  const onChange = vi.fn();
  render(<RangePicker temporal={Temporal} from={from} to={to} zone={zone} now={NOON} onChange={onChange} />);
  return { onChange, user: userEvent.setup() };
}

/** Types a time into its segments, as people do: the hour's digits lead on to the minute. */
async function typeTime(user: ReturnType<typeof userEvent.setup>, label: string, time: string) {
  const [hour] = within(screen.getByRole('group', { name: label })).getAllByRole('spinbutton');
  if (hour === undefined) throw new Error(`No time field called ${label}`);
  await user.click(hour);
  await user.keyboard(time.replace(':', ''));
}

const day = (name: RegExp) => screen.getByRole('button', { name });

describe('the picker', () => {
  it('picks days as whole days of the zone, and asks nothing before they are applied', async () => {
    const { onChange, user } = open();
    await user.click(day(/\b3 November 2026/));
    await user.click(day(/\b5 November 2026/));
    expect(onChange).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Apply' }));
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ from: '2026-11-03', to: '2026-11-05' });
  });

  it('leaves an end that nobody touched as it was typed, so that it goes on moving', async () => {
    const { onChange, user } = open({ from: 'now-2h', to: '2026-11-25' });
    await typeTime(user, 'End time', '09:30');
    await user.click(screen.getByRole('button', { name: 'Apply' }));
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ from: 'now-2h', to: '2026-11-25T09:30:00-05:00' });
  });

  it('takes one press as that day alone, wherever the pointer goes from there', async () => {
    const { onChange, user } = open();
    await user.click(day(/\b10 November 2026/));
    for (const over of [11, 14, 18]) await user.hover(day(new RegExp(`\\b${over} November 2026`)));
    await user.click(screen.getByRole('button', { name: 'Apply' }));
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ from: '2026-11-10', to: '2026-11-10' });
  });

  it('picks no day by a press on what cannot be pressed', async () => {
    const { onChange, user } = open();
    const apply = screen.getByRole('button', { name: 'Apply' });
    await user.hover(day(/\b18 November 2026/));
    await user.click(apply);
    expect(apply).toHaveProperty('disabled', true);
    expect(onChange).not.toHaveBeenCalled();
  });

  it('calls the day of the chosen zone today', () => {
    vi.useFakeTimers({ now: Date.parse('2026-11-23T12:00:00Z'), toFake: ['Date'] });
    try {
      // It is 01:45 of the day after on Chatham.
      open({ zone: 'Pacific/Chatham' });
      expect(day(/^Today/).getAttribute('aria-label')).toMatch(/24 November 2026/);
    } finally {
      vi.useRealTimers();
    }
  });

  it('writes a time with the offset that the zone has at that moment', async () => {
    const { onChange, user } = open({ from: '2026-11-03', to: '2026-11-05' });
    await typeTime(user, 'Start time', '09:30');
    await user.click(screen.getByRole('button', { name: 'Apply' }));
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ from: '2026-11-03T09:30:00-05:00', to: '2026-11-05' });
  });

  it('asks which 01:30 is meant on the night when clocks go back', async () => {
    const { onChange, user } = open({ from: '2026-11-01', to: '2026-11-05' });
    await typeTime(user, 'Start time', '01:30');
    expect(screen.getByRole('radio', { name: 'First, UTC-04:00' })).toHaveProperty('checked', true);
    await user.click(screen.getByRole('radio', { name: 'Second, UTC-05:00' }));
    await user.click(screen.getByRole('button', { name: 'Apply' }));
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ from: '2026-11-01T01:30:00-05:00', to: '2026-11-05' });
  });

  it('shows the second 01:30 as the second', () => {
    open({ from: '2026-11-01T01:30:00-05:00', to: '2026-11-05' });
    expect(screen.getByRole('radio', { name: 'Second, UTC-05:00' })).toHaveProperty('checked', true);
  });

  it('says that the clocks skip a time, and cannot be applied with it', async () => {
    const { user } = open({ from: '2026-03-08', to: '2026-03-09' });
    await typeTime(user, 'Start time', '02:30');
    expect(screen.getByRole('alert').textContent).toBe('The clocks of America/New_York skip 02:30 that day.');
    expect(screen.getByRole('button', { name: 'Apply' })).toHaveProperty('disabled', true);
  });

  it('shows a relative range as the days and times that it comes to', () => {
    open({ from: 'now-1h', to: 'now/d' });
    expect(screen.getByText('23 Nov 2026')).toBeDefined();
    expect(screen.getByText('23 Nov 2026, to its end')).toBeDefined();
    expect(screen.getByText('Times in America/New_York')).toBeDefined();
  });
});
