import type { Status } from '../roster/status.ts';

/**
 * The conferences that the timeline draws, in the order in which their windows open, those that were always open
 * first. Each value is read where it lies: to copy the columns of 100,000 would take longer than to draw them.
 * Instants are ms since the epoch.
 */
export interface Bars {
  readonly size: number;
  id(place: number): string;
  title(place: number): string;
  /** when the window opens; -Infinity: it has always been open */
  from(place: number): number;
  /** when the window closes, which may be before it opens; Infinity: it stays open */
  until(place: number): number;
  status(place: number): Status;
  /** since when the session runs; NaN when none does, or when it does not say */
  session(place: number): number;
}

/** A stretch of time, ms since the epoch; `end` is after `start`. */
export interface Span {
  readonly start: number;
  readonly end: number;
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
  const until = Math.max(bars.until(place), bars.from(place));
  return bars.status(place) === 'overrunning' ? Math.max(until, now) : until;
}

/** Whether any of a bar lies within a span; `now` in ms. */
export function isWithin(bars: Bars, place: number, span: Span, now: number): boolean {
  return bars.from(place) <= span.end && endOf(bars, place, now) >= span.start;
}
