import { useEffect, useState } from 'react';
import { loadTemporal, readTemporal, type TemporalApi } from '../lib/temporal.ts';

/** Temporal once something wants it; null while a browser without one of its own is loading it. */
export function useTemporal(wanted: boolean): TemporalApi | null {
  const [, setLoaded] = useState(readTemporal);
  const temporal = readTemporal();

  useEffect(() => {
    if (wanted && temporal === null) void loadTemporal().then((loaded) => setLoaded(() => loaded));
  }, [wanted, temporal]);

  return temporal;
}
