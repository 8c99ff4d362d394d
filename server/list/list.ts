import type { ListCounts, ListState } from '#contract/list.ts';
import type { View } from '#contract/view/view.ts';
import { type Asking, ask } from './ask.ts';
import { createCounts } from './counts.ts';
import type { Refresh } from './refresh.ts';
import type { Store } from './store.ts';

/** The one list of this server: every conference, kept up to date by walks, and what may be asked of it. */
export interface List {
  readonly store: Store;
  /** Reads a question at this moment, and says to the walks that somebody looks. Throws an InvalidQuery. */
  ask(question: View, key: string): Asking;
  count(asking: Asking): ListCounts;
  state(): ListState;
  readonly refresh: Refresh;
}

/** Joins a store with the walks that fill it. */
export function createList(store: Store, refresh: Refresh): List {
  return {
    store,
    refresh,
    count: createCounts(),
    ask(question, key) {
      refresh.asked();
      return ask(store, question, key);
    },
    state() {
      const { urgencies, epoch, rev } = store;
      urgencies.advance();
      return { epoch, rev, now: urgencies.now, ...refresh.state(), nextChange: urgencies.nextChange() };
    },
  };
}
