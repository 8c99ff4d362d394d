/** What a walk brought, as ids. */
export interface Changes {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** only a walk that saw everything knows what is gone; of any other this is empty */
  readonly gone: readonly string[];
}

/** Counts of what came and went after some revision. */
export interface ChangeCounts {
  readonly added: number;
  readonly gone: number;
}

/** Remembers how many conferences went, by the revisions in which they came and went. */
export interface GoneLog {
  note(addedIn: number, goneIn: number): void;
  /** how many that were there at `revision` have gone after it */
  countSince(revision: number): number;
}

/** What came and went between two looks leaves nothing to say: a row both added and gone after one counts in neither. */
export function createGoneLog(): GoneLog {
  const log = new Map<string, { addedIn: number; goneIn: number; count: number }>();
  return {
    note(addedIn, goneIn) {
      const key = `${addedIn} ${goneIn}`;
      const entry = log.get(key) ?? { addedIn, goneIn, count: 0 };
      entry.count++;
      log.set(key, entry);
    },
    countSince(revision) {
      let count = 0;
      for (const entry of log.values()) {
        if (entry.goneIn > revision && entry.addedIn <= revision) count += entry.count;
      }
      return count;
    },
  };
}
