import type { IncomingMessage } from 'node:http';

/**
 * Whether a reader already has what it asks for: If-None-Match of RFC 9110, 13.1.2, which may be weak, a list,
 * or `*`. (Express has `request.fresh`, which gives up when the request says `Cache-Control: no-cache`. Browsers
 * add that by themselves to a fetch with an If-None-Match of its own.)
 */
export function isUnchanged({ headers }: IncomingMessage, etag: string): boolean {
  const wanted = headers['if-none-match']?.trim() ?? '';
  if (wanted === '*') return true;
  const sought = etag.replace(/^W\//, '');
  return Array.from(wanted.matchAll(/"[^"]*"/g)).some(([tag]) => tag === sought);
}
