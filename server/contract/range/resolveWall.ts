import { type RangeProblem, toProblem } from './problem.ts';
import type { TemporalApi } from './temporal.ts';

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

/** One of the moments at which the clocks of a zone show the same. */
export interface WallMoment {
  /** ms since the epoch */
  readonly instant: number;
  /** RFC 3339 with the zone's offset at that moment */
  readonly text: string;
}

/**
 * When the clocks of a zone show this, in order: once as a rule, twice on the night on which they go back,
 * never in the hour that they skip.
 */
export function readWall(temporal: TemporalApi, wall: string, zone: string): readonly WallMoment[] {
  const plain = temporal.PlainDateTime.from(wall);
  const moments = (['earlier', 'later'] as const)
    .map((disambiguation) => plain.toZonedDateTime(zone, { disambiguation }))
    .filter((moment) => moment.toPlainDateTime().equals(plain))
    .map((moment) => ({
      instant: moment.epochMilliseconds,
      text: moment.toString({ timeZoneName: 'never', smallestUnit: 'second' }),
    }));
  return moments.filter(({ instant }, place) => place === 0 || instant !== moments[0]?.instant);
}

/** The instant at which the clocks of a zone show this, ms: what comes twice or never is said, not guessed. */
export function resolveWall(temporal: TemporalApi, wall: string, zone: string): number | RangeProblem {
  const clock = wall.slice(11);
  const [once, again] = readWall(temporal, wall, zone);
  if (once === undefined) return toProblem(`The clocks of ${zone} skip ${clock} that day.`);
  if (again === undefined) return once.instant;
  return toProblem(`${clock} comes twice that day: write ${once.text} or ${again.text}.`);
}
