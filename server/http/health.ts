import type { RequestHandler } from 'express';
import { noteOf } from './note.ts';
import { sendJson } from './sendJson.ts';
import type { Traffic } from './traffic.ts';

/** `/healthz`: the process is alive and answers. */
export const answerHealth: RequestHandler = (request, response) => {
  noteOf(request).route = 'health';
  sendJson(response, 200, { status: 'alive' });
};

/** `/readyz`: whether to send people here. It asks nothing of SignalWire: its faults are no reason to go elsewhere. */
export function createReady({ requireOpen }: Traffic): RequestHandler {
  return function answerReady(request, response) {
    noteOf(request).route = 'ready';
    requireOpen();
    sendJson(response, 200, { status: 'ready' });
  };
}
