import { useEffect } from 'react';
import type { Roster } from '../roster/roster.ts';

/** Short enough that nobody notices, ms: half a frame. */
const SLICE_MS = 8;

/** Has the roster work out its orders and search texts between two frames, before anybody asks for them. */
export function usePrepared(roster: Roster | undefined, revision: number): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision of the roster has work left to do
  useEffect(() => {
    if (roster === undefined) return;
    let timer = setTimeout(function work() {
      if (roster.prepare(SLICE_MS, () => performance.now())) timer = setTimeout(work);
    });
    return () => clearTimeout(timer);
  }, [roster, revision]);
}
