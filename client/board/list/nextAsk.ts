import type { ListState } from '#contract/list.ts';
import { ApiError } from '../../api/ApiError.ts';

/** A moment that a reader does not mind, ms. */
const MOMENT = 1_000;

/**
 * While a walk is under way that the reader waits for, ms: the first one, and one that refreshes a list that is there;
 * longer, the more rows are loaded.
 */
const WALKING = { first: 500, again: 1_000, each: 0.05, most: 3_000 };

/** The same in the first moment after a press: most lists are one page, which takes no longer, ms. */
const PRESSED = 250;

/** After a failure that does not say when to ask again, ms. */
const AFTER_FAILURE = 15_000;

/** An answer that SignalWire has owed for longer is worth a word, ms. */
export const SLOW_AFTER = 5_000;

/** Requests for the sake of a status that changed with the clock are no closer than this, ms. */
const CALM = 10_000;

/** A status changes for all readers at once: each asks a little later, by as much as fell to it, ms. */
const SPREAD = Math.random() * 3_000;

/** When somebody asks again who was refused, ms after the refusal. */
export function retryDelay(error: Error): number {
  const seconds = error instanceof ApiError ? error.retryAfter : null;
  return seconds === null ? AFTER_FAILURE : seconds * 1_000;
}

interface AskState {
  /** what the newest answer said */
  readonly state: ListState;
  /** when that was, ms by the server's clock */
  readonly heardAt: number;
  /** now, ms by the server's clock */
  readonly now: number;
  /** the reader's wish, s; 0 is never */
  readonly interval: number;
  /** the reader pressed Refresh, and the walk that began then has not ended */
  readonly awaited: boolean;
}

/** When the page asks for news again, ms from now; false for never. */
export function nextAsk(
  { state, heardAt, now, interval, awaited }: AskState,
  spread: number = SPREAD,
): number | false {
  // Never 0, which react-query takes for never.
  const from = (instant: number) => Math.max(instant - now, 1);
  const isAwaited = awaited || !state.whole;
  const { loaded, waitingSince } = state;
  const isQuick = awaited && loaded === 0 && state.now - (waitingSince ?? state.now) < MOMENT;
  if (isAwaited && loaded !== null)
    return from(heardAt + (isQuick ? PRESSED : walkingWait(loaded, state.whole)));
  const isSlow = waitingSince !== null && state.now - waitingSince >= SLOW_AFTER;
  const waits = [
    // What is said to be slow must not be said for longer than it is.
    ...(isSlow && interval > 0 ? [heardAt + 2 * MOMENT] : []),
    ...(interval > 0 ? [heardAt + interval * 1_000] : []),
    // A list that is not whole, or that could not be refreshed, is what the reader waits for.
    ...(isAwaited || state.trouble !== null
      ? [Math.max(state.nextAt ?? now + AFTER_FAILURE, heardAt) + MOMENT]
      : []),
    ...(interval > 0 && state.nextChange !== null
      ? [Math.max(state.nextChange + spread, heardAt + CALM)]
      : []),
  ];
  return waits.length === 0 ? false : from(Math.min(...waits));
}

/**
 * The wait until the next question during a walk, ms. The list is another one each time, so an answer takes the server
 * what it walks with: where 200 operators asked each second, a walk of 100,000 took 48 s, and every 3 s 36.
 */
function walkingWait(loaded: number, whole: boolean): number {
  return Math.min(WALKING.most, Math.max(whole ? WALKING.again : WALKING.first, loaded * WALKING.each));
}
