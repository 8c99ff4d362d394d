import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Failure, FailureCode, InvalidParameters } from '#contract/errors.ts';
import { Fault, InvalidQuery } from './Fault.ts';
import { ADVICE, FAILURES } from './failures.ts';
import { type Frame, sendPage } from './frame.ts';
import { API_HEADERS } from './headers.ts';
import { createId, noteOf } from './note.ts';
import { wantsPage } from './requests.ts';
import { sendJson } from './sendJson.ts';

/** Whatever found no route. */
export const refuseUnknown: RequestHandler = () => {
  throw new Fault('not_found');
};

/**
 * The one exit for failures: everything thrown anywhere ends here, and nothing else answers a failure. A browser that
 * asks for its window gets a page in the frame.
 */
export const createAnswerFailure = (frame: Frame): ErrorRequestHandler =>
  function answerFailure(error: unknown, request, response, _next) {
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
    const status = fault.paused ? 503 : FAILURES[fault.code].status;
    if (wantsPage(request)) sendPage(response, status, writeExplanation(fault.code, note.id), frame);
    else sendJson(response, status, writeFailure(fault.code, note.id, fault.retryAfter));
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

function writeExplanation(code: FailureCode, requestId: string): string {
  const advice = ADVICE[code] === undefined ? '' : `<p>${ADVICE[code]}</p>`;
  return `<h2>${FAILURES[code].message}</h2>${advice}<p><small>Request ${requestId}</small></p>`;
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
