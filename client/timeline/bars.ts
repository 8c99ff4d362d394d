import { STATUSES, type Status } from '../roster/status.ts';

/**
 * The conferences that the timeline draws, in the order in which their windows open, those that were always open
 * first: side by side in columns by their place, for much is worked out for each of thousands. Instants are ms since
 * the epoch.
 */
export interface Bars {
  readonly size: number;
  /** when the window opens; -Infinity: it has always been open */
  readonly from: Float64Array;
  /** when the window closes, which may be before it opens; Infinity: it stays open */
  readonly until: Float64Array;
  /** since when the session runs; NaN when none does, or when it does not say */
  readonly session: Float64Array;
  /** index in STATUSES */
  readonly status: Uint8Array;
  id(place: number): string;
  title(place: number): string;
}

/** A stretch of time, ms since the epoch; `end` is after `start`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The status of a bar. */
export function statusOf(bars: Bars, place: number): Status {
  return STATUSES[bars.status[place] ?? 0] ?? 'ended';
}

/** Whether people are in it. */
export function isRunning(status: Status): boolean {
  return status === 'live' || status === 'overrunning';
}

/**
 * When a bar ends on the picture, ms: a window that closes before it opens is drawn as the moment of its opening, and
 * an overrunning session goes on past its window, to now.
 */
export function endOf(bars: Bars, place: number, now: number): number {
  const until = Math.max(bars.until[place] ?? 0, bars.from[place] ?? 0);
  return statusOf(bars, place) === 'overrunning' ? Math.max(until, now) : until;
}

/** Whether any of a bar lies within a span; `now` in ms. */
export function isWithin(bars: Bars, place: number, span: Span, now: number): boolean {
  return (bars.from[place] ?? 0) <= span.end && endOf(bars, place, now) >= span.start;
}
