import type { ConferenceRow } from './conference.ts';
import type { FailureCode } from './errors.ts';
import type { Status, StatusFilter } from './status.ts';

/*
 * What the server answers about the list that it keeps. All times are ms since the epoch by the server's clock. Rows
 * of a page are named by keys: small whole numbers that stay a conference's own for as long as the list lives.
 */

/** The header of every answer below, on a 304 too: a ListState as JSON. */
export const LIST_HEADER = 'Callboard-List';

/**
 * Why a walk is less sure of itself than it should be. The first ended nothing; after any other it cannot be
 * known whether the list had an end there. `limit`: the list is longer than the server keeps.
 */
export type WalkWarning = 'restarted' | 'repeated-link' | 'half-cursor' | 'nothing-new' | 'limit';

/** Where the list stands: what moves with every walk and with the clock, and so is part of no ETag. */
export interface ListState {
  /** names this list: keys and revisions of another mean nothing to it */
  epoch: string;
  /** counts up with every change of the list */
  rev: number;
  now: number;
  /** when the oldest page of the newest walk that saw all of the list was asked for; null before the first such walk */
  asOf: number | null;
  /** whether some walk has come to the end of the list; `warnings` say where the newest is not sure of it */
  whole: boolean;
  /** how many conferences the walk under way has seen; null while none is under way */
  loaded: number | null;
  /** why the newest walk failed, and since when walks do; null after one that did not */
  trouble: { code: FailureCode; since: number } | null;
  /** since when SignalWire has owed an answer; null while nothing is asked of it */
  waitingSince: number | null;
  /** when the next walk begins by itself while somebody looks; null while one is under way */
  nextAt: number | null;
  /** when one may begin at the wish of a reader; null while one is under way */
  askableAt: number | null;
  /** when the clock alone may next change the status or the urgency of some conference; null for never */
  nextChange: number | null;
  /** of the newest walk that came to an end */
  warnings: readonly WalkWarning[];
  /** rows that had no usable id and were left out by the newest walk */
  dropped: number;
}

/** A conference as it was sent, and its key. */
export interface KeyedRow {
  key: number;
  row: ConferenceRow;
}

/** How many match, in all and by status. */
export interface ListCounts {
  /** all conferences of the list */
  total: number;
  /** those that the whole question leaves */
  matching: number;
  /** without any date, passing all but the range, wanted or not; 0 when there is no range */
  undated: number;
  /** by status, of what the question without its status filter leaves; `soon` is a part of `scheduled` */
  statuses: Readonly<Record<StatusFilter, number>>;
  /**
   * Of the most urgent of each: since when it overruns, since when nobody is there, since when it is live, and when it
   * opens; null for none, or where nobody knows.
   */
  first: Readonly<Record<'overrunning' | 'open' | 'live' | 'scheduled', number | null>>;
}

/** `GET …/search?question`: one page. */
export interface PageAnswer extends ListCounts {
  kind: 'page';
  rows: readonly KeyedRow[];
  /** what the range of the question came to; null for an open end. `match` decides whether the ends belong to it */
  range: { from: number | null; until: number | null };
}

/** `GET …/search?question&hold=keys&rev=n&epoch=e`: what is new to somebody who shows those rows, in that order. */
export interface NewsAnswer extends ListCounts {
  kind: 'news';
  /** held rows that changed since */
  changed: readonly KeyedRow[];
  /** held keys that are no longer in the list */
  gone: readonly number[];
  /**
   * How many that match came into the list since, and how many that matched went from it. What a change took into the
   * filter or out of it is not counted: `differs` says that of the page.
   */
  added: number;
  went: number;
  /** whether the page, asked for now, would have other rows or another order */
  differs: boolean;
}

/** `GET …/search`: news of another epoch, or of a time that is no longer remembered, is a page. */
export type SearchAnswer = PageAnswer | NewsAnswer;

/** `GET …/:id/place?question`: where a conference stands in the order of a question, and between which others. */
export interface PlaceAnswer {
  /** how many stand before it; null when the question leaves it out */
  place: number | null;
  /** ids; null where none stands */
  previous: string | null;
  next: string | null;
}

/** `GET …/facets/:column?question`: values among what all OTHER filters leave, "" for none. */
export interface FacetAnswer {
  /** in the order of the column, "" last; the values of the filter itself too, also when they count 0 */
  values: readonly { value: string; count: number }[];
}

/** The columns whose values are offered with counts. */
export const FACET_COLUMNS = ['status', 'quality', 'layout', 'size'] as const;

export type FacetColumn = (typeof FACET_COLUMNS)[number];

/** A conference as the timeline draws it. */
export interface TimelineBar {
  key: number;
  id: string;
  title: string;
  status: Status;
  /** null: it has always been open */
  from: number | null;
  /** null: it stays open */
  until: number | null;
  /** since when the session runs; null when none does, or when it does not say */
  started: number | null;
  /** when all had left a session that was there since the window opened; null where there was none */
  left: number | null;
}

/**
 * `GET …/timeline?question&span_from=ms&span_to=ms&buckets=n&margin=n&bars=0|1`: what the question leaves, over a span
 * of time in `n` equal parts, and so many more parts of the same length on either side.
 */
export interface TimelineAnswer {
  /** the whole of it, margins included */
  from: number;
  until: number;
  /** windows open at some moment of each part */
  open: readonly number[];
  /**
   * Of the sessions that run now, how many had begun in each part. Null where nobody knows who met: later than now,
   * and where none of these had begun.
   */
  running: readonly (number | null)[];
  /** the span without its margins, and how many the list has of it as a range, with any time in it */
  seen: { from: number; until: number; count: number };
  /** what touches that span, most urgent first: at most 500; null when they were not wanted */
  bars: readonly TimelineBar[] | null;
  /** how many more touch it */
  more: number;
}
