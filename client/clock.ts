import { useCallback, useSyncExternalStore } from 'react';

/*
 * One time for the whole page: the server's. Between two answers it goes on by the browser's steady clock, which
 * nobody can set. That one may stand still while a laptop sleeps, so a jump of the clock on the wall to a later time is
 * followed, until the server says what is right; a jump back is somebody setting the clock, and is not.
 */

/** What the browser's two clocks showed at one moment, ms. */
export interface Moment {
  /** since the epoch; people and the network set it */
  readonly wall: number;
  /** since the page began */
  readonly steady: number;
}

/** A difference between the two clocks that is more than their own drift, ms. */
const JUMP = 2_000;

/** An answer that was longer on its way says nothing about the time, ms: no server takes as long. */
const LONGEST_TRIP = 15_000;

/** What the wall showed when the steady clock was at zero, when it was last looked at. */
let wallAtZero = Date.now() - performance.now();
/** The server's time then, as well as this browser knows it. */
let serverAtZero = wallAtZero;
/** Whether the wall jumped to a later time, and those who wait for it have not heard of it. */
let jumped = false;
let ticked = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();
const wakeListeners = new Set<() => void>();

/** The browser's clocks at this moment. */
export function readMoment(): Moment {
  return { wall: Date.now(), steady: performance.now() };
}

function followJump({ wall, steady }: Moment): void {
  const jump = wall - steady - wallAtZero;
  if (Math.abs(jump) < JUMP) return;
  wallAtZero += jump;
  if (jump < 0) return;
  serverAtZero += jump;
  jumped = true;
}

/** The server's time as well as this browser knows it, whole ms since the epoch. */
export function readClock(): number {
  const moment = readMoment();
  followJump(moment);
  return Math.round(serverAtZero + moment.steady);
}

/**
 * Learns the server's time (ms) from an answer, and when it was asked and answered. Half of the way there and back is
 * taken off; what could as well be the way itself, or is less than a second, is not corrected.
 */
export function learnServerTime(server: number, asked: Moment, answered: Moment): void {
  // A browser that slept on the way knows it by one of its clocks.
  const trip = Math.max(answered.wall - asked.wall, answered.steady - asked.steady);
  if (trip > LONGEST_TRIP) return;
  followJump(answered);
  const measured = server - (asked.steady + answered.steady) / 2;
  if (Math.abs(measured - serverAtZero) < Math.max(1_000, trip / 2)) return;
  serverAtZero = measured;
  tick();
}

/** Calls back when the browser was asleep, or its clock was set to a later time: whatever is known is old. */
export function onWake(listener: () => void): () => void {
  wakeListeners.add(listener);
  // It is noticed by the clock, which goes while somebody looks at it.
  const stop = subscribe(() => {});
  return () => {
    wakeListeners.delete(listener);
    stop();
  };
}

function tick(): void {
  ticked = readClock();
  for (const listener of listeners) listener();
  if (!jumped) return;
  jumped = false;
  for (const listener of wakeListeners) listener();
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
