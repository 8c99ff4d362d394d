/**
 * When SignalWire gave an answer: the `Age` header (seconds, RFC 9111) taken off the present.
 *
 * @param now ms by the server's clock
 */
export function readAsOf(headers: Headers, now: number): number {
  const age = Number(headers.get('Age') ?? 0);
  return now - (Number.isFinite(age) ? age * 1_000 : 0);
}

/** The failure that a kept answer stands in for: `detail` of `Cache-Status` (RFC 9211); null for a good one. */
export function readStaleCode(headers: Headers): string | null {
  return /;\s*detail=([a-z_]+)/.exec(headers.get('Cache-Status') ?? '')?.[1] ?? null;
}
