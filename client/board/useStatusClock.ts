import { useEffect, useState } from 'react';
import { readClock } from '../clock.ts';
import type { List } from './list.ts';

/** Timers of the browser hold no longer than this, ms. */
const LONGEST_MS = 2 ** 31 - 1;

/** In a large list some status changes every moment: it is enough to work them out anew every second. */
const SHORTEST_MS = 1_000;

/**
 * The instant (ms) at which statuses were last worked out: it moves exactly when the status of some
 * conference in the roster does, with no request at all.
 */
export function useStatusClock(list: List | undefined): number {
  const [now, setNow] = useState(readClock);

  useEffect(() => {
    const next = list?.roster.nextStatusChange(now) ?? null;
    if (next === null) return;
    const wait = Math.min(Math.max(next - readClock() + 1, SHORTEST_MS), LONGEST_MS);
    const timer = setTimeout(() => setNow(readClock()), wait);
    return () => clearTimeout(timer);
  }, [list, now]);

  return now;
}
