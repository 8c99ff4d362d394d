import { useEffect, useMemo, useState } from 'react';
import {
  type FieldProblem,
  type RangeSetting,
  type ResolvedRange,
  resolveRange,
} from '#contract/range/resolve.ts';
import { loadTemporal, readTemporal, type TemporalApi } from '../lib/temporal.ts';

const OPEN: ResolvedRange = { from: null, until: null };

/**
 * The instants of the range that the address holds; null while a browser without Temporal loads it, and when it cannot
 * be had: the server works the range out by itself. `now` is the moment of the refresh, not a ticking clock: the same
 * object comes back until something changes.
 */
export function useRange(
  from: string,
  to: string,
  { zone, now, grid }: RangeSetting,
): ResolvedRange | FieldProblem | null {
  const empty = from === '' && to === '';
  const temporal = useTemporal(!empty);
  const moment = Math.floor(now / grid) * grid;

  return useMemo(() => {
    if (empty) return OPEN;
    return temporal && resolveRange(temporal, { from, to }, { zone, now: moment, grid });
  }, [empty, temporal, from, to, zone, moment, grid]);
}

/** Temporal once something wants it; null while a browser without one of its own is loading it. */
function useTemporal(wanted: boolean): TemporalApi | null {
  const [, setLoaded] = useState(readTemporal);
  const temporal = readTemporal();

  useEffect(() => {
    if (!wanted || temporal !== null) return;
    loadTemporal().then(
      (loaded) => setLoaded(() => loaded),
      () => {},
    );
  }, [wanted, temporal]);

  return temporal;
}
