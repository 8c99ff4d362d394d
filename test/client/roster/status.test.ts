import { describe, expect, test } from 'vitest';
import { isLive } from '#contract/rowFacts.ts';
import { toStatusFacts } from '../../../client/roster/facts.ts';
import type { Answer } from '../../../client/roster/question.ts';
import { createRoster } from '../../../client/roster/roster.ts';
import { isStatus, STATUSES, type Status, toStatus } from '../../../client/roster/status.ts';
import { question } from '../../client/roster/question.ts';
import { makeRows, NOON } from '../../client/roster/rows.ts';

const FROM = NOON - 60_000;
const UNTIL = NOON + 60_000;
const at = (instant: number) => new Date(instant).toISOString();

/** In the order of the answer. */
function statusesOf(answer: Answer) {
  const { order, statuses, idAt } = answer.byStart();
  const byId = new Map(Array.from(order, (row, place) => [idAt(place), STATUSES[statuses[row] ?? -1]]));
  return answer.idsBetween(0, answer.matching).map((id) => byId.get(id));
}

describe('the status by the clock', () => {
  const window = { joinFrom: FROM, joinUntil: UNTIL };

  test.each<
    [string, { live: boolean; joinFrom: number | null; joinUntil: number | null }, [number, Status][]]
  >([
    [
      'an empty window is scheduled, open, ended',
      { live: false, ...window },
      [
        [FROM - 1, 'scheduled'],
        [FROM, 'open'],
        [UNTIL, 'open'],
        [UNTIL + 1, 'ended'],
      ],
    ],
    [
      'a session is live, early too, until it overruns',
      { live: true, ...window },
      [
        [FROM - 1, 'live'],
        [UNTIL, 'live'],
        [UNTIL + 1, 'overrunning'],
      ],
    ],
    [
      'without a start it is open at once',
      { live: false, joinFrom: null, joinUntil: UNTIL },
      [
        [0, 'open'],
        [UNTIL + 1, 'ended'],
      ],
    ],
    [
      'without an end it stays open',
      { live: false, joinFrom: FROM, joinUntil: null },
      [
        [FROM - 1, 'scheduled'],
        [1e15, 'open'],
      ],
    ],
    [
      'without dates it is always open',
      { live: false, joinFrom: null, joinUntil: null },
      [
        [0, 'always-open'],
        [1e15, 'always-open'],
      ],
    ],
    [
      'without dates a session is live for ever',
      { live: true, joinFrom: null, joinUntil: null },
      [[1e15, 'live']],
    ],
  ])('%s', (_, facts, steps) => {
    expect(steps.map(([now]) => [now, toStatus(facts, now)])).toEqual(steps);
  });

  test('words that are statuses are known from others', () => {
    expect(STATUSES.every(isStatus)).toBe(true);
    expect(isStatus('completed')).toBe(false);
  });
});

describe('the facts of a status', () => {
  test.each([
    [null, false],
    [{ status: 'in-progress', start_time: null, end_time: null }, true],
    [{ status: 'in-progress', start_time: null, end_time: at(NOON) }, false],
    [{ status: 'in-progress', start_time: at(NOON), end_time: at(NOON - 1) }, true],
    [{ status: 'in-progress', start_time: null, end_time: 'soon' }, true],
    [{ status: 'completed', start_time: null, end_time: null }, false],
    [{ status: null, start_time: null, end_time: null }, false],
  ])('a session %j is live: %j', (session, live) => {
    expect(isLive(session)).toBe(live);
  });

  test('dates that cannot be read count as none', () => {
    expect(toStatusFacts({ join_from: 'tomorrow', join_until: '2026-03-10', active_session: null })).toEqual({
      live: false,
      joinFrom: null,
      joinUntil: null,
    });
  });

  test('the roster and the row read alike say the same of every conference at every moment', () => {
    const roster = createRoster();
    const rows = [
      ...makeRows(500),
      { id: 'completed', active_session: { status: 'completed' } },
      { id: 'ended', active_session: { status: 'in-progress', end_time: at(NOON) } },
      { id: 'no-object', active_session: 'in-progress' },
      { id: 'bad-dates', join_from: 5, join_until: '' },
    ];
    roster.merge(rows);
    for (const now of [NOON - 7_200_000, NOON, NOON + 7_200_000]) {
      const answer = roster.ask(question({ now }));
      const expected = rows.map(({ id }) => {
        const conference = roster.conference(id);
        return conference && toStatus(toStatusFacts(conference), now);
      });
      expect(statusesOf(answer)).toEqual(expected);
    }
  });
});

describe('the next change of a status', () => {
  const roster = createRoster();
  roster.merge([
    { id: 'a', join_from: at(FROM), join_until: at(UNTIL) },
    { id: 'b', active_session: { status: 'in-progress' }, join_until: at(UNTIL + 5_000) },
    { id: 'c' },
  ]);

  test('is the first instant at which some status is another, one after the other, and then never', () => {
    const instants: number[] = [];
    for (let now: number | null = FROM - 10; now !== null; ) {
      now = roster.nextStatusChange(now);
      if (now !== null) instants.push(now);
    }
    expect(instants).toEqual([FROM, UNTIL + 1, UNTIL + 5_001]);
    const statuses = (now: number) => statusesOf(roster.ask(question({ now })));
    expect(instants.map((now) => statuses(now - 1))).toEqual([
      ['scheduled', 'live', 'always-open'],
      ['open', 'live', 'always-open'],
      ['ended', 'live', 'always-open'],
    ]);
    expect(instants.map(statuses)).toEqual([
      ['open', 'live', 'always-open'],
      ['ended', 'live', 'always-open'],
      ['ended', 'overrunning', 'always-open'],
    ]);
  });

  test('is none of a date that changes nothing', () => {
    const other = createRoster();
    other.merge([
      { id: 'live before its start', join_from: at(NOON), active_session: { status: 'in-progress' } },
      { id: 'ended before its start', join_from: at(NOON), join_until: at(NOON - 20) },
    ]);
    expect(other.nextStatusChange(NOON - 10)).toBeNull();
  });

  test('moves when a conference changes', () => {
    const other = createRoster();
    other.merge([{ id: 'a', join_from: at(FROM) }]);
    expect(other.nextStatusChange(FROM - 10)).toBe(FROM);
    other.merge([{ id: 'a', join_from: at(FROM - 5) }]);
    expect(other.nextStatusChange(FROM - 10)).toBe(FROM - 5);
    expect(other.nextStatusChange(FROM)).toBeNull();
  });
});
