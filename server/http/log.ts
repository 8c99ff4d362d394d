import type { RequestHandler } from 'express';
import { type DestinationStream, destination, type Logger, pino } from 'pino';
import type { LogLevel } from '../config.ts';
import { noteOf } from './note.ts';

export interface LogOptions {
  level: LogLevel;
  /** texts that must never be written, in whatever field they turn up */
  secrets: readonly string[];
  /** standard output when absent */
  output?: DestinationStream;
}

/** A log of JSON lines, one a request, that cannot spell a secret and writes every control character escaped. */
export function createLog({ level, secrets, output = destination({ sync: true }) }: LogOptions): Logger {
  const streamWrite = (line: string) => {
    const safe = secrets.reduce((text, secret) => text.replaceAll(secret, '[secret]'), line);
    return safe.replace(/[\x7f-\x9f]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
  };
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, hooks: { streamWrite } },
    output,
  );
}

/** The credentials in every spelling in which they could turn up. */
export function spellSecrets(projectId: string, apiToken: string): string[] {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  return [base64(`${projectId}:${apiToken}`), base64(apiToken), encodeURIComponent(apiToken), apiToken];
}

/** Writes one line a request when its answer is over: never a header, an address, a token or a body. */
export function createRequestLog(log: Logger): RequestHandler {
  return function logRequest(request, response, next) {
    const begun = performance.now();
    response.once('close', () => {
      const { id, route, code, cache, error } = noteOf(request);
      const line = {
        id,
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
      if (code === 'internal') log.error(line, 'request');
      else log.info(line, 'request');
    });
    next();
  };
}
