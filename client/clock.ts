import { useCallback, useSyncExternalStore } from 'react';

/** How far the server's clock is ahead of this browser's, in ms. Statuses are the server's business. */
let offset = 0;
let ticked = Date.now();
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** The server's time as well as this browser knows it, ms since the epoch. */
export function readClock(): number {
  return Date.now() + offset;
}

/**
 * Learns the server's time from an answer: its clock reading and when, by this browser, it was asked and
 * answered (all ms). Half of the way there and back is taken off; less than a second is not corrected.
 */
export function learnServerTime(server: number, asked: number, answered: number): void {
  const measured = server - (asked + answered) / 2;
  if (Math.abs(measured - offset) < 1_000) return;
  offset = Math.round(measured);
  tick();
}

function tick(): void {
  ticked = readClock();
  for (const listener of listeners) listener();
}

/** One timer for the whole page, on the full second, and none while nobody looks at the time. */
function schedule(): void {
  timer = setTimeout(
    () => {
      tick();
      schedule();
    },
    1_000 - (readClock() % 1_000),
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    ticked = readClock();
    schedule();
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearTimeout(timer);
    timer = undefined;
  };
}

/**
 * What `read` makes of the time (ms), kept up to date every second. The component renders again only when
 * that value changes, so it should be a text, a number or a boolean.
 */
export function useClock<Value extends string | number | boolean | null>(
  read: (now: number) => Value,
): Value {
  return useSyncExternalStore(
    subscribe,
    useCallback(() => read(ticked), [read]),
  );
}

const itself = (now: number) => now;

/** The server's time in ms, renewed every second. */
export function useNow(): number {
  return useClock(itself);
}
