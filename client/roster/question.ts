import type { Filters, Sort } from '../view/parameters.ts';
import type { Conference } from './conference.ts';
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

/**
 * What the roster answers. It stays as it was given, whatever is merged later: only the conferences themselves
 * move on. Positions count from 0 in the order asked for, over all matching conferences, not over a page.
 */
export interface Answer {
  /** how many conferences the roster held */
  readonly total: number;
  /** how many of them match */
  readonly matching: number;
  /**
   * known and met values, the values of the filter itself too, "" for no value last; a value that nothing is left of
   * counts 0
   */
  readonly facets: Readonly<Record<FacetName, readonly FacetCount[]>>;
  /** conferences without any date that match everything but the range, wanted or not */
  readonly undated: number;
  /** over all conferences, whatever the filters say */
  readonly statusCounts: Readonly<Record<Status, number>>;
  /** matching rows in their order, as numbers that mean something to this answer alone */
  readonly order: Int32Array;
  /** null beyond the end */
  idAt(position: number): string | null;
  /** the same object as long as its row is the same; null beyond the end */
  conferenceAt(position: number): Conference | null;
  /** the ids of a page: `from` included, `until` not; fewer at the end */
  idsBetween(from: number, until: number): string[];
  /** where an id stands; -1 when it does not match or is not there */
  positionOf(id: string): number;
  /** at the `now` of the question */
  statusAt(position: number): Status;
  /** ms; NaN for none */
  joinFromAt(position: number): number;
  /** ms; NaN for none */
  joinUntilAt(position: number): number;
  /** how many matching conferences came after a revision of the roster */
  addedSince(revision: number): number;
}
