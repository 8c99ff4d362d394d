import type { Roster } from './roster.ts';
import { isWhole, type WalkState } from './walk.ts';

/**
 * The roster as it is published: a new small object for every change, around one and the same roster, so that
 * whoever renders by identity notices, and nobody compares 100,000 rows.
 */
export interface Snapshot {
  readonly roster: Roster;
  readonly revision: number;
  /** how many conferences are there */
  readonly size: number;
  readonly walk: WalkState;
  /** whether every total, order and search is over the whole list */
  readonly whole: boolean;
}

/** @param wasWhole whether an earlier walk has seen everything, and this one only refreshes it */
export function takeSnapshot(roster: Roster, walk: WalkState, wasWhole = false): Snapshot {
  return { roster, revision: roster.revision, size: roster.size, walk, whole: wasWhole || isWhole(walk) };
}
