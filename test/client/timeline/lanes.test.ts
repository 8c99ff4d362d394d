import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOf } from '../../../client/timeline/bars.ts';
import { createRoom } from '../../../client/timeline/createRoom.ts';
import { barAt, packLanes } from '../../../client/timeline/lanes.ts';
import { anyBars, BASE, createBars, HOUR } from './bars.ts';

const DAY = { start: BASE - 12 * HOUR, end: BASE + 12 * HOUR };
const NONE = Number.NEGATIVE_INFINITY;

describe('the lanes', () => {
  it('hold every bar that touches the span once, and none over another', () => {
    fc.assert(
      fc.property(anyBars, fc.integer({ min: 0, max: 2 * HOUR }), (list, gap) => {
        const bars = createBars(list);
        const { rows, hidden } = packLanes(bars, DAY, BASE, gap);
        const touching = list
          .map((_, place) => place)
          .filter((place) => bars.from(place) <= DAY.end && endOf(bars, place, BASE) >= DAY.start);
        expect(rows.flat().sort((a, b) => a - b)).toEqual(touching);
        expect(hidden).toBe(0);
        for (const row of rows) {
          for (const [order, place] of row.entries()) {
            const before = row[order - 1];
            if (before === undefined) continue;
            expect(bars.from(place)).toBeGreaterThanOrEqual(endOf(bars, before, BASE) + gap);
          }
        }
      }),
    );
  });

  it('stand in the order of urgency, with open ends below the rest of their group', () => {
    const bars = createBars([
      { title: 'no dates', from: null, until: null, status: 'always-open' },
      { title: 'no dates, live', from: null, until: null, status: 'live' },
      { title: 'overrunning', from: -3, until: -1, status: 'overrunning' },
      { title: 'live', from: -2, until: 1, status: 'live' },
      { title: 'no end', from: -1, until: null, status: 'open' },
      { title: 'open', from: -1, until: 1, status: 'open' },
      { title: 'scheduled', from: 1, until: 2, status: 'scheduled' },
    ]);
    const { rows } = packLanes(bars, DAY, BASE, 0);
    expect(rows.map((row) => row.map(bars.title))).toEqual([
      ['overrunning'],
      ['live'],
      ['no dates, live'],
      ['open'],
      ['no end'],
      ['scheduled'],
      ['no dates'],
    ]);
  });

  it('share a lane between what is over and what is to come', () => {
    const bars = createBars([
      { from: -5, until: -4, status: 'ended' },
      { from: 1, until: 2, status: 'scheduled' },
    ]);
    expect(packLanes(bars, DAY, BASE, 0).rows).toEqual([[0, 1]]);
  });

  it('say how many bars found no room', () => {
    const list = Array.from({ length: 300 }, () => ({ from: -1, until: 1, status: 'open' as const }));
    const { rows, hidden } = packLanes(createBars(list), DAY, BASE, 0);
    expect([rows.length, hidden]).toEqual([256, 44]);
  });

  it('find the bar under a point, an overrunning one up to now', () => {
    const bars = createBars([{ from: -3, until: -2, status: 'overrunning' }]);
    const lanes = packLanes(bars, DAY, BASE, 0);
    const find = (hour: number) =>
      barAt(lanes, bars, { lane: 0, instant: BASE + hour * HOUR, slack: HOUR / 4, now: BASE });
    expect([-3.5, -3.2, -1, 0.2, 1].map(find)).toEqual([null, 0, 0, 0, null]);
  });
});

describe('room in lanes', () => {
  it('is found in the first lane that is free, as by looking at each', () => {
    const moves = fc.array(fc.record({ at: fc.nat(20), stay: fc.nat(9) }), { maxLength: 40 });
    fc.assert(
      fc.property(moves, (list) => {
        const room = createRoom(8);
        const plain = new Array<number>(8).fill(NONE);
        for (const { at, stay } of list) {
          const lane = room.find(at);
          expect(lane).toBe(plain.findIndex((until) => until <= at));
          if (lane < 0) continue;
          room.take(lane, at + stay);
          plain[lane] = at + stay;
        }
      }),
    );
  });
});
