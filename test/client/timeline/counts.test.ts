import { describe, expect, it } from 'vitest';
import { countAt, mostWithin, readIntervals, writeRunning } from '../../../client/timeline/counts.ts';
import { BASE, createAnswer, createBars, HOUR } from './bars.ts';

const SPAN = { start: BASE - 2 * HOUR, end: BASE + 4 * HOUR };

const COUNTS = {
  from: BASE,
  until: BASE + 4 * HOUR,
  open: [1, 5, 2, 0],
  running: [null, 1, 3, null],
};

describe('the count of open windows and running sessions', () => {
  it.each([
    ['at the beginning of a part', 1, { open: 5, running: 1 }],
    ['at the end of a part', 1.999, { open: 5, running: 1 }],
    ['before the span', -0.1, { open: 0, running: null }],
    ['after the span', 4, { open: 0, running: null }],
  ])('is that of the part %s', (_, hour, count) => {
    expect(countAt(COUNTS, BASE + hour * HOUR)).toEqual(count);
  });

  it.each([
    ['whole parts', 0, 2, { open: 5, running: 1 }],
    ['a piece of a part', 2.2, 2.3, { open: 2, running: 3 }],
    ['a stretch that begins before the span', -3, 1, { open: 1, running: null }],
    ['a stretch beyond the span', 5, 9, { open: 0, running: null }],
  ])('is at most that of the highest part in %s', (_, start, end, count) => {
    expect(mostWithin(COUNTS, { start: BASE + start * HOUR, end: BASE + end * HOUR })).toEqual(count);
  });

  it('says the same in words between the lines of the axis', () => {
    const bars = createBars([
      { from: -3, until: -1, status: 'ended' },
      { from: -1, until: 2, status: 'live', session: -0.5 },
      { from: 1, until: 3, status: 'scheduled' },
    ]);
    const tick = (hour: number) => ({ at: BASE + hour * HOUR, label: '', begins: null });
    const span = { start: BASE - 2 * HOUR, end: BASE + 2 * HOUR };
    const axis = { lead: '', ticks: [tick(-2), tick(-1), tick(0), tick(1)] };
    const intervals = readIntervals(createAnswer(bars, SPAN, 36, BASE + 1), span, axis);
    const said = intervals.map(({ start, end, open, running }) => [
      (start - BASE) / HOUR,
      open,
      writeRunning(running, { start, end }, BASE + 1),
    ]);
    expect(said).toEqual([
      [-2, 1, 'not known'],
      [-1, 1, 'at least 1'],
      [0, 1, '1'],
      [1, 2, 'not yet known'],
    ]);
  });
});
