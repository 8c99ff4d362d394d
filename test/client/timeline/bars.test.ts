import { describe, expect, it } from 'vitest';
import { barsAt, describeBar, lastChange } from '../../../client/timeline/bars.ts';
import { BASE, createBars, HOUR } from './bars.ts';

/** Statuses of some bars so many hours after they were answered, as the page works them out. */
function statusesAt(hour: number, list: Parameters<typeof createBars>[0]) {
  const bars = createBars(list);
  return barsAt(bars, lastChange(bars, BASE + hour * HOUR)).map(({ status }) => status);
}

describe('the status of a bar', () => {
  const LIST = [
    { from: 1, until: 2, status: 'scheduled' },
    { from: -1, until: 2, status: 'live', session: -1 },
    { from: null, until: null, status: 'always-open' },
    { from: 1, until: null, status: 'unclear' },
  ] as const;

  it.each([
    [0, ['scheduled', 'live', 'always-open', 'unclear']],
    [1, ['open', 'live', 'always-open', 'unclear']],
    [1.999, ['open', 'live', 'always-open', 'unclear']],
    [2, ['ended', 'overrunning', 'always-open', 'unclear']],
  ])('moves with the clock: after %d hours', (hour, statuses) => {
    expect(statusesAt(hour, LIST)).toEqual(statuses);
  });

  it('makes no session overrun after what is known of it', () => {
    const bars = createBars(LIST);
    const at = lastChange(bars, BASE + 2 * HOUR);
    const [window, session] = barsAt(bars, at, BASE + HOUR);
    expect([window?.status, session?.status]).toEqual(['ended', 'live']);
  });

  it('leaves the bars as they came while none of them changes', () => {
    const bars = createBars(LIST);
    expect(barsAt(bars, lastChange(bars, BASE))[0]).toBe(bars[0]);
    expect(lastChange(bars, BASE + 5)).toBe(lastChange(bars, BASE));
  });
});

describe('the words for a bar', () => {
  const say = (bar: Parameters<typeof createBars>[0][number]) =>
    createBars([bar]).map((one) => describeBar(one, 'UTC', BASE).replaceAll(',', ''))[0];

  it.each([
    [
      'both ends and the session',
      { from: -1, until: 1, status: 'live', session: -0.5 },
      'Mon 23 Nov 11:00 – Mon 23 Nov 13:00 in session for 30 min',
    ],
    [
      'a window without a beginning',
      { from: null, until: 1, status: 'open' },
      'always open – Mon 23 Nov 13:00',
    ],
    ['a window without an end', { from: 1, until: null, status: 'scheduled' }, 'Mon 23 Nov 13:00 – no end'],
    ['no dates', { from: null, until: null, status: 'always-open' }, 'No dates'],
    ['dates that cannot be read', { from: null, until: null, status: 'unclear' }, 'Dates cannot be read'],
  ] as const)('name %s', (_, bar, words) => {
    expect(say(bar)).toBe(words);
  });
});
