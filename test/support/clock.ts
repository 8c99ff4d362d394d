import type { Clock } from '../../server/clock.ts';

/** A clock that stands still until a test moves it. */
export interface HandClock extends Clock {
  /** time passes: s */
  advance(seconds: number): void;
  /** somebody sets the machine's time ahead or back: s; no time passes */
  step(seconds: number): void;
}

export function createHandClock(now = Date.UTC(2026, 0, 1)): HandClock {
  let time = now;
  let passed = 0;
  return {
    now: () => time,
    ticks: () => passed,
    advance(seconds) {
      time += seconds * 1000;
      passed += seconds * 1000;
    },
    step(seconds) {
      time += seconds * 1000;
    },
  };
}
