/** Where simulator and server read the time. */
export interface Clock {
  /** milliseconds since the Unix epoch, UTC: what people are told; it may be set at any moment */
  now(): number;
  /** whole milliseconds since some moment: for ages and pauses, for it only goes forward, as fast as time passes */
  ticks(): number;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Date.now(), ticks: () => Math.trunc(performance.now()) };
