import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Lines up work that holds the event loop for long: each piece that waits for its turn has one to itself, and everybody
 * else's small questions come in between.
 */
export function createTurns(): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return function takeTurn() {
    last = last.then(() => nextTurn());
    return last;
  };
}
