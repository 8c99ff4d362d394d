import { STATUSES, type Status, toStatus } from './status.ts';
import type { Table } from './table.ts';

/** The status of every row at one instant. */
export interface Statuses {
  /** by position, the index in STATUSES */
  readonly indexes: Uint8Array;
  readonly counts: Readonly<Record<Status, number>>;
  /** the first instant (ms) after this one at which some status changes; null when none ever will */
  readonly nextChange: number | null;
  /** what holds at `now` holds until `nextChange` */
  holdsAt(now: number): boolean;
}

const INDEX: Readonly<Record<Status, number>> = {
  overrunning: STATUSES.indexOf('overrunning'),
  live: STATUSES.indexOf('live'),
  open: STATUSES.indexOf('open'),
  scheduled: STATUSES.indexOf('scheduled'),
  'always-open': STATUSES.indexOf('always-open'),
  ended: STATUSES.indexOf('ended'),
};

/** Derives the status of every row at `now` (ms). */
export function toStatuses({ walked, codes, numbers }: Table, now: number): Statuses {
  const capacity = walked.capacity();
  const live = codes.get('live').upTo(capacity);
  const joinFrom = numbers.get('join_from').upTo(capacity);
  const joinUntil = numbers.get('join_until').upTo(capacity);
  const indexes = new Uint8Array(capacity);
  const tally = new Int32Array(STATUSES.length);
  let nextChange = Number.POSITIVE_INFINITY;
  for (const row of walked.order()) {
    const from = joinFrom[row] ?? Number.NaN;
    const until = joinUntil[row] ?? Number.NaN;
    const facts = {
      live: live[row] === 1,
      joinFrom: Number.isNaN(from) ? null : from,
      joinUntil: Number.isNaN(until) ? null : until,
    };
    const index = INDEX[toStatus(facts, now)];
    indexes[row] = index;
    tally[index] = (tally[index] ?? 0) + 1;
    if (index === INDEX.scheduled && from < nextChange) nextChange = from;
    if (until >= now && until + 1 < nextChange) nextChange = until + 1;
  }
  return {
    indexes,
    counts: {
      overrunning: tally[INDEX.overrunning] ?? 0,
      live: tally[INDEX.live] ?? 0,
      open: tally[INDEX.open] ?? 0,
      scheduled: tally[INDEX.scheduled] ?? 0,
      'always-open': tally[INDEX['always-open']] ?? 0,
      ended: tally[INDEX.ended] ?? 0,
    },
    nextChange: Number.isFinite(nextChange) ? nextChange : null,
    holdsAt: (instant) => instant >= now && instant < nextChange,
  };
}
