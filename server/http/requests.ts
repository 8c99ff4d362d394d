import type { Request, RequestHandler } from 'express';
import { FAULTS_PATH } from '#contract/values.ts';
import { Fault } from './Fault.ts';

/**
 * Refuses, before any route is chosen, an address that could be read in two ways: not beginning with a single
 * slash (a whole URL), with doubled, encoded or backward slashes, dot segments, NUL, or what is no ASCII.
 */
export const refuseOddAddress: RequestHandler = (request, _response, next) => {
  const [path = ''] = request.url.split('?', 1);
  const isOdd =
    !/^\/[\x21-\x7e]*$/.test(request.url) ||
    /\/\/|[\\#]|%(?:2f|5c|2e|00|25)/i.test(path) ||
    /\/\.{1,2}(?:\/|$)/.test(path);
  if (isOdd) throw new Fault('bad_request');
  next();
};

/** As many header lines as a request may have. */
export const MOST_HEADERS = 100;

/** A request says once whom it asks: of two hosts, this server and one in front of it could each believe another. */
export const refuseOddHeaders: RequestHandler = ({ rawHeaders, httpVersion }, _response, next) => {
  if (rawHeaders.length > MOST_HEADERS * 2) throw new Fault('headers_too_large');
  const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length;
  if (hosts > 1 || (hosts === 0 && httpVersion === '1.1')) throw new Fault('bad_request');
  next();
};

/** What alone is written to: reports of faults, and the forms of signing in and out. */
const WRITTEN: readonly string[] = [
  FAULTS_PATH,
  '/sign-in',
  '/sign-in-screen',
  '/sign-out',
  '/sign-out-other',
];

/**
 * Little here is written to, so elsewhere a body can only be meant to confuse; and nobody is asked to go on. What is
 * written says how long it is.
 */
export const refuseBody: RequestHandler = ({ method, path, headers }, response, next) => {
  if (headers.expect !== undefined) throw new Fault('expectation_failed');
  const mayHaveBody = method === 'POST' && WRITTEN.includes(path);
  const hasLength = !mayHaveBody && Number(headers['content-length'] ?? 0) !== 0;
  if (headers['transfer-encoding'] !== undefined || hasLength) {
    // What follows on this connection is not worth reading.
    response.setHeader('Connection', 'close');
    throw new Fault('bad_request');
  }
  next();
};

/** Whether a browser asks for something to show in its window. */
export const wantsPage = (request: Request) => request.accepts(['json', 'html']) === 'html';

/** Nearly everything is read-only. */
export const refuseMethod: RequestHandler = (_request, response) => {
  response.setHeader('Allow', 'GET, HEAD');
  throw new Fault('method_not_allowed');
};

/** Forms and reports are only written. */
export const refuseReading: RequestHandler = (_request, response) => {
  response.setHeader('Allow', 'POST');
  throw new Fault('method_not_allowed');
};

/** A page of another site has no business here; browsers say where a request comes from. */
export const refuseCrossSite: RequestHandler = (request, _response, next) => {
  if (request.headers['sec-fetch-site'] === 'cross-site') throw new Fault('cross_site');
  next();
};

/**
 * Only a page of this very server may write. Where the browser does not say where a request comes from (plain http
 * under a name of the network), the origin that it sends with every POST does.
 */
export const refuseOtherOrigin: RequestHandler = ({ headers }, _response, next) => {
  const { 'sec-fetch-site': site, origin, host } = headers;
  const isOurs =
    site === undefined ? origin === undefined || hostOf(origin) === host : site === 'same-origin';
  if (!isOurs) throw new Fault('cross_site');
  next();
};

function hostOf(origin: string): string | null {
  return URL.parse(origin)?.host ?? null;
}
