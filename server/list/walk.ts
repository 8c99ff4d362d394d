import { setImmediate as breathe } from 'node:timers/promises';
import type { WalkWarning } from '#contract/list.ts';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '#contract/values.ts';
import { Fault, InvalidQuery } from '../http/Fault.ts';
import type { Pass, RowText } from './pass.ts';
import type { Next, ReadPage, WalkPage } from './walkPage.ts';

/** Every status rests on the active session: it is always asked for. */
const firstPage = (size: number) =>
  new URLSearchParams({ include_active_session: 'true', page_size: String(size) }).toString();
const FIRST = firstPage(MAX_PAGE_SIZE);
/** Asked for before the first page when there is nothing to show yet, for a few rows come sooner. */
const GLIMPSE = firstPage(DEFAULT_PAGE_SIZE);

/** Rows a transaction: it takes about 5 ms, and nobody's question waits longer than that. */
const MOST_AT_ONCE = 50;

/** Pages in a row without a conference that the walk has not seen before it no longer believes in an end. */
const MOST_IDLE_PAGES = 10;

/** Where a walk stands, and in the end how it ended. */
export interface WalkState {
  /** `ended`: there is no page left to ask for. A walk that `failed` can be gone on with. */
  readonly phase: 'walking' | 'ended' | 'failed' | 'stopped';
  /** conferences seen, each once; those taken in by the very end are not counted any more */
  readonly loaded: number;
  /** rows without a usable id, over all pages */
  readonly dropped: number;
  readonly warnings: readonly WalkWarning[];
  /** ms of the clock's ticks: when its oldest page was asked for; infinite before the first */
  readonly oldest: number;
  /** the page to ask for next */
  readonly query: string;
  /** why it failed; null unless it did */
  readonly fault: Fault | null;
  /** queries that links have led to, so that a link back to one of them is known */
  readonly visited: readonly string[];
  /** pages in a row that brought nothing new */
  readonly idle: number;
}

/** A walk that has not begun. */
export function createWalkState(listIsEmpty: boolean): WalkState {
  return {
    phase: 'walking',
    loaded: 0,
    dropped: 0,
    warnings: [],
    oldest: Number.POSITIVE_INFINITY,
    query: listIsEmpty ? GLIMPSE : FIRST,
    fault: null,
    visited: [],
    idle: 0,
  };
}

/** Whether a walk came to the end of the list beyond doubt: what no two such walks saw is gone. */
export function isSureOfEnd({ phase, warnings }: WalkState): boolean {
  return phase === 'ended' && warnings.every((warning) => warning === 'restarted');
}

export interface Walker {
  readPage: ReadPage;
  pass: Pass;
  /** conferences that are kept at the most */
  mostRows: number;
  /** aborted to stop: from then on the pass is let alone */
  signal: AbortSignal;
  /** told how many conferences were seen so far */
  report(loaded: number): void;
}

/**
 * Walks the list page by page, from its start or from where a walk failed. It never throws: whatever ended it
 * is in the state that it answers. The next page is asked for before the last one is taken in, so that waiting
 * and work overlap.
 */
export async function walk(walker: Walker, from: WalkState): Promise<WalkState> {
  let state: WalkState = { ...from, phase: 'walking', fault: null };
  let mayRestart = true;
  try {
    let coming = tryPage(walker, state.query);
    while (state.phase === 'walking') {
      const { page, error } = await coming;
      if (walker.signal.aborted) return { ...state, phase: 'stopped' };
      if (page !== null) {
        const next = toNext(state, page);
        const isSurelyNext = isOnward(state, page, next, walker.mostRows);
        const ahead = isSurelyNext ? tryPage(walker, next.query) : null;
        state = await advance(walker, state, page, next);
        if (state.phase === 'walking') coming = ahead ?? tryPage(walker, state.query);
      } else if (error instanceof InvalidQuery && !isFirst(state.query)) {
        // SignalWire has more than one way to say that a token is not valid, or no longer.
        walker.pass.restart();
        walker.report(0);
        state = { ...createWalkState(false), warnings: ['restarted'] };
        if (!mayRestart) throw error;
        mayRestart = false;
        coming = tryPage(walker, state.query);
      } else {
        throw error;
      }
    }
    return state;
  } catch (error) {
    return { ...state, phase: 'failed', fault: toFault(error) };
  }
}

