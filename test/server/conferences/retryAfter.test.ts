import { expect, it } from 'vitest';
import { readRetryAfter } from '../../../server/conferences/retryAfter.ts';

const NOW = Date.UTC(2026, 0, 1);
const write = (header: string | undefined) => (header === undefined ? {} : { 'retry-after': header });

it.each([
  [undefined, 30],
  ['', 30],
  ['soon', 30],
  ['7', 7],
  ['0', 1],
  ['86400', 300],
  ['Thu, 01 Jan 2026 00:00:20 GMT', 20],
  ['Thursday, 01-Jan-26 00:00:20 GMT', 20],
  ['Thu Jan  1 00:00:20 2026', 20],
  ['Thu, 01 Jan 2026 09:00:00 GMT', 300],
  ['Wed, 31 Dec 2025 00:00:00 GMT', 1],
  // Date.parse finds days of 2001 in most of these.
  ['-1', 30],
  ['+7', 30],
  ['7, 9', 30],
  ['1.5', 30],
  ['1e3', 30],
  ['0x10', 30],
  ['7 s', 30],
  ['7; delta', 30],
  ['2026-01-01', 30],
  ['Jan 7', 30],
  ['99999999999999999999', 300],
])('Retry-After %s means %d s', (header, seconds) => {
  expect(readRetryAfter(write(header), NOW)).toBe(seconds);
});

it('a Retry-After that is a date is counted from the answer’s own Date: our clock may be hours off', () => {
  const headers = {
    'retry-after': 'Thu, 01 Jan 2026 00:00:20 GMT',
    date: 'Thu, 01 Jan 2026 00:00:00 GMT',
  };
  for (const hours of [-5, 5]) expect(readRetryAfter(headers, NOW + hours * 3_600_000)).toBe(20);
});
