import { startTransition, useEffect, useState } from 'react';

/** How long a frame may take to come to the screen when the page is done with it, ms: as long as a frame lasts. */
const ON_ITS_WAY_MS = 17;

/**
 * A value as it was when the page was last painted, for what is large work and small news. A deferred value would be
 * worked on before the frame that it gives way to is on screen: this one waits until it is, for that frame is drawn
 * beside the page, on a machine that may have few cores.
 *
 * @param first what stands for it before anything was painted; itself when absent
 */
export function useAfterPaint<Value>(value: Value, first = value): Value {
  const [painted, setPainted] = useState(first);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setPainted(() => value)), ON_ITS_WAY_MS);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value]);
  return painted;
}
