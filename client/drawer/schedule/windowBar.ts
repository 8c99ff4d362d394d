/** What the bar shows; instants in ms. */
export interface WindowFacts {
  joinFrom: number | null;
  joinUntil: number | null;
  /** since when a live session runs; null without one */
  runningSince: number | null;
}

/** A stretch of the bar, in percent of its width. */
export interface Stretch {
  start: number;
  width: number;
}

export interface WindowBar {
  window: Stretch;
  /** whether the window has no beginning, or no end, and so runs off the bar */
  opensEarlier: boolean;
  closesLater: boolean;
  session: Stretch | null;
  /** percent */
  now: number;
}

/** Room left and right of what the bar shows, as part of it; and the least it shows, in ms. */
const MARGIN = 0.06;
const LEAST = 10 * 60_000;

/** Places a join window, a live session and now on one bar; null when there is no window to show. */
export function toWindowBar(facts: WindowFacts, now: number): WindowBar | null {
  const { joinFrom, joinUntil, runningSince } = facts;
  if (joinFrom === null && joinUntil === null) return null;
  const shown = [joinFrom, joinUntil, runningSince, now].filter((instant) => instant !== null);
  const first = Math.min(...shown);
  const span = Math.max(Math.max(...shown) - first, LEAST);
  const start = first - span * MARGIN;
  const whole = span * (1 + 2 * MARGIN);
  const place = (instant: number) => ((instant - start) / whole) * 100;
  const stretch = (from: number, until: number): Stretch => ({
    start: from,
    width: Math.max(0, until - from),
  });
  return {
    window: stretch(joinFrom === null ? 0 : place(joinFrom), joinUntil === null ? 100 : place(joinUntil)),
    opensEarlier: joinFrom === null,
    closesLater: joinUntil === null,
    session:
      runningSince === null ? null : stretch(place(runningSince), Math.max(place(runningSince), place(now))),
    now: place(now),
  };
}
