import { expect, it } from 'vitest';
import { formatDuration } from '../../../client/lib/duration.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

it.each([
  [45_000, '45 s'],
  [12 * 60_000, '12 min'],
  [HOUR + 300_000, '1 h 05 min'],
  [3 * DAY + 4 * HOUR, '3 d 4 h'],
  [60 * DAY, '60 d'],
  [571 * DAY, '18 months'],
  [1_231 * DAY, '3 years'],
])('a span of %i ms is told as people would: %s', (span, words) => {
  expect(formatDuration(span)).toBe(words);
});
