import { describe, expect, it } from 'vitest';
import type { ConferenceRow } from '#contract/conference.ts';
import { startBoard, type TestBoard } from '../../support/board.ts';
import { createQuestions } from '../../support/questions.ts';

/** A Monday noon and half a minute: nothing in the seeded space begins in that very second. */
const NOW = Date.parse('2026-11-23T12:00:30Z');
const HOUR = 3_600_000;

/** A board on which it is noon, and stays so. */
async function startAtNoon(conferences: number): Promise<TestBoard> {
  const board = await startBoard({ conferences, seed: 5, cacheSeconds: 60 });
  board.simulator.clock.freeze();
  board.simulator.clock.set(NOW);
  return board;
}

/** The rows of a question, as SignalWire sent them. */
async function rowsOf(board: TestBoard, query = ''): Promise<readonly ConferenceRow[]> {
  const { body } = await createQuestions(board.origin).whole(`&rows=250${query}`);
  if (body.kind !== 'page') throw new Error('news came where a page was asked for');
  expect(body.rows).toHaveLength(body.matching);
  return body.rows.map(({ row }) => row);
}

const idsOf = (rows: readonly ConferenceRow[]) => rows.map(({ id }) => id).sort();

/** What a person would count by hand: null is no date. */
function readDates({ join_from, join_until }: ConferenceRow) {
  const read = (value: unknown) => (typeof value === 'string' ? Date.parse(value) : null);
  return { opens: read(join_from), closes: read(join_until) };
}

function isRunning({ active_session }: ConferenceRow): boolean {
  return JSON.stringify(active_session ?? null).includes('"in-progress"');
}

describe('what is asked of a time', () => {
  it('opens within the hour as often by its start, by its status, and counted by hand', async () => {
    await using board = await startAtNoon(240);
    for (const minutes of [5, 20, 59]) {
      board.simulator.add({
        join_from: new Date(NOW + minutes * 60_000).toISOString(),
        join_until: new Date(NOW + 5 * HOUR).toISOString(),
        active_session: null,
      });
    }
    const all = await rowsOf(board);
    const byHand = all.filter((row) => {
      const { opens } = readDates(row);
      return opens !== null && opens >= NOW && opens < NOW + HOUR && !isRunning(row);
    });
    expect(byHand.length).toBeGreaterThan(3);
    const starts = await rowsOf(board, '&from=now&to=now%2B1h&match=starts');
    const soon = await rowsOf(board, '&status=soon');
    expect(idsOf(starts.filter((row) => !isRunning(row)))).toEqual(idsOf(byHand));
    expect(idsOf(soon)).toEqual(idsOf(byHand));
    const { body } = await createQuestions(board.origin).whole();
    expect(body.statuses.soon).toBe(byHand.length);
  });

  it('has every live, overrunning and nobody-there conference under “Now”, and nothing that has ended', async () => {
    await using board = await startAtNoon(240);
    const now = idsOf(await rowsOf(board, '&from=now&to=now'));
    const of = await Promise.all(
      ['live', 'overrunning', 'open'].map((word) => rowsOf(board, `&status=${word}`)),
    );
    expect(of.map(({ length }) => length > 0)).toEqual([true, true, true]);
    const standing = of.flatMap(idsOf);
    expect(standing.filter((id) => !now.includes(id))).toEqual([]);
    const ended = idsOf(await rowsOf(board, '&status=ended,scheduled'));
    expect(now.filter((id) => ended.includes(id))).toEqual([]);
  });

  it('is half open: what ends as a range begins does not lie in it, and what begins as it ends neither', async () => {
    await using board = await startAtNoon(0);
    const add = (from: string, until: string) =>
      board.simulator.add({
        join_from: `2026-11-23T${from}:00Z`,
        join_until: `2026-11-23T${until}:00Z`,
        active_session: null,
      });
    add('08:15', '09:00');
    const within = [add('08:15', '09:01'), add('09:00', '10:00'), add('11:59', '13:00')];
    add('12:00', '13:00');
    const range = '&from=2026-11-23T09:00&to=2026-11-23T12:00';
    expect(idsOf(await rowsOf(board, range))).toEqual(within.sort());
  });

  it('means the same in words as in steps', async () => {
    await using board = await startAtNoon(240);
    const words = await rowsOf(board, '&from=tomorrow%209:00&to=tomorrow+17:00');
    const steps = await rowsOf(board, '&from=now%2B1d/d%2B9h&to=now%2B1d/d%2B17h');
    const walls = await rowsOf(board, '&from=2026-11-24T09:00&to=2026-11-24T17:00');
    expect(walls.length).toBeGreaterThan(0);
    expect([idsOf(words), idsOf(steps)]).toEqual([idsOf(walls), idsOf(walls)]);
  });
});
