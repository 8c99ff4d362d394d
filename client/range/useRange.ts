import { useMemo } from 'react';
import {
  type FieldProblem,
  type RangeSetting,
  type ResolvedRange,
  resolveRange,
} from '#contract/range/resolve.ts';
import { useTemporal } from './useTemporal.ts';

const OPEN: ResolvedRange = { from: null, until: null };

/** Said at the field when the code that works with dates cannot be had: nothing is wrong with what was typed. */
export const NOT_LOADED =
  'The part of the page that reads dates could not be loaded. Try again, or reload the page.';

export interface RangeInUse {
  /** null while a browser without Temporal loads it, and when it could not be had */
  resolved: ResolvedRange | FieldProblem | null;
  /** it could not be had */
  failed: boolean;
  /** fetches it anew */
  retry: () => void;
}

/**
 * The instants of the range that the address holds. `now` is the moment of the refresh, not a ticking clock: the same
 * object comes back until something changes.
 */
export function useRange(from: string, to: string, { zone, now, grid }: RangeSetting): RangeInUse {
  const empty = from === '' && to === '';
  const { temporal, failed, retry } = useTemporal(!empty);
  const moment = Math.floor(now / grid) * grid;

  const resolved = useMemo(() => {
    if (empty) return OPEN;
    return temporal && resolveRange(temporal, { from, to }, { zone, now: moment, grid });
  }, [empty, temporal, from, to, zone, moment, grid]);
  return { resolved, failed, retry };
}
