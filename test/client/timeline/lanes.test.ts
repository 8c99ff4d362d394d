import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRoom } from '../../../client/timeline/createRoom.ts';
import { endOf, readFacts } from '../../../client/timeline/facts.ts';
import { barAt, packLanes } from '../../../client/timeline/lanes.ts';
import { anyBars, BASE, createBars, HOUR } from './bars.ts';

const DAY = { start: BASE - 12 * HOUR, end: BASE + 12 * HOUR };
const NONE = Number.NEGATIVE_INFINITY;

describe('the lanes', () => {
  it('hold every bar that touches the span once, and none over another', () => {
    fc.assert(
      fc.property(anyBars, fc.integer({ min: 0, max: 2 * HOUR }), (list, gap) => {
        const facts = readFacts(createBars(list));
        const { rows, hidden } = packLanes(facts, DAY, BASE, gap);
        const touching = list
          .map((_, place) => place)
          .filter((place) => (facts.from[place] ?? 0) <= DAY.end && endOf(facts, place, BASE) >= DAY.start);
        expect(rows.flat().sort((a, b) => a - b)).toEqual(touching);
        expect(hidden).toBe(0);
        for (const row of rows) {
          for (const [order, place] of row.entries()) {
            const before = row[order - 1];
            if (before === undefined) continue;
            expect(facts.from[place]).toBeGreaterThanOrEqual(endOf(facts, before, BASE) + gap);
          }
        }
      }),
    );
  });

  it('stand in the order of urgency, with open ends below the rest of their group', () => {
    const facts = readFacts(
      createBars([
        { from: null, until: null, status: 'always-open' },
        { from: 1, until: 2, status: 'scheduled' },
        { from: -1, until: null, status: 'open' },
        { from: -1, until: 1, status: 'open' },
        { from: null, until: null, status: 'live' },
        { from: -3, until: -1, status: 'overrunning' },
        { from: -2, until: 1, status: 'live' },
      ]),
    );
    expect(packLanes(facts, DAY, BASE, 0).rows).toEqual([[5], [6], [4], [3], [2], [1], [0]]);
  });

  it('share a lane between what is over and what is to come', () => {
    const facts = readFacts(
      createBars([
        { from: -5, until: -4, status: 'ended' },
        { from: 1, until: 2, status: 'scheduled' },
      ]),
    );
    expect(packLanes(facts, DAY, BASE, 0).rows).toEqual([[0, 1]]);
  });

  it('say how many bars found no room', () => {
    const list = Array.from({ length: 300 }, () => ({ from: -1, until: 1, status: 'open' as const }));
    const { rows, hidden } = packLanes(readFacts(createBars(list)), DAY, BASE, 0);
    expect([rows.length, hidden]).toEqual([256, 44]);
  });

  it('find the bar under a point, an overrunning one up to now', () => {
    const facts = readFacts(createBars([{ from: -3, until: -2, status: 'overrunning' }]));
    const lanes = packLanes(facts, DAY, BASE, 0);
    const find = (hour: number) =>
      barAt(lanes, facts, { lane: 0, instant: BASE + hour * HOUR, slack: HOUR / 4, now: BASE });
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
