import { startTransition, useEffect, useState } from 'react';
import { afterPaint } from '../lib/afterPaint.ts';

/**
 * A value as it was when the page was last painted, for what is large work and small news. A deferred value would be
 * worked on before the frame that it gives way to is on screen: this one waits until it is.
 *
 * @param first what stands for it before anything was painted; itself when absent
 */
export function useAfterPaint<Value>(value: Value, first = value): Value {
  const [painted, setPainted] = useState(first);
  useEffect(() => afterPaint(() => startTransition(() => setPainted(() => value))), [value]);
  return painted;
}
