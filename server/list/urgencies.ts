import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { LATE_AFTER, SOON_WITHIN, toUrgency } from '#contract/status.ts';
import { END, type Fact, START } from './facts.ts';

/** Keeps the place of every conference in the order of urgency true while time passes. */
export interface Urgencies {
  /** `rank` and `urgency_at` of a row that comes, from its other facts */
  of(facts: Readonly<Record<string, Fact>>): { rank: number; urgency_at: Fact };
  /** Ranks anew whatever the time since the last call has moved. Every question begins with it. */
  advance(): void;
  /** counts up when some rank changed by the clock alone */
  readonly turns: number;
  /** the time of the last `advance`, ms */
  readonly now: number;
  /** the first instant (ms) after now at which the clock alone may change some status or its urgency; null for never */
  nextChange(): number | null;
}

/** The list lives by whole seconds: statuses and ranges of one second rest on one time, and share their answers. */
const STEP = 1_000;

/** @param readNow the server's time, ms; it may be set back */
export function createUrgencies(database: DatabaseSync, readNow: () => number): Urgencies {
  const toStep = () => Math.floor(readNow() / STEP) * STEP;
  // Ranges of three indexes: what opens, what will open soon, what has been empty for long, what ends.
  const moved = database.prepare(
    `SELECT key, live, unclear, started, left_at, rank, ${START}, ${END} FROM facts
     WHERE (${START} > :a AND ${START} <= :b) OR (${START} > :lateA AND ${START} <= :lateB)
        OR (left_at > :lateA AND left_at <= :lateB)
        OR (${START} > :soonA AND ${START} <= :soonB) OR (${END} > :a AND ${END} <= :b)`,
  );
  const rank = database.prepare('UPDATE facts SET rank = ?, urgency_at = ? WHERE key = ?');
  const nextStart = database.prepare(`SELECT min(${START}) AS at FROM facts WHERE ${START} > ?`);
  const nextLeft = database.prepare('SELECT min(left_at) AS at FROM facts WHERE left_at > ?');
  const nextEnd = database.prepare(`SELECT min(${END}) AS at FROM facts WHERE ${END} > ?`);
  let now = toStep();
  let turns = 0;

  const of = (facts: Readonly<Record<string, unknown>>, at: number) => {
    const urgency = toUrgency(
      {
        live: facts.live === 1,
        unclear: facts.unclear === 1,
        joinFrom: toInstant(facts[START]),
        joinUntil: toInstant(facts[END]),
        started: toInstant(facts.started),
        left: toInstant(facts.left_at),
      },
      at,
    );
    return { rank: urgency.rank, urgency_at: urgency.at };
  };

  return {
    of: (facts) => of(facts, now),
    advance() {
      const before = now;
      now = toStep();
      if (now === before) return;
      const [a, b] = [Math.min(before, now), Math.max(before, now)];
      const rows = moved.all({
        a,
        b,
        lateA: a - LATE_AFTER,
        lateB: b - LATE_AFTER,
        soonA: a + SOON_WITHIN,
        soonB: b + SOON_WITHIN,
      });
      let changed = false;
      for (const row of rows) {
        const next = of(row, now);
        if (next.rank === row.rank) continue;
        rank.run(next.rank, next.urgency_at, Number(row.key));
        changed = true;
      }
      if (changed) turns++;
    },
    get turns() {
      return turns;
    },
    get now() {
      return now;
    },
    nextChange() {
      const after = (statement: StatementSync, from: number, later: number) =>
        (toInstant(statement.get(from)?.at) ?? Number.POSITIVE_INFINITY) + later;
      const at = Math.min(
        after(nextStart, now, 0),
        after(nextStart, now + SOON_WITHIN, -SOON_WITHIN),
        after(nextStart, now - LATE_AFTER, LATE_AFTER),
        after(nextLeft, now - LATE_AFTER, LATE_AFTER),
        after(nextEnd, now, 0),
      );
      return Number.isFinite(at) ? at : null;
    },
  };
}

function toInstant(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
