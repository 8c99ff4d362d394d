import { expect, it } from 'vitest';
import { toUrgency } from '#contract/status.ts';

const NOW = Date.parse('2026-03-10T12:00:00Z');
const MINUTE = 60_000;

it('what waits since nobody knows when is no alarm, and stands below all whose waiting is known', () => {
  const waiting = (joinFrom: number | null, left: number | null = null) =>
    toUrgency({ live: false, unclear: false, joinFrom, joinUntil: NOW + MINUTE, started: null, left }, NOW);
  const live = toUrgency(
    { live: true, unclear: false, joinFrom: null, joinUntil: null, started: null, left: null },
    NOW,
  );
  const [long, short, unknown] = [waiting(NOW - 20 * MINUTE), waiting(NOW - MINUTE), waiting(null)];
  expect([long, short, unknown].map(({ status }) => status)).toEqual(['open', 'open', 'open']);
  expect(long.rank).toBeLessThan(live.rank);
  expect(unknown.rank).toBe(short.rank);
  expect(unknown.rank).toBeGreaterThan(live.rank);
  expect(unknown.at).toBeGreaterThan(short.at);
});

it('nobody is there since all have left, where somebody was: it is an alarm ten minutes later', () => {
  const open = { live: false, unclear: false, joinFrom: NOW - 30 * MINUTE, joinUntil: NOW + MINUTE };
  const place = (left: number) => toUrgency({ ...open, started: null, left }, NOW);
  const never = toUrgency({ ...open, started: null, left: null }, NOW);
  expect([place(NOW - MINUTE).at, place(NOW - 10 * MINUTE).at]).toEqual([NOW - MINUTE, NOW - 10 * MINUTE]);
  expect(place(NOW - 10 * MINUTE).rank).toBe(never.rank);
  expect(place(NOW - MINUTE).rank).toBeGreaterThan(never.rank);
});
