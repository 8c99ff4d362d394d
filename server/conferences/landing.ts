import { Fault } from '../http/Fault.ts';
import type { Limits } from '../limits.ts';

/** How one flight ends: with the first thing that is said, whatever else is said later. */
export interface Landing<Result> {
  promise: Promise<Result>;
  resolve(result: Result): void;
  reject(fault: unknown): void;
  /** a connection is being made; before that, a flight may wait for one to be free */
  connecting(): void;
  /** the connection stands: now the first byte has its time */
  connected(): void;
  /** the first byte came: now only the time of the whole flight counts */
  answered(): void;
  readonly isAnswered: boolean;
  /** runs a step once the flight is over, well or not */
  whenDown(step: () => void): void;
}

/**
 * Begins the deadlines of a flight that may take `mostMs` in all. The promise fails with `upstream_timeout`
 * when one of them passes.
 */
export function createLanding<Result>(
  { connectMs, firstByteMs }: Pick<Limits, 'connectMs' | 'firstByteMs'>,
  mostMs: number,
): Landing<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  const timeOut = () => reject(new Fault('upstream_timeout'));
  const whole = setTimeout(timeOut, mostMs);
  let phase: NodeJS.Timeout | undefined;
  const begin = (ms: number) => {
    clearTimeout(phase);
    if (!isDown) phase = setTimeout(timeOut, ms);
  };

  const whenDown = (step: () => void) => {
    promise.then(step, step);
  };
  let isAnswered = false;
  let isDown = false;
  whenDown(() => {
    isDown = true;
    clearTimeout(whole);
    clearTimeout(phase);
  });
  return {
    promise,
    resolve,
    reject,
    connecting: () => begin(connectMs),
    connected: () => begin(firstByteMs),
    answered() {
      isAnswered = true;
      clearTimeout(phase);
    },
    get isAnswered() {
      return isAnswered;
    },
    whenDown,
  };
}
