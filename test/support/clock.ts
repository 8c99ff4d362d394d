import type { Clock } from '../../server/clock.ts';

/** A clock that stands still until a test moves it. */
export interface HandClock extends Clock {
  /** s */
  advance(seconds: number): void;
}

export function createHandClock(now = Date.UTC(2026, 0, 1)): HandClock {
  let time = now;
  return {
    now: () => time,
    advance(seconds) {
      time += seconds * 1000;
    },
  };
}
