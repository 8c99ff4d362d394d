import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Request, RequestHandler } from 'express';
import { Fault } from '../http/Fault.ts';
import { wantsPage } from '../http/requests.ts';
import { isLoopback } from '../loopback.ts';
import type { Site } from './site.ts';

/** The header by which the page says that a person did something since it last asked; its own refreshes do not. */
const ACTIVE_HEADER = 'callboard-active';

/** bytes of a form: little but the address to go to */
const LONGEST_FORM = 48 * 1024;

/** Whether somebody opens an address in the window of a browser. */
export function isNavigation(request: Request): boolean {
  return (request.method === 'GET' || request.method === 'HEAD') && wantsPage(request);
}

/** Whether a person is behind a request: the page's own refresh keeps nobody signed in. */
export function isAct(request: Request): boolean {
  return request.headers[ACTIVE_HEADER] === '1' || isNavigation(request);
}

/** Headers of a request that came through a proxy, whoever wrote them. */
const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'via',
];

/** Whether a program of this very machine asks for itself, and no proxy for somebody else. */
export function isLocal({ socket, headers }: Request, { isProxy }: Site): boolean {
  const address = socket.remoteAddress ?? '';
  return (
    isLoopback(address) &&
    !isProxy(address) &&
    isLoopback((headers.host ?? '').replace(/:\d{1,5}$/, '')) &&
    FORWARDED.every((name) => headers[name] === undefined)
  );
}

/** Keeps browsers on TLS, where there is any. */
export function createSiteHeaders({ origin }: Site): RequestHandler {
  const isSecure = origin.startsWith('https:');
  return function setSiteHeaders(_request, response, next) {
    if (isSecure) response.setHeader('Strict-Transport-Security', 'max-age=31536000');
    next();
  };
}

/** Takes the base path off, where the proxy in front has left it on. */
export function createBaseStrip({ basePath }: Site): RequestHandler {
  return function stripBase(request, response, next) {
    const rest = request.url.startsWith(basePath) ? request.url.slice(basePath.length) : request.url;
    if (basePath === '' || rest === request.url) next();
    else if (rest === '' || rest.startsWith('?')) response.redirect(308, `${basePath}/${rest}`);
    else {
      if (rest.startsWith('/')) request.url = rest;
      next();
    }
  };
}

/** Only a page of this very board may write; browsers say where a request comes from, and pages cannot. */
export function createOwnOrigin({ origin: own }: Site): RequestHandler {
  return function requireOwnOrigin({ headers }, _response, next) {
    const { 'sec-fetch-site': site, origin } = headers;
    // An older browser has the one, a page under no-referrer the other.
    const isOurs = site === undefined ? origin === own : site === 'same-origin' && (origin ?? own) === own;
    if (!isOurs)
      throw new Fault('cross_site', { cause: `asked from ${origin ?? site}, and PUBLIC_URL is ${own}` });
    next();
  };
}

/** The parameters of the address. */
export const queryOf = ({ url }: Request) => new URLSearchParams(url.split('?').slice(1).join('?'));

/** The fields of a form. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const { 'content-length': length, 'content-type': type = '' } = request.headers;
  if (!(Number(length) <= LONGEST_FORM) || !/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type))
    throw new Fault('bad_request');
  return new URLSearchParams(await text(request));
}

/** An address of the board to go to after the sign-in, without its base path; whatever else was given is the board. */
export function readGoal(goal: string | null): string {
  return goal !== null && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(goal) ? goal : '/';
}
