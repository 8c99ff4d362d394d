import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Failure, FailureCode, InvalidParameters } from '#contract/errors.ts';
import { Fault, InvalidQuery } from './Fault.ts';
import { FAILURES } from './failures.ts';
import { API_HEADERS } from './headers.ts';
import { createId, noteOf } from './note.ts';
import { sendJson } from './sendJson.ts';

/** Whatever found no route. */
export const refuseUnknown: RequestHandler = () => {
  throw new Fault('not_found');
};

/** The one exit for failures: everything thrown anywhere ends here, and nothing else answers a failure. */
export const answerFailure: ErrorRequestHandler = (error: unknown, request, response, _next) => {
  const note = noteOf(request);
  if (response.headersSent) {
    note.error = error;
    response.destroy();
    return;
  }
  if (error instanceof InvalidQuery) {
    note.code = 'invalid';
    const body: InvalidParameters = { errors: [...error.errors] };
    sendJson(response, 422, body);
    return;
  }
  const fault = toFault(error);
  note.code = fault.code;
  if (fault.cause !== undefined) note.error = fault.cause;
  if (fault.retryAfter !== null) response.setHeader('Retry-After', fault.retryAfter);
  const body = writeFailure(fault.code, note.id, fault.retryAfter);
  sendJson(response, fault.paused ? 503 : FAILURES[fault.code].status, body);
};

/**
 * Answers on the bare connection what was refused before it was a request, closes it, and returns status and id for
 * the log.
 */
export function answerBare(socket: Duplex, code: FailureCode): { status: number; id: string } {
  const { status } = FAILURES[code];
  const id = createId();
  const body = JSON.stringify(writeFailure(code, id, null));
  const headers = {
    ...API_HEADERS,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', ''].join('\r\n');
  socket.end(head + body, () => socket.destroy());
  return { status, id };
}

function writeFailure(code: FailureCode, requestId: string, retryAfter: number | null): Failure {
  const { message, retryable } = FAILURES[code];
  return { error: { code, message, retryable, retryAfter, requestId } };
}

function toFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  // Express itself throws these for an address that cannot be decoded.
  return new Fault(error instanceof URIError ? 'bad_request' : 'internal', { cause: error });
}
