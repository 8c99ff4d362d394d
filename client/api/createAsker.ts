import type { Failure, InvalidParameters } from '#contract/errors.ts';
import { type Moment, readMoment } from '../clock.ts';
import { ApiError } from './ApiError.ts';

/** An answer of Callboard's own server, its body as the contract types it. */
export interface Answer<Body> {
  body: Body;
  /** true when the server said 304: `body` is the very object of the last time */
  unchanged: boolean;
  headers: Headers;
  /** by this browser's clocks */
  asked: Moment;
  answered: Moment;
}

/** Asks one address. Throws an ApiError, or the signal's reason when it was aborted. */
export type Ask<Body> = (address: string, signal: AbortSignal) => Promise<Answer<Body>>;

/**
 * Prepares asking Callboard's own server for JSON of one shape, `Body`, which the server has checked: the
 * only `fetch` of the client. It remembers the last answer of up to `mostKept` addresses and sends their
 * ETags itself, because under `no-store` the browser keeps none.
 */
export function createAsker<Body>(mostKept: number): Ask<Body> {
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
    const headers: HeadersInit = last === undefined ? {} : { 'If-None-Match': last.etag };
    const asked = readMoment();
    const response = await reach(address, { signal, headers, cache: 'no-store' });
    const times = { headers: response.headers, asked, answered: readMoment() };
    if (response.status === 304 && last !== undefined) return { body: last.body, unchanged: true, ...times };
    if (!response.ok) throw await readFailure(response);
    const body: Body = await readJson(response, signal);
    keep(address, response.headers.get('ETag'), body);
    return { body, unchanged: false, ...times };
  };
}

async function reach(address: string, init: RequestInit & { signal: AbortSignal }): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (cause) {
    init.signal.throwIfAborted();
    throw new ApiError({ code: 'offline', message: 'The board’s own server does not answer.', cause });
  }
}

/** JSON of whatever shape; a body that breaks off midway is a server that went away. */
async function readJson(response: Response, signal: AbortSignal) {
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

/** Any answer that is no success, whoever between server and browser wrote it. */
async function readFailure(response: Response): Promise<ApiError> {
  const body: Partial<Failure & InvalidParameters> | null = await response.json().catch(() => null);
  if (body?.errors !== undefined) {
    const message = body.errors.map((error) => error.message).join(' ');
    return new ApiError({ code: 'invalid', message, errors: body.errors });
  }
  if (body?.error !== undefined) return new ApiError(body.error);
  return new ApiError({
    code: 'offline',
    message: `Something other than the board answered (${response.status}).`,
  });
}
