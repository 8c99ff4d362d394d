import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOf, isRunning } from '../../../client/timeline/bars.ts';
import { countColumns } from '../../../client/timeline/histogram.ts';
import { readIntervals } from '../../../client/timeline/intervals.ts';
import { anyBars, BASE, createBars, HOUR } from './bars.ts';

const DAY = { start: BASE - 12 * HOUR, end: BASE + 12 * HOUR };

describe('the count of open windows and running sessions', () => {
  it('is in every column what counting each bar by itself makes it', () => {
    fc.assert(
      fc.property(anyBars, fc.constantFrom(1, 2, 3, 4, 6, 8, 12, 24), (list, columns) => {
        const bars = createBars(list);
        const counted = countColumns(bars, DAY, columns, BASE);
        const width = (DAY.end - DAY.start) / columns;
        for (let column = 0; column < columns; column++) {
          const start = DAY.start + column * width;
          const touches = (from: number, until: number) => from < start + width && until >= start;
          const places = list.map((_, place) => place);
          const open = places.filter((place) =>
            touches(bars.from(place), endOf(bars, place, Number.NEGATIVE_INFINITY)),
          );
          const running = places.filter((place) => {
            const started = bars.session(place);
            const since = Number.isNaN(started) ? BASE : Math.min(started, BASE);
            return isRunning(bars.status(place)) && touches(since, BASE);
          });
          expect([counted.open[column], counted.running[column]]).toEqual([open.length, running.length]);
        }
        expect(counted.most).toBe(Math.max(...counted.open, ...counted.running));
      }),
    );
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
    const intervals = readIntervals(bars, span, axis, BASE + 1);
    expect(intervals.map(({ start, open, running }) => [(start - BASE) / HOUR, open, running])).toEqual([
      [-2, 1, 0],
      [-1, 2, 1],
      [0, 1, 1],
      [1, 2, 0],
    ]);
  });
});
