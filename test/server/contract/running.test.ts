import { expect, it } from 'vitest';
import { isRunning, toSessionEnd } from '#contract/running.ts';

const START = Date.UTC(2026, 0, 1, 9);
const HOUR = 3_600_000;

it.each([
  ['none', START, null, null],
  ['after the start', START, START + HOUR, START + HOUR],
  ['at the start', START, START, START],
  ['before the start', START, START - 1, null],
  ['zero', null, 0, null],
  ['zero, as is the start', 0, 0, null],
  ['the year 1', null, Date.UTC(1, 0, 1) - 1_900 * 365 * 24 * HOUR, null],
  ['known, the start not', null, START, START],
])('an end of a session that is %s', (_what, start, end, expected) => {
  expect(toSessionEnd({ start, end })).toBe(expected);
});

it.each([
  ['in-progress', null, true],
  ['in-progress', START - HOUR, true],
  ['in-progress', START + HOUR, false],
  ['completed', null, false],
  ['paused', null, false],
  [null, null, false],
])('a session that says %s with an end at %s is running: %s', (status, end, running) => {
  expect(isRunning({ status, start: START, end })).toBe(running);
});
