import { STATUSES, type Status } from '../roster/status.ts';
import type { Bars, Span } from './bars.ts';

/** Bars side by side in columns, read once: everything that is worked out for each of thousands. */
export interface Facts {
  readonly size: number;
  /** ms; -Infinity for a window that was always open */
  readonly from: Float64Array;
  /** ms; Infinity for a window that stays open */
  readonly until: Float64Array;
  /** ms; NaN while no session runs */
  readonly session: Float64Array;
  /** place in STATUSES */
  readonly status: Uint8Array;
  /** places of the bars, by the start of their windows */
  readonly byStart: Uint32Array;
}

/** Reads the columns of bars. */
export function readFacts(bars: Bars): Facts {
  const { size } = bars;
  const from = new Float64Array(size);
  const until = new Float64Array(size);
  const session = new Float64Array(size);
  const status = new Uint8Array(size);
  for (let place = 0; place < size; place++) {
    const opens = bars.from(place) ?? Number.NEGATIVE_INFINITY;
    from[place] = opens;
    // A window that closes before it opens is drawn as the moment of its opening.
    until[place] = Math.max(bars.until(place) ?? Number.POSITIVE_INFINITY, opens);
    session[place] = bars.sessionStart(place) ?? Number.NaN;
    status[place] = STATUSES.indexOf(bars.status(place));
  }
  return { size, from, until, session, status, byStart: sortByStart(from) };
}

/** Years from 1425 to 2514, in seconds from 1970. Beyond them the order no longer matters. */
const FAR = 2 ** 34;

/**
 * Places by their start, to the second. Start and place go into one number each, for numbers sort ten times
 * as fast as anything that must be compared by a function.
 */
function sortByStart(from: Float64Array): Uint32Array {
  const { length } = from;
  const keys = from.map((start, place) => {
    const seconds = Math.min(Math.max(Math.floor(start / 1_000), -FAR), FAR);
    return seconds * length + place;
  });
  return Uint32Array.from(keys.sort(), (key) => ((key % length) + length) % length);
}

/** The status of a bar. */
export function statusOf(facts: Facts, place: number): Status {
  return STATUSES[facts.status[place] ?? 0] ?? 'ended';
}

/** Whether people are in it. */
export function isRunning(status: Status): boolean {
  return status === 'live' || status === 'overrunning';
}

/** When a bar ends on the picture, ms: an overrunning session goes on past its window, to now. */
export function endOf(facts: Facts, place: number, now: number): number {
  const until = facts.until[place] ?? 0;
  return statusOf(facts, place) === 'overrunning' ? Math.max(until, now) : until;
}

/** Whether any of a bar lies within a span; `now` in ms. */
export function isWithin(facts: Facts, place: number, span: Span, now: number): boolean {
  return (facts.from[place] ?? 0) <= span.end && endOf(facts, place, now) >= span.start;
}
