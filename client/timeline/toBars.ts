import { titleOf } from '../roster/conference.ts';
import type { TimedMatches } from '../roster/question.ts';
import { type Bars, isRunning, statusOf } from './bars.ts';

/** Conferences as bars; names are read from their rows no sooner than they are drawn. */
export function toBars(matches: TimedMatches): Bars {
  const { joinFrom, joinUntil, started, statuses } = matches;
  let dated = matches.order.length;
  while (dated > 0 && Number.isNaN(joinFrom[matches.order[dated - 1] ?? 0])) dated--;
  // What has no start comes first here.
  const undated = matches.order.length - dated;
  const rows = new Int32Array(matches.order.length);
  rows.set(matches.order.subarray(dated));
  rows.set(matches.order.subarray(0, dated), undated);
  const conferenceAt = (place: number) =>
    matches.conferenceAt(place < undated ? dated + place : place - undated);

  const bars: Bars = {
    size: rows.length,
    from: new Float64Array(rows.length),
    until: new Float64Array(rows.length),
    session: new Float64Array(rows.length).fill(Number.NaN),
    status: new Uint8Array(rows.length),
    id: (place) => conferenceAt(place)?.id ?? '',
    title(place) {
      const conference = conferenceAt(place);
      return conference === null ? '' : titleOf(conference);
    },
  };
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] ?? 0;
    const until = joinUntil[row] ?? Number.NaN;
    bars.from[place] = place < undated ? Number.NEGATIVE_INFINITY : (joinFrom[row] ?? 0);
    bars.until[place] = Number.isNaN(until) ? Number.POSITIVE_INFINITY : until;
    bars.status[place] = statuses[row] ?? 0;
    if (isRunning(statusOf(bars, place))) bars.session[place] = started[row] ?? Number.NaN;
  }
  return bars;
}
