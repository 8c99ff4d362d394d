import type { Conference } from '#contract/readConference.ts';
import type { Filters, Sort } from '#contract/view/parameters.ts';
import type { Range } from './overlap.ts';
import type { Status } from './status.ts';

/** The columns whose values are offered with counts. */
export type FacetName = 'status' | 'quality' | 'layout' | 'size';

/** What the reader wants to see of the roster. `filters`, `theme` and `sort` are as the view has them. */
export interface Question {
  /** search text as typed */
  readonly q: string;
  readonly filters: Filters;
  /** IANA zone whose calendar days the filters of dates mean */
  readonly zone: string;
  /** `fails`: only conferences with a theme of their own that fails WCAG AA */
  readonly theme: 'any' | 'fails';
  /** of the Overlaps mode; null asks nothing of dates */
  readonly range: Range | null;
  /** null: the order of the walk */
  readonly sort: Sort | null;
  /** the server's time in ms, on which every status rests */
  readonly now: number;
}

/** A value of a facet, and how many conferences have it among those that all OTHER filters leave. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** Conferences in an order; positions count from 0. */
export interface Matches {
  /** null beyond the end */
  idAt(position: number): string | null;
  /** the same object as long as its row is the same; null beyond the end */
  conferenceAt(position: number): Conference | null;
}

/** Conferences by the start of their windows, those without one last. Instants by row, in ms; NaN for none. */
export interface TimedMatches extends Matches {
  /** their rows: numbers that lead into the columns below, and mean nothing to another answer */
  readonly order: Int32Array;
  /** by row: the index in STATUSES at the `now` of the question */
  readonly statuses: Uint8Array;
  readonly joinFrom: Float64Array;
  readonly joinUntil: Float64Array;
  /** since when a session is said to run, whether one does or not */
  readonly started: Float64Array;
}

/**
 * What the roster answers: all matching conferences, not those of a page, in the order asked for. It stays as it was
 * given, whatever is merged later: only the conferences themselves move on.
 */
export interface Answer extends Matches {
  /** how many conferences the roster held */
  readonly total: number;
  /** how many of them match */
  readonly matching: number;
  /**
   * known and met values, the values of the filter itself too, "" for no value last; a value that nothing is left of
   * counts 0. Counted when first asked for.
   */
  countsOf(name: FacetName): readonly FacetCount[];
  /** conferences without any date that match everything but the range, wanted or not; 0 when there is no range */
  readonly undated: number;
  /** over all conferences, whatever the filters say */
  readonly statusCounts: Readonly<Record<Status, number>>;
  /** the ids of a page: `from` included, `until` not; fewer at the end */
  idsBetween(from: number, until: number): string[];
  /** where an id stands; -1 when it does not match or is not there */
  positionOf(id: string): number;
  /** how many matching conferences came after a revision of the roster */
  addedSince(revision: number): number;
  /** the same conferences over time; worked out when first asked for, and one object for as long as the same match */
  byStart(): TimedMatches;
}
