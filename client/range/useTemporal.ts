import { useCallback, useEffect, useState } from 'react';
import { loadTemporal, readTemporal, type TemporalApi } from '../lib/temporal.ts';

interface TemporalState {
  /** null while a browser without one of its own is loading it, and when it could not be had */
  temporal: TemporalApi | null;
  failed: boolean;
  /** fetches it anew */
  retry: () => void;
}

/** Temporal once something wants it. */
export function useTemporal(wanted: boolean): TemporalState {
  const [outcome, setOutcome] = useState<'loading' | 'loaded' | 'failed'>('loading');
  const temporal = readTemporal();
  const missing = wanted && temporal === null;

  useEffect(() => {
    if (!missing || outcome !== 'loading') return;
    loadTemporal().then(
      () => setOutcome('loaded'),
      () => setOutcome('failed'),
    );
  }, [missing, outcome]);

  const retry = useCallback(() => setOutcome('loading'), []);
  return { temporal, failed: missing && outcome === 'failed', retry };
}
