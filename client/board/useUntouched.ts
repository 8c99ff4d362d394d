import { useEffect, useState } from 'react';

/** What a reader does to a page. */
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Whether nobody has touched the page since it was opened; watched only while that matters. */
export function useUntouched(matters: boolean): boolean {
  const [untouched, setUntouched] = useState(true);
  useEffect(() => {
    if (!matters || !untouched) return;
    const touched = new AbortController();
    for (const touch of TOUCHES) {
      document.addEventListener(touch, () => setUntouched(false), { signal: touched.signal, passive: true });
    }
    return () => touched.abort();
  }, [matters, untouched]);
  return untouched;
}
