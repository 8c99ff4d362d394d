import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Site } from './site.ts';

/** One cookie of ours: of this host alone, out of reach for scripts, and not sent with what other sites start. */
export interface CookieJar {
  read(request: IncomingMessage): string;
  /** @param maxAge s; absent: until the browser ends */
  write(response: ServerResponse, value: string, maxAge?: number): void;
  clear(response: ServerResponse): void;
}

/** Every value of ours is a token; whatever else came was not written here. */
const TOKEN = /^[\w-]{43}$/;

/** @param use what is told apart by the name: the session, a screen, a sign-in under way */
export function createCookieJar({ origin, basePath }: Site, use: string): CookieJar {
  // Browsers take the prefix only from https; without TLS there is this machine alone.
  const secure = origin.startsWith('https:');
  // Another board under another path of this host has cookies of its own.
  const board = `callboard${basePath.replaceAll(/[^\w-]/g, '-')}`;
  const name = `${secure ? '__Host-' : ''}${board}-${use}`;
  const append = (response: ServerResponse, value: string, maxAge: number | undefined) => {
    const cookie = { name, value, path: '/', httpOnly: true, secure, sameSite: 'lax', maxAge } as const;
    response.appendHeader('Set-Cookie', stringifySetCookie(cookie));
  };
  return {
    read(request) {
      const value = parseCookie(request.headers.cookie ?? '')[name] ?? '';
      return TOKEN.test(value) ? value : '';
    },
    write: append,
    clear: (response) => append(response, '', 0),
  };
}
