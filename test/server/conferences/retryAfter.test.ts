import { expect, it } from 'vitest';
import { readRetryAfter } from '../../../server/conferences/retryAfter.ts';
import { createHandClock } from '../../support/clock.ts';

it.each([
  [undefined, 30],
  ['', 30],
  ['soon', 30],
  ['7', 7],
  ['0', 1],
  ['86400', 300],
  ['Thu, 01 Jan 2026 00:00:20 GMT', 20],
  ['Thu, 01 Jan 2026 09:00:00 GMT', 300],
  ['Wed, 31 Dec 2025 00:00:00 GMT', 1],
])('Retry-After %s means %d s', (header, seconds) => {
  expect(readRetryAfter(header, createHandClock())).toBe(seconds);
});
