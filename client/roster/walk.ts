import type { ConferenceRow } from '#contract/conference.ts';
import { type Next, readNext, toPlace } from './cursor.ts';

/** How many conferences a walk loads before it asks whether to go on. */
export const WALK_LIMIT = 100_000;

/** Pages in a row without a conference that the walk has not seen before it no longer believes in an end. */
const MOST_IDLE_PAGES = 10;

/** A page as the walk needs it. */
export interface WalkPage {
  readonly rows: readonly ConferenceRow[];
  /** `links.next` as the server wrote it, or its query alone; absent, null and "" end the list */
  readonly next?: string | null;
  /** rows that had no usable id and were left out by the server */
  readonly dropped: number;
}

/**
 * Why a walk is less sure of itself than it should be. The first ended nothing; after any other it cannot be
 * known whether the list had an end there.
 */
export type WalkWarning = 'restarted' | 'repeated-link' | 'half-cursor' | 'nothing-new';

export interface WalkState {
  /** `complete`: no page is left to ask for. After `stopped`, `failed` and `limit` the walk can be gone on with. */
  readonly phase: 'walking' | 'complete' | 'stopped' | 'failed' | 'limit';
  /** conferences seen by this walk, each once */
  readonly loaded: number;
  readonly pages: number;
  /** rows without a usable id, over all pages */
  readonly dropped: number;
  readonly warnings: readonly WalkWarning[];
  /** query of the page to ask for next; null for the first one */
  readonly cursor: string | null;
  /** what the page that failed threw; null unless `failed` */
  readonly error: unknown;
  /** how many conferences are loaded before the walk asks whether to go on; 0 before it has begun */
  readonly limit: number;
  /** places that links have led to, so that a link back to one of them is known */
  readonly visited: readonly string[];
  /** pages in a row that brought nothing new */
  readonly idle: number;
}

export const WALK_START: WalkState = {
  phase: 'walking',
  loaded: 0,
  pages: 0,
  dropped: 0,
  warnings: [],
  cursor: null,
  error: null,
  limit: 0,
  visited: [],
  idle: 0,
};

export interface Walker {
  /** the page at a cursor (a query), or the first one for null; throws what it failed with */
  fetchPage(cursor: string | null, signal: AbortSignal): Promise<WalkPage>;
  /** merges a page; answers how many of its conferences this walk had not seen before */
  take(rows: readonly ConferenceRow[]): { fresh: number };
  /** forgets what this walk has seen: it begins again */
  restart(): void;
  /** whether an error says that the page token is not valid, or no longer */
  isExpired(error: unknown): boolean;
  /** told when the walk begins, of every page, and how it ended */
  report(state: WalkState): void;
  /** aborted to stop */
  signal: AbortSignal;
  /** how many conferences to load before asking whether to go on, and each time after; WALK_LIMIT by itself */
  allowance?: number;
}

/** Whether a walk has seen the whole list, so that what it did not see is gone. */
export function isWhole({ phase, warnings }: WalkState): boolean {
  return phase === 'complete' && warnings.every((warning) => warning === 'restarted');
}

/**
 * Walks the list page by page, from its start or from where an earlier walk ended. It never throws: whatever
 * ended it is in the state that it answers. The next page is asked for before the last one is merged, so that
 * waiting and work overlap.
 */
export async function walk(walker: Walker, from: WalkState = WALK_START): Promise<WalkState> {
  if (from.phase === 'complete') return from;
  let state = resume(from, walker.allowance ?? WALK_LIMIT);
  let mayRestart = true;
  walker.report(state);
  let coming = askFor(walker, state.cursor);
  while (state.phase === 'walking') {
    const { page, error } = await coming;
    if (walker.signal.aborted) {
      state = { ...state, phase: 'stopped' };
    } else if (page !== null) {
      const next = readNext(page.next);
      const ahead = isSurelyNext(state, page, next) ? askFor(walker, next.cursor) : null;
      state = advance(state, page, next, walker.take(page.rows).fresh);
      if (state.phase === 'walking') coming = ahead ?? askFor(walker, state.cursor);
    } else if (state.cursor !== null && walker.isExpired(error)) {
      walker.restart();
      state = { ...WALK_START, limit: state.limit, warnings: ['restarted'] };
      if (mayRestart) coming = askFor(walker, null);
      else state = { ...state, phase: 'failed', error };
      mayRestart = false;
    } else {
      state = { ...state, phase: 'failed', error };
    }
    walker.report(state);
  }
  return state;
}

function resume(from: WalkState, allowance: number): WalkState {
  const spent = from.limit <= from.loaded;
  return {
    ...from,
    phase: 'walking',
    error: null,
    limit: spent ? from.loaded + allowance : from.limit,
  };
}

type Outcome = { page: WalkPage; error: null } | { page: null; error: unknown };

/** A failure is a value, so that a page asked for ahead of time may fail unheard. */
async function askFor({ fetchPage, signal }: Walker, cursor: string | null): Promise<Outcome> {
  try {
    return { page: await fetchPage(cursor, signal), error: null };
  } catch (error) {
    return { page: null, error };
  }
}

/** Whether the walk will go on to the next page whatever merging this one may find. */
function isSurelyNext(
  { loaded, limit, visited, idle }: WalkState,
  { rows }: WalkPage,
  next: Next,
): next is Next & { kind: 'page' } {
  return (
    next.kind === 'page' &&
    !visited.includes(toPlace(next.cursor)) &&
    loaded + rows.length < limit &&
    idle + 1 < MOST_IDLE_PAGES
  );
}

function advance(state: WalkState, page: WalkPage, next: Next, fresh: number): WalkState {
  const after: WalkState = {
    ...state,
    loaded: state.loaded + fresh,
    pages: state.pages + 1,
    dropped: state.dropped + page.dropped,
    idle: fresh > 0 ? 0 : state.idle + 1,
  };
  if (next.kind === 'end') return { ...after, phase: 'complete', cursor: null };
  if (next.kind === 'broken') return endEarly(after, 'half-cursor');
  const place = toPlace(next.cursor);
  if (state.visited.includes(place)) return endEarly(after, 'repeated-link');
  if (after.idle >= MOST_IDLE_PAGES) return endEarly(after, 'nothing-new');
  const onward: WalkState = { ...after, cursor: next.cursor, visited: [...state.visited, place] };
  return onward.loaded >= onward.limit ? { ...onward, phase: 'limit' } : onward;
}

function endEarly(state: WalkState, warning: WalkWarning): WalkState {
  return { ...state, phase: 'complete', cursor: null, warnings: [...state.warnings, warning] };
}
