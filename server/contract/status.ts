/** Every status, in the order in which they are written. See `rankOf` for the order of urgency. */
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
  /** a session that says `in-progress` and has no `end_time` */
  readonly live: boolean;
  readonly joinFrom: number | null;
  readonly joinUntil: number | null;
  /** an end of the window is there that is no date: nothing may be claimed of it */
  readonly unclear: boolean;
}

/**
 * The status at an instant (ms). SignalWire sends none: it is derived, and moves with the clock alone.
 * `join_until` itself still belongs to the window; `join_from` opens it.
 */
export function toStatus({ live, joinFrom, joinUntil, unclear }: StatusFacts, now: number): Status {
  const closed = joinUntil !== null && joinUntil < now;
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

/** How long nobody may be there before it is an alarm, ms: every meeting begins with nobody there. */
export const LATE_AFTER = 10 * 60_000;

/** The statuses by urgency; nobody there counts twice, for ten minutes or more and for less. */
const RANKS = [
  'overrunning',
  'late',
  'live',
  'open',
  'scheduled',
  'unclear',
  'always-open',
  'ended',
] as const;

/** Where a conference stands in the order of urgency at an instant. */
export interface Urgency {
  readonly status: Status;
  /** 0 is the most urgent */
  readonly rank: number;
  /** within a rank, the least comes first */
  readonly at: number;
}

/** The rank of each status; the first of two for nobody there. */
export function ranksOf(status: Status): readonly number[] {
  return RANKS.flatMap((rank, place) =>
    rank === status || (rank === 'late' && status === 'open') ? [place] : [],
  );
}

/** The status that a rank stands for. */
export function statusOfRank(rank: number): Status {
  const word = RANKS[rank];
  return word === undefined || word === 'late' ? 'open' : word;
}

/** Since before anybody knows, and no longer than nobody knows. */
const [EVER, NEVER] = [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];

/**
 * The order of urgency: overrunning and live by what has lasted longest, nobody there by who waits longest, scheduled
 * by what opens next, ended by what ended last.
 *
 * @param started since when the session runs, ms; null when it does not say
 */
export function toUrgency(facts: StatusFacts & { readonly started: number | null }, now: number): Urgency {
  const { joinFrom, joinUntil, started } = facts;
  const status = toStatus(facts, now);
  const stand = (word: (typeof RANKS)[number], at: number) => ({ status, rank: RANKS.indexOf(word), at });
  switch (status) {
    case 'overrunning':
      return stand(status, joinUntil ?? EVER);
    case 'live':
      return stand(status, started ?? NEVER);
    case 'open':
      return stand(joinFrom === null || joinFrom <= now - LATE_AFTER ? 'late' : 'open', joinFrom ?? EVER);
    case 'ended':
      return stand(status, -(joinUntil ?? EVER));
    default:
      return stand(status, joinFrom ?? NEVER);
  }
}
