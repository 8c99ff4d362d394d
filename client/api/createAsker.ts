import type { Failure, RestApiErrorItem } from '#contract/errors.ts';
import { readObject } from '#contract/read.ts';
import { type Moment, readMoment } from '../clock.ts';
import { ApiError } from './ApiError.ts';
import { ACTIVE_HEADER, takeActivity } from './activity.ts';

/** An answer of Callboard's own server, its body as the contract types it. */
export interface Answer<Body> {
  /** after a 304 the very object of the last time */
  body: Body;
  headers: Headers;
  /** by this browser's clocks */
  asked: Moment;
  answered: Moment;
}

/** Asks one address. Throws an ApiError, or the signal's reason when it was aborted. */
export type Ask<Body> = (address: string, signal: AbortSignal) => Promise<Answer<Body>>;

/** Whether an answer has a field that every answer of a shape has. */
export function hasField<Body>(name: keyof Body & string): (body: unknown) => body is Body {
  return (body): body is Body => readObject(body)?.[name] !== undefined;
}

/**
 * Prepares asking Callboard's own server for JSON of one shape, `Body`. The server has checked what is in it;
 * `isBody` only tells its answers from those of somebody in between, as a proxy that wants a sign-in. It remembers the
 * last answer of up to `mostKept` addresses and sends their ETags itself, because under `no-store` the browser keeps
 * none.
 */
export function createAsker<Body>(mostKept: number, isBody: (body: unknown) => body is Body): Ask<Body> {
  const kept = new Map<string, { etag: string; body: Body }>();

  const keep = (address: string, etag: string | null, body: Body) => {
    kept.delete(address);
    if (etag !== null) kept.set(address, { etag, body });
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break;
      kept.delete(oldest);
    }
  };

  return async function ask(address, signal) {
    const last = kept.get(address);
    const headers = new Headers(last === undefined ? {} : { 'If-None-Match': last.etag });
    if (takeActivity()) headers.set(ACTIVE_HEADER, '1');
    const asked = readMoment();
    const response = await reach(address, { signal, headers, cache: 'no-store', redirect: 'manual' });
    const times = { headers: response.headers, asked, answered: readMoment() };
    if (response.status === 304 && last !== undefined) return { body: last.body, ...times };
    if (!response.ok) throw await readFailure(response);
    const body = await readJson(response, signal);
    if (!isBody(body)) throw wantSignIn(response);
    keep(address, response.headers.get('ETag'), body);
    return { body, ...times };
  };
}

/** An address of our own server, under whatever path a proxy put it: beside the page. */
export const besidePage = (address: string) => (address.startsWith('/') ? `.${address}` : address);

async function reach(address: string, init: RequestInit & { signal: AbortSignal }): Promise<Response> {
  try {
    return await fetch(besidePage(address), init);
  } catch (cause) {
    init.signal.throwIfAborted();
    throw new ApiError({ code: 'offline', message: 'The board’s own server does not answer.', cause });
  }
}

/** JSON of whatever shape; a body that breaks off midway is a server that went away. */
async function readJson(response: Response, signal: AbortSignal): Promise<unknown> {
  if (!isJson(response)) throw wantSignIn(response);
  try {
    return await response.json();
  } catch (cause) {
    signal.throwIfAborted();
    throw new ApiError({
      code: 'offline',
      message: 'The answer of the board’s own server broke off.',
      cause,
    });
  }
}

function isJson({ headers }: Response): boolean {
  return /^application\/json\b/i.test(headers.get('Content-Type') ?? '');
}

/** Our server sends no page elsewhere and answers JSON: whatever else comes is not from it. */
function wantSignIn(response: Response): ApiError {
  const what = leadsElsewhere(response) ? 'and leads elsewhere' : `(${response.status})`;
  return new ApiError({ code: 'sign_in', message: `Something other than the board answered ${what}.` });
}

/** A browser hides the status of a redirect that it was told not to follow. */
function leadsElsewhere({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400);
}

/** Those by which a proxy asks for a sign-in; ours gives one of them, with a code of its own. */
const SIGN_IN_STATUSES = [401, 407, 511];

/** Any answer that is no success, whoever between server and browser wrote it. */
async function readFailure(response: Response): Promise<ApiError> {
  const { status } = response;
  if (leadsElsewhere(response)) return wantSignIn(response);
  const body: unknown = await response.json().catch(() => null);
  const isOurs = isFailure(body) && ['sign_in_required', 'signed_out'].includes(body.error.code);
  if (SIGN_IN_STATUSES.includes(status) && !isOurs) return wantSignIn(response);
  const errors = readErrors(body);
  if (errors !== null) {
    return new ApiError({ code: 'invalid', message: errors.map(({ message }) => message).join(' '), errors });
  }
  if (isFailure(body)) return new ApiError(body.error);
  // Ours says 403 with a reason; a proxy's own 502 is a server that is away.
  if (status === 403) return wantSignIn(response);
  return new ApiError({ code: 'offline', message: `Something other than the board answered (${status}).` });
}

function readErrors(body: unknown): readonly RestApiErrorItem[] | null {
  const errors = readObject(body)?.errors;
  return Array.isArray(errors) && errors.every(isErrorItem) ? errors : null;
}

function isErrorItem(item: unknown): item is RestApiErrorItem {
  return typeof readObject(item)?.message === 'string';
}

function isFailure(body: unknown): body is Failure {
  const { code, message } = readObject(readObject(body)?.error) ?? {};
  return typeof code === 'string' && typeof message === 'string';
}
