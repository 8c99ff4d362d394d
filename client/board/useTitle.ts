import { useEffect } from 'react';

/** Says in the tab how many conferences are live. */
export function useTitle(live: number): void {
  useEffect(() => {
    document.title = live > 0 ? `(${live} live) Callboard` : 'Callboard';
  }, [live]);
}
