/** Every status, in the order of urgency in which the board sorts and counts them. */
export const STATUSES = ['overrunning', 'live', 'open', 'scheduled', 'always-open', 'ended'] as const;

export type Status = (typeof STATUSES)[number];

/** What a status rests on: two ends of the join window and the session, instants in ms since the epoch. */
export interface StatusFacts {
  /** a session that says `in-progress` and has no end */
  live: boolean;
  joinFrom: number | null;
  joinUntil: number | null;
}

/**
 * The status at an instant (ms). SignalWire sends none: it is derived, and moves with the clock alone.
 * `join_until` itself still belongs to the window; `join_from` opens it.
 */
export function toStatus({ live, joinFrom, joinUntil }: StatusFacts, now: number): Status {
  const closed = joinUntil !== null && joinUntil < now;
  if (live) return closed ? 'overrunning' : 'live';
  if (closed) return 'ended';
  if (joinFrom !== null && joinFrom > now) return 'scheduled';
  return joinFrom === null && joinUntil === null ? 'always-open' : 'open';
}

/** Whether a word is a status. */
export function isStatus(word: string): word is Status {
  return STATUSES.some((status) => status === word);
}
