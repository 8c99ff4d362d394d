import { titleOf } from '#contract/rowFacts.ts';
import type { TimedMatches } from '../roster/question.ts';
import { STATUSES } from '../roster/status.ts';
import { type Bars, isRunning } from './bars.ts';

/** Conferences as bars. */
export function toBars({
  order,
  idAt,
  conferenceAt,
  joinFrom,
  joinUntil,
  started,
  statuses,
}: TimedMatches): Bars {
  const size = order.length;
  let dated = size;
  while (dated > 0 && Number.isNaN(joinFrom[order[dated - 1] ?? 0])) dated--;
  const undated = size - dated;
  /** where a bar stands among the matches: what has no start comes first here */
  const positionOf = (place: number) => (place < undated ? dated + place : place - undated);
  const rowOf = (place: number) => order[positionOf(place)] ?? 0;
  const or = (instant: number | undefined, otherwise: number) =>
    instant === undefined || Number.isNaN(instant) ? otherwise : instant;
  const statusOf = (row: number) => STATUSES[statuses[row] ?? 0] ?? 'ended';
  return {
    size,
    id: (place) => idAt(positionOf(place)) ?? '',
    title(place) {
      const conference = conferenceAt(positionOf(place));
      return conference === null ? '' : titleOf(conference);
    },
    from: (place) => or(joinFrom[rowOf(place)], Number.NEGATIVE_INFINITY),
    until: (place) => or(joinUntil[rowOf(place)], Number.POSITIVE_INFINITY),
    status: (place) => statusOf(rowOf(place)),
    session(place) {
      const row = rowOf(place);
      return isRunning(statusOf(row)) ? or(started[row], Number.NaN) : Number.NaN;
    },
  };
}
