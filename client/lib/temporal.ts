import type { Temporal as Polyfill } from 'temporal-polyfill/implementation';

/** The Temporal API: the browser's own, or the polyfill. All calendar arithmetic goes through it. */
export type TemporalApi = typeof Polyfill;

declare global {
  var Temporal: TemporalApi | undefined;
}

let polyfill: TemporalApi | undefined;

/**
 * Temporal when it is at hand: the browser's own, or the polyfill once `loadTemporal` has brought it;
 * null until then.
 */
export function readTemporal(): TemporalApi | null {
  return globalThis.Temporal ?? polyfill ?? null;
}

/** Temporal, downloading the polyfill only where the browser has none of its own. */
export async function loadTemporal(): Promise<TemporalApi> {
  const ready = readTemporal();
  if (ready !== null) return ready;
  polyfill = (await import('temporal-polyfill/implementation')).Temporal;
  return polyfill;
}
