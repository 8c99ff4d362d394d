import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, it } from 'vitest';
import { isProblem } from '#contract/range/problem.ts';
import { RangeField } from '../../../client/range/RangeField.tsx';
import type { RangeChange } from '../../../client/range/rangeChange.ts';
import { useRange } from '../../../client/range/useRange.ts';

/** 17:30 in Kolkata, a Monday. */
const NOON = Date.parse('2026-11-23T12:00:00Z');
const zone = 'Asia/Kolkata';

interface PageProps {
  start: { from?: string; to?: string };
  language: string;
  onChange: (change: RangeChange) => void;
}

/** The field as the page uses it. */
function Page({ start, language, onChange }: PageProps) {
  const [view, setView] = useState({ from: '', to: '', ...start });
  const range = useRange(view.from, view.to, { zone, now: NOON, grid: 10_000 });
  return (
    <>
      <RangeField
        from={view.from}
        to={view.to}
        setting={{ temporal: Temporal, zone, now: NOON, language }}
        fault={range !== null && isProblem(range) ? range : null}
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
function open(start: PageProps['start'] = {}, language = 'en-US') {
  const changes: RangeChange[] = [];
  render(<Page start={start} language={language} onChange={(change) => changes.push(change)} />);
  const group = within(screen.getByRole('group', { name: 'Date range' }));
  const from = group.getByLabelText('From');
  return {
    changes,
    from,
    to: group.getByLabelText('To'),
    /** what stands under From */
    under: () => document.getElementById(from.getAttribute('aria-describedby') ?? '')?.textContent,
    user: userEvent.setup(),
  };
}

describe('the date range', () => {
  it.each([
    ['now - 6h', 'now-6h', '6 hours ago'],
    ['2h ago', 'now-2h', '2 hours ago'],
    ['tomorrow 9:00', 'now+1d/d+9h', 'tomorrow 09:00'],
    ['monday', 'now+6d/w/d', 'Monday'],
    ['24 Nov', '2026-11-24', '24 Nov'],
    ['11/24/2026 9:00', '2026-11-24T09:00', '24 Nov 09:00'],
    ['24.12.2027', '2027-12-24', '24 Dec 2027'],
    ['2026-11-23T14:00:00Z', '2026-11-23T14:00:00Z', '23 Nov 19:30'],
  ])('takes “%s” into the address as “%s”, and shows it as “%s”', async (typed, address, shown) => {
    const { changes, from, user } = open();
    await user.type(from, `${typed}{Enter}`);
    expect(changes).toEqual([{ from: address, to: '' }]);
    expect(from).toHaveProperty('value', shown);
  });

  it('takes what was typed when the field is left', async () => {
    const { changes, to, user } = open();
    await user.type(to, '2026-11-24');
    await user.tab();
    expect(changes).toEqual([{ from: '', to: '2026-11-24' }]);
  });

  it('leaves the other end as the address has it, to the millisecond', async () => {
    const { changes, from, user } = open({ from: 'now-1h', to: '2026-11-24T10:00:00.250Z' });
    await user.clear(from);
    await user.type(from, 'now{Enter}');
    expect(changes).toEqual([{ from: 'now', to: '2026-11-24T10:00:00.250Z' }]);
  });

  it('says under the field what a text comes to while it is typed, and gives a hint before', async () => {
    const { from, under, user } = open();
    expect(under()).toBe('tomorrow 9:00, 2h ago, 24 Nov');
    await user.type(from, '25 Nov');
    expect(under()).toBe('Wed 25 Nov, 00:00');
    await user.type(from, ' 14:00');
    expect(under()).toBe('Wed 25 Nov, 14:00');
    await user.clear(from);
    await user.type(from, '12/11/2026');
    expect(under()).toBe('Fri 11 Dec, 00:00Read as month/day, as American English has it.');
  });

  it('reads dates in the language of the browser', async () => {
    const { changes, from, under, user } = open({}, 'de-DE');
    await user.type(from, '12/11/2026');
    expect(under()).toBe('Thu 12 Nov, 00:00Read as day/month, as German (Germany) has it.');
    await user.clear(from);
    await user.type(from, 'Mi., 2. Dez., 14:00{Enter}');
    expect(changes).toEqual([{ from: '2026-12-02T14:00', to: '' }]);
  });

  it.each([
    ['2026-02-31', 'There is no 31 February 2026.'],
    ['0000-01-01', 'There is no year 0.'],
    ['1764000000000', 'That looks like milliseconds. Unix time is in seconds here: 1764000000.'],
    ['soon', '“soon” cannot be read. Write tomorrow 9:00, 2h ago, 24 Nov or 2026-11-24 14:00.'],
    ['Mon 24 Nov 2026', '2026-11-24 is a Tuesday, not a Monday.'],
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
    expect(changes).toEqual([{ from: '2026-11-20', to: '2026-11-21' }]);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('drops what was typed on Escape, and when the range changes from outside', async () => {
    const { from, user } = open({ from: 'now-1h' });
    await user.type(from, 'x{Escape}');
    expect(from).toHaveProperty('value', '1 hour ago');
    await user.type(from, '!!{Enter}');
    await screen.findByRole('alert');
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(from).toHaveProperty('value', '');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('leaves the keys of an input method alone while it composes', async () => {
    const { changes, from, user } = open();
    await user.type(from, '今日');
    fireEvent.keyDown(from, { key: 'Escape', isComposing: true });
    fireEvent.keyDown(from, { key: 'Enter', isComposing: true });
    expect(from).toHaveProperty('value', '今日');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(changes).toEqual([]);
  });

  it('keeps the Escape that takes back what was typed from closing anything else, and no other', async () => {
    const { from, user } = open();
    await user.type(from, 'x');
    expect(fireEvent.keyDown(from, { key: 'Escape' })).toBe(false);
    expect(fireEvent.keyDown(from, { key: 'Escape' })).toBe(true);
  });

  it('explains a bad end that came with the address', async () => {
    const { from } = open({ from: '2026-02-31' });
    expect((await screen.findByRole('alert')).textContent).toBe('There is no 31 February 2026.');
    expect(from).toHaveProperty('value', '2026-02-31');
  });

  it('has the moment of a relative end under it', async () => {
    const { under } = open({ from: 'now-1h' });
    await waitFor(() => expect(under()).toBe('Mon 23 Nov, 16:30'));
  });

  it('opens both ends again in one press', async () => {
    const { changes, user } = open({ from: 'now', to: 'now/d' });
    await user.click(screen.getByRole('button', { name: 'Clear dates' }));
    expect(changes).toEqual([{ from: '', to: '' }]);
  });
});
