/** An instant (ms) as SignalWire's `starts_after` and `ends_before` take it: RFC 3339 in UTC. */
export function toUpstream(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}
