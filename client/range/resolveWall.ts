import type { TemporalApi } from '../lib/temporal.ts';
import { type RangeProblem, toProblem } from './problem.ts';

/** First (as From) or last (as To) moment of a date in a zone, ms. Some zones have skipped a whole day. */
export function resolveDate(
  temporal: TemporalApi,
  date: string,
  field: 'from' | 'to',
  zone: string,
): number | RangeProblem {
  const day = temporal.PlainDate.from(date);
  const first = day.toZonedDateTime(zone);
  if (!first.toPlainDate().equals(day)) return toProblem(`The clocks of ${zone} skipped ${date}.`);
  if (field === 'from') return first.epochMilliseconds;
  return first.add({ days: 1 }).startOfDay().epochMilliseconds - 1;
}

/**
 * The instant at which the clocks of a zone show this, ms. The night on which clocks go back shows it
 * twice and the one on which they go forward leaves it out: both are said, never guessed.
 */
export function resolveWall(temporal: TemporalApi, wall: string, zone: string): number | RangeProblem {
  const plain = temporal.PlainDateTime.from(wall);
  const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = plain.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return earlier.epochMilliseconds;
  const clock = wall.slice(11);
  if (!earlier.toPlainDateTime().equals(plain)) {
    return toProblem(`The clocks of ${zone} skip ${clock} that day.`);
  }
  return toProblem(
    `${clock} comes twice that day: write ${wall}${earlier.offset} or ${wall}${later.offset}.`,
  );
}
