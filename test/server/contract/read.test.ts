import { expect, it } from 'vitest';
import { readInstant } from '#contract/read.ts';

it.each([
  '2026-02-30T10:00:00Z',
  '2027-02-29T10:00:00Z',
  '2026-04-31T23:59:59.5+02:00',
  '2026-13-01T00:00:00Z',
])('a time on a day that no calendar has is no time: %s', (text) => {
  expect(readInstant(text)).toBeNull();
});

it.each([
  ['2028-02-29T10:00:00Z', Date.UTC(2028, 1, 29, 10)],
  ['2026-01-31T23:30:00-01:00', Date.UTC(2026, 1, 1, 0, 30)],
  ['2026-12-31T24:00:00Z', Date.UTC(2027, 0, 1)],
])('a time on the last day of a month is read: %s', (text, instant) => {
  expect(readInstant(text)).toBe(instant);
});
