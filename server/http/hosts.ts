import type { RequestHandler } from 'express';
import { isLoopback, toPlainHost } from '../loopback.ts';
import { Fault } from './Fault.ts';

/**
 * Answers only to names of this server: the loopback ones at any port, and `allowedHosts`. A page elsewhere
 * whose name was made to point here (DNS rebinding) still says its own name.
 */
export function createHostCheck(allowedHosts: readonly string[]): RequestHandler {
  const allowed = new Set(allowedHosts);
  return function requireKnownHost(request, _response, next) {
    const name = (request.headers.host ?? '').replace(/:\d{1,5}$/, '');
    const host = toPlainHost(name.replace(/^\[(.*)\]$/, '$1'));
    if (host === null || !(allowed.has(host) || isLoopback(host))) {
      const names = allowedHosts.join(', ') || 'nothing';
      const cause = `it was asked for as "${name.slice(0, 253)}"; PUBLIC_URL and ALLOWED_HOSTS name ${names}`;
      throw new Fault('forbidden_host', { cause });
    }
    next();
  };
}
