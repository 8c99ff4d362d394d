import type { RequestHandler } from 'express';
import { Fault } from './Fault.ts';
import { noteOf } from './note.ts';
import { sendJson } from './sendJson.ts';
import type { Traffic } from './traffic.ts';

/** `/healthz`: the process is alive and answers. */
export const answerHealth: RequestHandler = (request, response) => {
  noteOf(request).route = 'health';
  sendJson(response, 200, { status: 'alive' });
};

/** ms after which people are sent here though the list is not whole: a SignalWire that is away is no reason to wait. */
const LONGEST_LOADING = 30_000;

export interface ReadyOptions {
  traffic: Traffic;
  /** whether there is a page to serve */
  hasPage: boolean;
  /** whether a walk has seen the whole list, and how to say that somebody will look */
  list: { state(): { whole: boolean }; refresh: { asked(): void } };
  /** ms, only forward */
  ticks: () => number;
}

/**
 * `/readyz`: whether to send people here. Who asks right after the start will send somebody soon: the list is walked
 * once for them. Later it asks nothing of SignalWire.
 */
export function createReady({ traffic, hasPage, list, ticks }: ReadyOptions): RequestHandler {
  const begun = ticks();
  return function answerReady(request, response) {
    noteOf(request).route = 'ready';
    traffic.requireOpen();
    if (!hasPage) throw new Fault('no_page');
    if (!list.state().whole && ticks() - begun < LONGEST_LOADING) {
      list.refresh.asked();
      throw new Fault('loading', { retryAfter: 1 });
    }
    sendJson(response, 200, { status: 'ready' });
  };
}
