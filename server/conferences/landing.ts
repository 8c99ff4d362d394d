import type { Limits } from '../config.ts';
import { Fault } from '../http/Fault.ts';

/** How one flight ends: with the first thing that is said, whatever else is said later. */
export interface Landing<Result> {
  promise: Promise<Result>;
  resolve(result: Result): void;
  reject(fault: unknown): void;
  /** the connection stands: now the first byte has its time */
  connected(): void;
  /** the first byte came: now only the signal ends a flight early */
  answered(): void;
  readonly isAnswered: boolean;
  /** runs a step once the flight is over, well or not */
  whenDown(step: () => void): void;
}

/** Begins the deadlines of a flight. The promise fails with `upstream_timeout` when one of them passes. */
export function createLanding<Result>(
  limits: Pick<Limits, 'connectMs' | 'firstByteMs'>,
  signal: AbortSignal,
): Landing<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  const timeOut = () => reject(new Fault('upstream_timeout'));
  let timer = setTimeout(timeOut, limits.connectMs);
  signal.addEventListener('abort', timeOut, { once: true });
  if (signal.aborted) timeOut();

  const whenDown = (step: () => void) => {
    promise.then(step, step);
  };
  let isAnswered = false;
  let isDown = false;
  whenDown(() => {
    isDown = true;
    clearTimeout(timer);
    signal.removeEventListener('abort', timeOut);
  });
  return {
    promise,
    resolve,
    reject,
    connected() {
      clearTimeout(timer);
      if (!isDown) timer = setTimeout(timeOut, limits.firstByteMs);
    },
    answered() {
      isAnswered = true;
      clearTimeout(timer);
    },
    get isAnswered() {
      return isAnswered;
    },
    whenDown,
  };
}
