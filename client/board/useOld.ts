import { useCallback, useMemo, useState } from 'react';
import type { ListState } from '#contract/list.ts';
import { useClock } from '../clock.ts';
import type { Old } from '../status/statusNow.ts';

const MINUTE = 60_000;

/** What is known is never old before, ms. */
const FRESH_FOR = 2 * MINUTE;

/** ms that "Off" counts as; a page that slept between two walks does not wait longer for the next either. */
const LONGEST_STEP = 5 * MINUTE;

interface Known {
  /** when it was true */
  readonly asOf: number;
  readonly now: number;
  /** of the page, s; 0 is off */
  readonly interval: number;
  /** between the last two walks, 0 before the second */
  readonly step: number;
}

/** Whether what is known was true too long ago to say of it what is so now. All but the interval in ms. */
export function isOld({ asOf, now, interval, step }: Known): boolean {
  const every = interval === 0 ? LONGEST_STEP : interval * 1_000;
  return now - asOf > Math.max(FRESH_FOR, 2 * every, 2 * Math.min(step, LONGEST_STEP));
}

/** Since when what is known is old; null while it is fresh. A list that is still coming is as old as its trouble. */
export function useOld(state: ListState | undefined, interval: number, zone: string): Old | null {
  const asOf = state === undefined ? null : (state.asOf ?? state.trouble?.since ?? null);
  const [walks, setWalks] = useState({ asOf, step: 0 });
  if (walks.asOf !== asOf)
    setWalks({ asOf, step: asOf === null || walks.asOf === null ? 0 : asOf - walks.asOf });
  const { step } = walks;
  const old = useClock(
    useCallback((now) => asOf !== null && isOld({ asOf, now, interval, step }), [asOf, interval, step]),
  );
  return useMemo(() => (old && asOf !== null ? { asOf, zone } : null), [old, asOf, zone]);
}
