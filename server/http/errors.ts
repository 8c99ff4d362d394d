import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Failure, InvalidParameters } from '#contract/errors.ts';
import { Fault, InvalidQuery } from './Fault.ts';
import { FAILURES } from './failures.ts';
import { noteOf } from './note.ts';
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
  const { status, message, retryable } = FAILURES[fault.code];
  if (fault.retryAfter !== null) response.setHeader('Retry-After', fault.retryAfter);
  const body: Failure = {
    error: { code: fault.code, message, retryable, retryAfter: fault.retryAfter, requestId: note.id },
  };
  sendJson(response, fault.paused ? 503 : status, body);
};

function toFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  // Express itself throws these for an address that cannot be decoded.
  return new Fault(error instanceof URIError ? 'bad_request' : 'internal', { cause: error });
}
