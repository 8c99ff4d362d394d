import type { Logger } from 'pino';
import type { ListCounts, ListState, TimelineAnswer } from '#contract/list.ts';
import { readView, type View } from '#contract/view/view.ts';
import type { Clock } from '../clock.ts';
import type { Share } from '../conferences/share.ts';
import type { Config } from '../config.ts';
import { createTurns } from '../turns.ts';
import { type Asking, toAsking } from './asking.ts';
import { createCounts } from './counts.ts';
import { createPageKeys } from './page.ts';
import { createRefresh, type Refresh } from './refresh.ts';
import { createStore, type Store } from './store.ts';
import { createTimelines, type TimelineSpan } from './timeline.ts';
import { createReadPage } from './walkPage.ts';

/** The one list of this server: every conference, kept up to date by walks, and what may be asked of it. */
export interface List {
  readonly store: Store;
  readonly refresh: Refresh;
  /**
   * Reads a question, and says to the walks that somebody looks. Rejects with an InvalidQuery. To answer may take a
   * tenth of a second: each question has a turn of the event loop to itself, and is to be answered in it.
   */
  ask(question: View): Promise<Asking>;
  /** the keys of the page that a question asks for, in its order */
  page(asking: Asking): readonly number[];
  count(asking: Asking): ListCounts;
  draw(asking: Asking, span: TimelineSpan): TimelineAnswer;
  state(): ListState;
  /** all conferences by status, and where the list stands; nobody need look for it */
  figures(): { statuses: ListCounts['statuses']; state: ListState };
  /** from now on nothing more is asked of SignalWire */
  close(): void;
}

export interface ListOptions {
  share: Share;
  clock: Clock;
  log: Logger;
  config: Pick<Config, 'refreshSeconds' | 'cacheSeconds' | 'mostConferences' | 'limits'>;
}

/** An empty list, and the walks that fill it as soon as somebody looks. */
export function createList({ share, clock, log, config }: ListOptions): List {
  const { refreshSeconds, cacheSeconds, mostConferences } = config;
  const store = createStore(clock.now);
  const refresh = createRefresh({
    readPage: createReadPage(share, clock, config.limits),
    list: store,
    clock,
    log,
    refreshSeconds,
    cacheSeconds,
    mostRows: mostConferences,
  });
  const count = createCounts();
  const takeTurn = createTurns();
  const state = (): ListState => {
    const { urgencies, epoch, rev } = store;
    urgencies.advance();
    return { epoch, rev, now: clock.now(), ...refresh.state(), nextChange: urgencies.nextChange() };
  };
  return {
    store,
    refresh,
    count,
    state,
    figures: () => ({ statuses: count(toAsking(store, readView(''))).statuses, state: state() }),
    page: createPageKeys(),
    draw: createTimelines(),
    async ask(question) {
      refresh.asked();
      await takeTurn();
      return toAsking(store, question);
    },
    close: refresh.close,
  };
}
