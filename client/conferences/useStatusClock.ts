import { useEffect, useState } from 'react';
import { readClock } from '../clock.ts';
import type { Roster } from '../roster/roster.ts';

/** Timers of the browser hold no longer than this, ms. */
const LONGEST_MS = 2 ** 31 - 1;

/** In a large list some status changes every moment: it is enough to work them out anew every second. */
const SHORTEST_MS = 1_000;

/**
 * The instant (ms) at which statuses were last worked out: it moves exactly when the status of some
 * conference in the roster does, with no request at all.
 */
export function useStatusClock(roster: Roster | undefined, revision: number): number {
  const [now, setNow] = useState(readClock);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision of the roster has another next change
  useEffect(() => {
    const next = roster?.nextStatusChange(now) ?? null;
    if (next === null) return;
    const wait = Math.min(Math.max(next - readClock() + 1, SHORTEST_MS), LONGEST_MS);
    const timer = setTimeout(() => setNow(readClock()), wait);
    return () => clearTimeout(timer);
  }, [roster, revision, now]);

  return now;
}
