import type { Clock } from '../clock.ts';

const LEAST = 1;
const MOST = 300;
/** SignalWire's 429 usually says nothing */
const DEFAULT = 30;

/** Seconds that a `Retry-After` (seconds, or an HTTP date) asks us to wait: 1 to 300, 30 when it says nothing. */
export function readRetryAfter(header: string | undefined, clock: Clock): number {
  const text = header?.trim() ?? '';
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - clock.now()) / 1000;
  return Number.isNaN(seconds) ? DEFAULT : Math.min(MOST, Math.max(LEAST, Math.ceil(seconds)));
}
