import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOf, startOf } from '../../../client/timeline/bars.ts';
import { barAt, packLanes } from '../../../client/timeline/lanes.ts';
import { anyBars, BASE, createBars, HOUR } from './bars.ts';

describe('the lanes', () => {
  it('hold every bar once, and none over another', () => {
    fc.assert(
      fc.property(anyBars, fc.integer({ min: 0, max: 2 * HOUR }), (list, gap) => {
        const bars = createBars(list);
        const lanes = packLanes(bars, BASE, gap);
        expect(lanes.flat().sort((a, b) => a.key - b.key)).toEqual(bars);
        for (const lane of lanes) {
          for (const [order, bar] of lane.entries()) {
            const before = lane[order - 1];
            if (before === undefined) continue;
            expect(startOf(bar)).toBeGreaterThanOrEqual(endOf(before, BASE) + gap);
          }
        }
      }),
    );
  });

  it('stand in the order of urgency, each group in the order in which it comes', () => {
    const bars = createBars([
      { title: 'overrunning', from: -3, until: -1, status: 'overrunning' },
      { title: 'overrunning, for less', from: -4, until: -0.5, status: 'overrunning' },
      { title: 'live', from: -1, until: 1, status: 'live' },
      { title: 'no dates, live', from: null, until: null, status: 'live' },
      { title: 'just opened', from: -0.1, until: 1, status: 'open' },
      { title: 'left just now', from: -1, until: 1, status: 'open', left: -0.1 },
      { title: 'open since nobody knows when', from: null, until: 1, status: 'open' },
      { title: 'nobody there for an hour', from: -1, until: 1, status: 'open' },
      { title: 'no dates', from: null, until: null, status: 'always-open' },
      { title: 'scheduled', from: 1, until: 2, status: 'scheduled' },
      { title: 'unclear', from: 3, until: null, status: 'unclear' },
    ]);
    const lanes = packLanes(bars, BASE, 0);
    expect(lanes.map((lane) => lane.map(({ title }) => title))).toEqual([
      ['overrunning'],
      ['overrunning, for less'],
      ['nobody there for an hour'],
      ['live'],
      ['no dates, live'],
      ['just opened'],
      ['left just now'],
      ['open since nobody knows when'],
      ['scheduled'],
      ['unclear'],
      ['no dates'],
    ]);
  });

  it('share a lane between what is over and what is to come', () => {
    const bars = createBars([
      { from: -5, until: -4, status: 'ended' },
      { from: 1, until: 2, status: 'scheduled' },
    ]);
    expect(packLanes(bars, BASE, 0)).toEqual([bars]);
  });

  it('find the bar under a point, an overrunning one up to now', () => {
    const bars = createBars([{ from: -3, until: -2, status: 'overrunning' }]);
    const lanes = packLanes(bars, BASE, 0);
    const find = (hour: number) =>
      barAt(lanes, { lane: 0, instant: BASE + hour * HOUR, slack: HOUR / 4, now: BASE })?.id ?? null;
    expect([-3.5, -3.2, -1, 0.2, 1].map(find)).toEqual([null, 'bar-0', 'bar-0', 'bar-0', null]);
  });
});
