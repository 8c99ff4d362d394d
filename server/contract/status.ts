/** Every status, in the order in which they are written. See `toUrgency` for the order of urgency. */
export const STATUSES = [
  'overrunning',
  'live',
  'open',
  'scheduled',
  'unclear',
  'always-open',
  'ended',
] as const;

export type Status = (typeof STATUSES)[number];

/** What a status rests on: the two ends of the join window and the session. Instants in ms since the epoch. */
export interface StatusFacts {
  /** a session is running, by the rule of `isRunning` */
  readonly live: boolean;
  readonly joinFrom: number | null;
  readonly joinUntil: number | null;
  /** an end of the window is there that is no date: nothing may be claimed of it */
  readonly unclear: boolean;
}

/**
 * The status at an instant (ms). SignalWire sends none: it is derived, and moves with the clock alone. A window is
 * half open, as ranges are: `join_from` belongs to it, `join_until` no longer does.
 */
export function toStatus({ live, joinFrom, joinUntil, unclear }: StatusFacts, now: number): Status {
  const closed = joinUntil !== null && joinUntil <= now;
  if (live) return closed ? 'overrunning' : 'live';
  if (unclear) return 'unclear';
  if (closed) return 'ended';
  if (joinFrom !== null && joinFrom > now) return 'scheduled';
  return joinUntil === null ? 'always-open' : 'open';
}

/** Whether a word is a status. */
export function isStatus(word: string): word is Status {
  return STATUSES.some((status) => status === word);
}

/** How long nobody may be there before it is an alarm, ms: every meeting begins so, and some have a break. */
export const LATE_AFTER = 10 * 60_000;

/** What opens within this time is said to open soon, ms. */
export const SOON_WITHIN = 60 * 60_000;

/**
 * The statuses by urgency. Nobody there counts twice, for ten minutes or more and for less; so does what is scheduled,
 * within the hour and later.
 */
const RANKS = [
  'overrunning',
  'late',
  'live',
  'new',
  'soon',
  'later',
  'unclear',
  'always-open',
  'ended',
] as const;

/** What the list can be filtered by: the statuses, and `soon`, the part of `scheduled` that opens within the hour. */
export const STATUS_FILTERS = [...STATUSES, 'soon'] as const;

export type StatusFilter = (typeof STATUS_FILTERS)[number];

/** Whether a word is a status to filter by. */
export function isStatusFilter(word: string): word is StatusFilter {
  return STATUS_FILTERS.some((filter) => filter === word);
}

/** A number for each filter by status. */
export function countEach(count: (filter: StatusFilter) => number): Record<StatusFilter, number> {
  return {
    overrunning: count('overrunning'),
    live: count('live'),
    open: count('open'),
    scheduled: count('scheduled'),
    unclear: count('unclear'),
    'always-open': count('always-open'),
    ended: count('ended'),
    soon: count('soon'),
  };
}

/** Where a conference stands in the order of urgency at an instant. */
export interface Urgency {
  readonly status: Status;
  /** 0 is the most urgent */
  readonly rank: number;
  /** within a rank, the least comes first */
  readonly at: number;
}

const RANKS_OF: Readonly<Record<StatusFilter, readonly (typeof RANKS)[number][]>> = {
  overrunning: ['overrunning'],
  live: ['live'],
  open: ['late', 'new'],
  scheduled: ['soon', 'later'],
  soon: ['soon'],
  unclear: ['unclear'],
  'always-open': ['always-open'],
  ended: ['ended'],
};

/** The ranks that a filter wants, the most urgent first. */
export function ranksOf(filter: StatusFilter): readonly number[] {
  return RANKS_OF[filter].map((word) => RANKS.indexOf(word));
}

/** How many ranks there are. */
export const RANK_COUNT = RANKS.length;

/** The status that a rank stands for. */
export function statusOfRank(rank: number): Status {
  return STATUSES.find((status) => ranksOf(status).includes(rank)) ?? 'ended';
}

/** Times that nobody knows: a beginning before all others, and an end after them. */
export const EVER = Number.MIN_SAFE_INTEGER;
export const NEVER = Number.MAX_SAFE_INTEGER;

/** What the order of urgency rests on besides. Instants in ms since the epoch. */
export interface UrgencyFacts extends StatusFacts {
  /** since when the session runs; null when it does not say */
  readonly started: number | null;
  /** when all had left a session that was there since the window opened; null where there was none */
  readonly left: number | null;
}

/** Since when nobody is there while the window is open, ms: its opening, or when all had left; null when nobody knows. */
export function emptySince({ joinFrom, left }: Pick<UrgencyFacts, 'joinFrom' | 'left'>): number | null {
  return left ?? joinFrom;
}

/**
 * The order of urgency: overrunning and live by what has lasted longest, nobody there by what has been empty longest,
 * scheduled by what opens next, ended by what ended last. What is empty or runs since nobody knows when comes last of
 * its kind, and is no alarm.
 */
export function toUrgency(facts: UrgencyFacts, now: number): Urgency {
  const { joinFrom, joinUntil, started } = facts;
  const status = toStatus(facts, now);
  const stand = (word: (typeof RANKS)[number], at: number) => ({ status, rank: RANKS.indexOf(word), at });
  switch (status) {
    case 'overrunning':
      return stand(status, joinUntil ?? NEVER);
    case 'live':
      return stand(status, started ?? NEVER);
    case 'open': {
      const since = emptySince(facts) ?? NEVER;
      return stand(since <= now - LATE_AFTER ? 'late' : 'new', since);
    }
    case 'scheduled': {
      const opens = joinFrom ?? NEVER;
      return stand(opens <= now + SOON_WITHIN ? 'soon' : 'later', opens);
    }
    case 'ended':
      return stand(status, -(joinUntil ?? EVER));
    default:
      return stand(status, joinFrom ?? NEVER);
  }
}
