import type { RequestHandler } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { ListCounts, ListState } from '#contract/list.ts';
import { STATUSES } from '#contract/status.ts';
import { Fault, InvalidQuery } from './Fault.ts';
import type { CountRequest } from './log.ts';
import { noteOf } from './note.ts';

/** Where the list stands, and how many conferences have each status. */
interface ListFigures {
  state: Pick<ListState, 'asOf' | 'whole' | 'loaded' | 'trouble' | 'now'>;
  statuses: ListCounts['statuses'];
}

export interface MetricsOptions {
  /** asked whenever somebody reads the figures */
  readList: () => ListFigures;
}

export interface Metrics {
  /** counts a request that has ended */
  countRequest: CountRequest;
  /** the same question to SignalWire, counted by what came of it */
  countAsks<Given extends unknown[], Result>(
    ask: (...given: Given) => Promise<Result>,
  ): (...given: Given) => Promise<Result>;
  /** `GET /metrics` in the text format of Prometheus */
  answer: RequestHandler;
}

/** Figures for a monitoring system: no name, no id and no address of anybody. */
export function createMetrics({ readList }: MetricsOptions): Metrics {
  const register = new Registry();
  const registers = [register];
  const requests = new Counter({
    name: 'callboard_requests_total',
    help: 'Answered requests, by route, status, and how a kept answer was come by',
    labelNames: ['route', 'status', 'cache'],
    registers,
  });
  const seconds = new Histogram({
    name: 'callboard_request_seconds',
    help: 'Time from a request to the end of its answer, by route',
    labelNames: ['route'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers,
  });
  const asks = new Counter({
    name: 'callboard_upstream_questions_total',
    help: 'Questions to SignalWire, by what came of them: ok, invalid, or the code of the failure',
    labelNames: ['code'],
    registers,
  });
  const pausedAsks = new Counter({
    name: 'callboard_upstream_paused_total',
    help: 'Questions that were not put to SignalWire because a pause stood, by its cause',
    labelNames: ['code'],
    registers,
  });
  const paused = new Gauge({
    name: 'callboard_upstream_paused',
    help: '1 while the newest question met a pause',
    registers,
  });
  const conferences = new Gauge({
    name: 'callboard_conferences',
    help: 'Conferences in the list, by status: each is counted once',
    labelNames: ['status'],
    registers,
  });
  const soon = new Gauge({
    name: 'callboard_conferences_soon',
    help: 'Those of them that are scheduled and open within the hour',
    registers,
  });
  const age = new Gauge({
    name: 'callboard_list_age_seconds',
    help: 'Everything in the list was so this long ago at the most; -1 before the first complete walk',
    registers,
  });
  const whole = new Gauge({
    name: 'callboard_list_whole',
    help: '1 once a walk has seen the whole list',
    registers,
  });
  const failing = new Gauge({
    name: 'callboard_walks_failing_seconds',
    help: 'For how long walks have failed; 0 when the newest did not',
    registers,
  });
  const walking = new Gauge({
    name: 'callboard_walk_underway',
    help: '1 while the list is walked',
    registers,
  });
  const showList = ({ state, statuses }: ListFigures) => {
    conferences.reset();
    for (const status of STATUSES) conferences.set({ status }, statuses[status]);
    soon.set(statuses.soon);
    age.set(state.asOf === null ? -1 : (state.now - state.asOf) / 1000);
    whole.set(state.whole ? 1 : 0);
    failing.set(state.trouble === null ? 0 : (state.now - state.trouble.since) / 1000);
    walking.set(state.loaded === null ? 0 : 1);
  };
  let hasProcess = false;

  return {
    countRequest({ route, status, cache = '', ms }) {
      requests.inc({ route, status, cache });
      seconds.observe({ route }, ms / 1000);
    },

    countAsks(ask) {
      return async function counted(...given) {
        try {
          const result = await ask(...given);
          asks.inc({ code: 'ok' });
          paused.set(0);
          return result;
        } catch (error) {
          const isPaused = error instanceof Fault && error.paused;
          const code =
            error instanceof Fault ? error.code : error instanceof InvalidQuery ? 'invalid' : 'internal';
          (isPaused ? pausedAsks : asks).inc({ code });
          paused.set(isPaused ? 1 : 0);
          throw error;
        }
      };
    },

    async answer(request, response) {
      noteOf(request).route = 'metrics';
      // The process's own figures cost a little all the time: they begin with the first who wants them.
      if (!hasProcess) collectDefaultMetrics({ register });
      hasProcess = true;
      showList(readList());
      const text = await register.metrics();
      response.setHeader('Content-Type', register.contentType);
      response.setHeader('Content-Length', Buffer.byteLength(text));
      response.end(text);
    },
  };
}
