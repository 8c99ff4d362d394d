/** Where simulator and server read the time. */
export interface Clock {
  /** milliseconds since the Unix epoch, UTC */
  now(): number;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Date.now() };
