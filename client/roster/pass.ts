import type { ConferenceRow } from '#contract/conference.ts';
import type { Changes } from './changes.ts';

/** What one page of rows brought. */
export interface Merged {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** how many of its conferences this walk had not seen before */
  readonly fresh: number;
}

/** One walk over the list, from its first page to its last. A new pass makes the one before it void. */
export interface Pass {
  merge(rows: readonly ConferenceRow[]): Merged;
  /** the walk begins again at the first page: what was seen does not count, what was merged stays */
  restart(): void;
  /** what the walk brought so far */
  changes(): Changes;
  /** the walk has seen everything: conferences that it did not see are gone, and its order is the order */
  complete(): Changes;
}

interface Hands {
  /** whether no other pass began since */
  isCurrent(): boolean;
  /** `see` is told where each row stands, and answers whether that is news */
  merge(rows: readonly ConferenceRow[], see: (position: number) => boolean): Merged;
  /** makes the order that a walk saw the order; answers the ids that it did not see */
  settle(seen: readonly number[]): string[];
}

/** Notes what a walk sees, and hands its rows on. */
export function createPass({ isCurrent, merge, settle }: Hands): Pass {
  const added = new Set<string>();
  const changed = new Set<string>();
  let isSeen: boolean[] = [];
  let seen: number[] = [];
  const see = (position: number) => {
    if (isSeen[position]) return false;
    isSeen[position] = true;
    seen.push(position);
    return true;
  };
  const changes = (missing: readonly string[]): Changes => ({
    added: [...added],
    changed: [...changed].filter((id) => !added.has(id)),
    gone: missing,
  });
  return {
    merge(rows) {
      if (!isCurrent()) return { added: [], changed: [], fresh: 0 };
      const merged = merge(rows, see);
      for (const id of merged.added) added.add(id);
      for (const id of merged.changed) changed.add(id);
      return merged;
    },
    restart() {
      isSeen = [];
      seen = [];
    },
    changes: () => changes([]),
    complete: () => changes(isCurrent() ? settle(seen) : []),
  };
}
