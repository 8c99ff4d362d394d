import type { Status } from '../roster/status.ts';

/** The conferences that the timeline draws, by their place in the results. Instants are ms since the epoch. */
export interface Bars {
  readonly size: number;
  id(place: number): string;
  title(place: number): string;
  /** when the window opens; null: it has always been open */
  from(place: number): number | null;
  /** when the window closes; null: it stays open */
  until(place: number): number | null;
  status(place: number): Status;
  /** since when the session runs; null when none does, or when it does not say */
  sessionStart(place: number): number | null;
}

/** A stretch of time, ms since the epoch; `end` is after `start`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
