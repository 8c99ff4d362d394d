import { useCallback } from 'react';
import { useClock } from '../clock.ts';
import { formatDuration } from '../lib/duration.ts';

/** Counts down to the moment (ms) at which the board asks again by itself; nothing when it does not. */
export function RetryCountdown({ at }: { at: number | null }) {
  const words = useClock(
    useCallback(
      (now) =>
        at === null ? '' : at <= now ? 'Asking again…' : `Asking again in ${formatDuration(at - now)}.`,
      [at],
    ),
  );
  return words === '' ? null : <span>{words}</span>;
}
