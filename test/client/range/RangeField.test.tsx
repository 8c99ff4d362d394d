import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { RangeField } from '../../../client/range/RangeField.tsx';
import type { RangeChange } from '../../../client/range/rangeChange.ts';
import { useRange } from '../../../client/range/useRange.ts';

const NOON = Date.parse('2026-11-23T12:00:00Z');
const readClock = () => NOON;

interface PageProps {
  start: { from?: string; to?: string };
  onChange: (change: RangeChange) => void;
}

/** The field as the page uses it. */
function Page({ start, onChange }: PageProps) {
  const [view, setView] = useState({ from: '', to: '', ...start });
  const range = useRange(view.from, view.to, { zone: 'Asia/Kolkata', now: NOON, grid: 10_000 });
  return (
    <>
      <RangeField
        from={view.from}
        to={view.to}
        zone="Asia/Kolkata"
        range={range}
        readClock={readClock}
        onChange={(change) => {
          onChange(change);
          setView((now) => ({ ...now, ...change }));
        }}
      />
      <button type="button" onClick={() => setView({ from: '', to: '' })}>
        Back
      </button>
    </>
  );
}

/** Opens the field; `changes` is every change that it has asked for. */
function open(start: PageProps['start'] = {}) {
  const changes: RangeChange[] = [];
  render(<Page start={start} onChange={(change) => changes.push(change)} />);
  const group = within(screen.getByRole('group', { name: 'Date range' }));
  return {
    changes,
    from: group.getByLabelText('From'),
    to: group.getByLabelText('To'),
    user: userEvent.setup(),
  };
}

describe('the date range', () => {
  it('takes what is typed and entered, in its canonical form', async () => {
    const { changes, from, user } = open();
    await user.type(from, 'now - 6h{Enter}');
    await waitFor(() => expect(changes).toEqual([{ from: 'now-6h', to: '' }]));
    expect(from).toHaveProperty('value', 'now-6h');
  });

  it('takes what was typed when the field is left', async () => {
    const { changes, to, user } = open();
    await user.type(to, '2026-11-24');
    await user.tab();
    await waitFor(() => expect(changes).toEqual([{ from: '', to: '2026-11-24' }]));
  });

  it.each([
    ['2026-02-31', 'There is no 31 February 2026.'],
    ['0000-01-01', 'There is no year 0.'],
    ['1764000000000', 'That looks like milliseconds. Unix time is in seconds here: 1764000000.'],
    ['soon', 'Write a date (2026-11-23), a time (2026-11-23 14:00) or one from now (now-6h).'],
  ])('says at the field what is wrong with “%s”, and changes nothing', async (typed, words) => {
    const { changes, from, to, user } = open({ to: 'now' });
    await user.type(from, `${typed}{Enter}`);
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toBe(`${words} The list stays as it was.`);
    expect(from.getAttribute('aria-invalid')).toBe('true');
    expect(from.getAttribute('aria-describedby')).toBe(alert.id);
    expect(to.getAttribute('aria-invalid')).toBe('false');
    expect(changes).toEqual([]);
  });

  it('says From after To where one was typing, and takes both once they fit', async () => {
    const { changes, from, to, user } = open({ from: '2026-11-01', to: '2026-11-02' });
    await user.clear(from);
    await user.type(from, '2026-11-20{Enter}');
    expect((await screen.findByRole('alert')).textContent).toBe(
      'From is after To. The list stays as it was.',
    );
    expect(from.getAttribute('aria-invalid')).toBe('true');
    await user.clear(to);
    await user.type(to, '2026-11-21{Enter}');
    await waitFor(() => expect(changes).toEqual([{ from: '2026-11-20', to: '2026-11-21' }]));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('drops what was typed on Escape, and when the range changes from outside', async () => {
    const { from, user } = open({ from: 'now-1h' });
    await user.type(from, 'x{Escape}');
    expect(from).toHaveProperty('value', 'now-1h');
    await user.type(from, '!!{Enter}');
    await screen.findByRole('alert');
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(from).toHaveProperty('value', '');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('explains a bad end that came with the address', async () => {
    const { from } = open({ from: '2026-02-31' });
    expect((await screen.findByRole('alert')).textContent).toBe('There is no 31 February 2026.');
    expect(from).toHaveProperty('value', '2026-02-31');
  });

  it('has the absolute instant of a relative end at hand', async () => {
    const { from } = open({ from: 'now-1h' });
    await waitFor(() => expect(from.title).toMatch(/^Monday,? 23 November 2026 at 16:30:00 GMT\+5:30$/));
  });

  it('opens both ends again in one press', async () => {
    const { changes, user } = open({ from: 'now', to: 'now/d' });
    await user.click(screen.getByRole('button', { name: 'Clear dates' }));
    expect(changes).toEqual([{ from: '', to: '' }]);
  });
});
