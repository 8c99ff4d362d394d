import { expect, it } from 'vitest';
import { formatInstant } from '../../../client/lib/instant.ts';

it.each([
  ['UTC', 'UTC'],
  ['Europe/London', 'UTC'],
  ['Europe/Berlin', 'UTC+1'],
  ['Asia/Kolkata', 'UTC+5:30'],
])('a precise time in %s in winter ends with %s', (zone, words) => {
  expect(
    formatInstant(Date.UTC(2026, 10, 23), zone, 'precise')
      .split(' ')
      .at(-1),
  ).toBe(words);
});
