import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { ZodError } from 'zod';
import { replyRaw } from '../reply.ts';
import { ACTIONS, type Action } from './actions.ts';
import type { Controlled } from './controlled.ts';
import { describeControl } from './describe.ts';
import { refuseControl } from './guard.ts';

/** Largest body that is read, in bytes. */
const LARGEST = 262_144;

/** A request that cannot be done, with the sentence that says why. */
class ControlError extends Error {
  readonly status: number;

  constructor(status: number, sentence: string) {
    super(sentence);
    this.status = status;
  }
}

/** The control path of a simulator, for this machine alone; `GET /control` explains it. */
export function createControl(simulator: Controlled) {
  return async function serveControl(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<void> {
    try {
      send(response, 200, await answerControl(simulator, request, url));
    } catch (error) {
      const { status, message } = toControlError(error);
      send(response, status, { error: message });
    }
  };
}

async function answerControl(simulator: Controlled, request: IncomingMessage, url: URL): Promise<unknown> {
  const refusal = refuseControl(request);
  if (refusal !== null) throw new ControlError(403, refusal);
  if (url.pathname === '/control' && request.method === 'GET') return describeControl(simulator);
  const { action, id } = findAction(request.method, url.pathname);
  return action.run(simulator, await readBody(request), id);
}

function findAction(method: string | undefined, path: string): { action: Action; id: string } {
  for (const action of ACTIONS) {
    const pattern = new RegExp(`^${action.path.replace(':id', '([^/]+)')}$`);
    const match = pattern.exec(path);
    if (match !== null && action.method === method) return { action, id: decodeURIComponent(match[1] ?? '') };
  }
  throw new ControlError(404, 'There is nothing here; GET /control lists what can be done.');
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  if (Number(request.headers['content-length'] ?? 0) > LARGEST) {
    throw new ControlError(413, `A body may have ${LARGEST} bytes.`);
  }
  const body = await text(request);
  if (body.trim() === '') return {};
  try {
    return JSON.parse(body);
  } catch {
    throw new ControlError(400, 'The body is no JSON.');
  }
}

function toControlError(error: unknown): ControlError {
  if (error instanceof ControlError) return error;
  if (error instanceof RangeError) return new ControlError(404, error.message);
  if (error instanceof ZodError) {
    const reasons = error.issues.map(({ path, message }) => `${path.join('.') || 'The body'}: ${message}`);
    return new ControlError(400, `${reasons.join('; ')}.`);
  }
  return new ControlError(500, String(error));
}

function send(response: ServerResponse, status: number, value: unknown): void {
  const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' };
  replyRaw(response, status, headers, `${JSON.stringify(value, null, 2)}\n`);
}
