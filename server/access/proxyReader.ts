import type { Request } from 'express';
import { LRUCache } from 'lru-cache';
import { addressOf } from '../http/addressOf.ts';
import type { Note } from './audit.ts';
import type { ProxyConfig } from './config.ts';
import type { Person } from './person.ts';
import { isSecret } from './tokens.ts';

/** ms after which it is said again that a proxy let somebody in, or told us something wrong */
const SAID_AGAIN = 12 * 3_600_000;

/**
 * Reads whom a proxy has let in: from its address, with our common secret, in one header. Says so in the audit log
 * at the first request, and again after half a day.
 */
export function createProxyReader(
  { site, secret, userHeader, admins }: ProxyConfig,
  note: Note,
): (request: Request) => Person | null {
  const said = new LRUCache<string, true>({ max: 10_000, ttl: SAID_AGAIN });
  const say: Note = (request, act, person, reason) => {
    const key = `${act} ${person} ${addressOf(request)} ${reason}`;
    if (!said.has(key)) note(request, act, person, reason);
    said.set(key, true);
  };
  return function readProxied(request) {
    const given = request.headersDistinct[userHeader] ?? [];
    const [name = ''] = given;
    if (given.length === 0) return null;
    const secrets = request.headersDistinct['callboard-proxy-secret'] ?? [];
    const isProxy = site.isProxy(request.socket.remoteAddress ?? '');
    const isTrue = isProxy && secrets.length === 1 && isSecret(secrets[0] ?? '', secret);
    if (!isTrue || given.length !== 1 || !/^[\x21-\x7e]{1,200}$/.test(name)) {
      say(
        request,
        'refused',
        null,
        isTrue ? 'name in the header' : isProxy ? 'secret of the proxy' : 'no proxy of ours',
      );
      return null;
    }
    say(request, 'signed_in', name, 'by the proxy');
    return { name, role: admins.includes(name) ? 'administer' : 'look' };
  };
}
