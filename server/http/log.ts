import type { RequestHandler } from 'express';
import { type DestinationStream, type Logger, pino } from 'pino';
import { addressOf } from './addressOf.ts';
import { noteOf } from './note.ts';
import { createRedact } from './redact.ts';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface LogOptions {
  level: LogLevel;
  /** texts that must never be written, in whatever field they turn up */
  secrets: readonly string[];
  output: DestinationStream;
}

/** Characters of one text in a line; longer ones are cut. */
const LONGEST = 4_000;

/**
 * A log of JSON lines, one a request, that cannot spell a secret in any value and writes every control character
 * escaped.
 */
export function createLog({ level, secrets, output }: LogOptions): Logger {
  const redact = createRedact(secrets);
  const toSafe = (_key: string, value: unknown) =>
    typeof value === 'string' ? redact(value).slice(0, LONGEST) : value;
  const streamWrite = (line: string) => {
    // Read back, a value is the text itself, in which no escape can hide a secret; keys are our own and stay.
    const safe = JSON.stringify(JSON.parse(line, toSafe));
    return `${safe.replace(/[\x7f-\x9f]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`)}\n`;
  };
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError },
      hooks: { streamWrite },
    },
    output,
  );
}

/**
 * An error for the log, and what caused it. Only what is known of every error: Node puts the bytes that it could not
 * read as HTTP into a field of its own, and they may be anybody's headers.
 */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  const { name: type, message, stack } = error;
  const code = 'code' in error ? error.code : undefined;
  const cause = error.cause === undefined ? undefined : toText(error.cause);
  return { type, code, message, cause, stack };
}

const toText = (cause: unknown) =>
  cause instanceof Error ? `${cause.stack ?? cause.message}` : String(cause);

/** Is told of every request that has ended, by what the log says of it. */
export type CountRequest = (ended: {
  route: string;
  status: number;
  cache: string | undefined;
  ms: number;
}) => void;

/** Writes one line a request when its answer is over: never a header, an address, a token or a body. */
export function createRequestLog(log: Logger, countRequest: CountRequest): RequestHandler {
  return function logRequest(request, response, next) {
    const begun = performance.now();
    const peer = addressOf(request);
    response.once('close', () => {
      const { id, route, code, cache, error } = noteOf(request);
      const line = {
        id,
        peer,
        method: request.method,
        route,
        status: response.statusCode,
        code,
        cache,
        ms: Math.round(performance.now() - begun),
        bytes: Number(response.getHeader('Content-Length') ?? 0),
        finished: response.writableFinished,
        err: error,
      };
      countRequest(line);
      if (code === 'internal') log.error(line, 'request');
      else log.info(line, 'request');
    });
    next();
  };
}
