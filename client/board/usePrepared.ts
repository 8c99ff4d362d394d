import { useEffect } from 'react';
import type { List } from './list.ts';

/** Short enough that nobody notices, ms: half a frame. */
const SLICE_MS = 8;

/** Has the roster work out its orders and search texts between two frames, before anybody asks for them. */
export function usePrepared(list: List | undefined): void {
  useEffect(() => {
    if (list === undefined) return;
    let timer = setTimeout(function work() {
      if (list.roster.prepare(SLICE_MS, () => performance.now())) timer = setTimeout(work);
    });
    return () => clearTimeout(timer);
  }, [list]);
}