type Outcome = { page: WalkPage; error: null } | { page: null; error: unknown };

/** A failure is a value: a page that is asked for ahead may fail before anybody waits for it. */
async function tryPage({ readPage }: Walker, query: string): Promise<Outcome> {
  try {
    const page = await readPage(query);
    // What was kept too long is in the list already; beside newer pages it would hide rows that moved.
    if (page.fault !== null) throw page.fault;
    return { page, error: null };
  } catch (error) {
    return { page: null, error };
  }
}

function toFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  // The query is our own, or SignalWire's: that it is refused is nobody's typing error.
  const code = error instanceof InvalidQuery ? 'upstream_unexpected_status' : 'internal';
  return new Fault(code, { cause: error });
}

function isFirst(query: string): boolean {
  return query === FIRST || query === GLIMPSE;
}

/** What comes after a page; after the glimpse of a list that is longer, its first whole page. */
function toNext({ query }: WalkState, { next }: WalkPage): Next {
  return query === GLIMPSE && next.kind !== 'end' ? { kind: 'page', query: FIRST } : next;
}

/** Whether the walk will go on to the next page whatever taking this one in may find. */
function isOnward(
  { loaded, visited, idle }: WalkState,
  { rows }: WalkPage,
  next: Next,
  mostRows: number,
): next is Next & { kind: 'page' } {
  return (
    next.kind === 'page' &&
    !visited.includes(next.query) &&
    loaded + rows.length < mostRows &&
    idle + 1 < MOST_IDLE_PAGES
  );
}

/** Takes a page in, and decides what comes after it. */
async function advance(walker: Walker, before: WalkState, page: WalkPage, next: Next): Promise<WalkState> {
  const { pass, mostRows, signal } = walker;
  const { rows } = page;
  // The last rows and the news that these were all come at the same moment.
  const isSurelyEnd = next.kind === 'end' && before.loaded + rows.length <= mostRows;
  const last = isSurelyEnd ? rows.slice(-(rows.length % MOST_AT_ONCE || MOST_AT_ONCE)) : [];
  const { loaded, isCut } = await takeIn(walker, before.loaded, rows.slice(0, rows.length - last.length));
  const state: WalkState = {
    ...before,
    loaded,
    dropped: before.dropped + page.dropped,
    oldest: Math.min(before.oldest, page.askedAt),
    idle: loaded > before.loaded ? 0 : before.idle + 1,
  };
  const end = (warning?: WalkWarning): WalkState => {
    const warnings = warning === undefined ? state.warnings : [...state.warnings, warning];
    const ended: WalkState = { ...state, phase: 'ended', warnings };
    // Beyond the most rows nothing is kept: what a walk to there did not see is dropped too, or rows that no
    // walk reads any more would pile up and say what is no longer true.
    pass.end(last, isSureOfEnd(ended) || warning === 'limit');
    return ended;
  };

  if (signal.aborted) return { ...state, phase: 'stopped' };
  if (isCut || (next.kind === 'page' && loaded >= mostRows)) return end('limit');
  if (next.kind === 'end') return end();
  if (next.kind === 'broken') return end('half-cursor');
  if (state.visited.includes(next.query)) return end('repeated-link');
  if (state.idle >= MOST_IDLE_PAGES) return end('nothing-new');
  // What the glimpse left out, the first page leaves out again.
  const dropped = before.query === GLIMPSE ? 0 : state.dropped;
  return { ...state, dropped, query: next.query, visited: [...state.visited, next.query] };
}

/** Takes rows in, a few at a time, up to the most that are kept; in between everybody else has a turn. */
async function takeIn(
  { pass, mostRows, signal, report }: Walker,
  before: number,
  rows: readonly RowText[],
): Promise<{ loaded: number; isCut: boolean }> {
  let loaded = before;
  let start = 0;
  while (start < rows.length && loaded < mostRows && !signal.aborted) {
    const few = rows.slice(start, start + Math.min(MOST_AT_ONCE, mostRows - loaded));
    loaded += pass.take(few);
    start += few.length;
    report(loaded);
    await breathe();
  }
  return { loaded, isCut: start < rows.length };
}
