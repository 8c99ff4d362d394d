import express, { type Express } from 'express';
import { CONFERENCES_PATH, FAULTS_PATH } from '#contract/values.ts';
import { createBoard } from './board.ts';
import { createAnswerRedact } from './conferences/answerRedact.ts';
import { createAsk } from './conferences/ask.ts';
import { createClientBound } from './conferences/clientBound.ts';
import type { Flights } from './conferences/flight.ts';
import { createConferences } from './conferences/route.ts';
import { createShare } from './conferences/share.ts';
import { createFaults } from './faults.ts';
import { answerFailure, refuseUnknown } from './http/errors.ts';
import { setHeaders } from './http/headers.ts';
import { answerHealth, createReady } from './http/health.ts';
import { createHostCheck } from './http/hosts.ts';
import { createRequestLog } from './http/log.ts';
import {
  refuseBody,
  refuseCrossSite,
  refuseMethod,
  refuseOddAddress,
  refuseOddHeaders,
  refuseOtherOrigin,
  refuseReading,
} from './http/requests.ts';
import type { Traffic } from './http/traffic.ts';
import type { StartParts } from './start.ts';

export interface AppParts extends StartParts {
  flights: Flights;
  traffic: Traffic;
}

/** Everything this server answers, in the order in which it is decided. */
export function createApp({
  config,
  upstream,
  demo,
  flights,
  traffic,
  pages,
  clock,
  log,
}: AppParts): Express {
  const { allowedHosts, cacheSeconds, limits } = config;
  const ask = createAsk({
    fly: flights.fly,
    limits,
    clock,
    log,
    redact: createAnswerRedact(upstream),
    bound: createClientBound(limits, clock),
  });
  const share = createShare({ ask, clock, cacheSeconds });

  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', false);
  app.enable('case sensitive routing').enable('strict routing');

  app.use(createRequestLog(log), setHeaders, refuseOddAddress, refuseOddHeaders, refuseBody);
  app.route('/healthz').get(answerHealth).all(refuseMethod);
  app.route('/readyz').get(createReady(traffic)).all(refuseMethod);

  app.use(createHostCheck(allowedHosts), traffic.admit);
  app.use('/api', refuseCrossSite);
  app.route(CONFERENCES_PATH).get(createConferences(share, cacheSeconds)).all(refuseMethod);
  app
    .route('/api/board')
    .get(createBoard({ origin: upstream.origin, demo, cacheSeconds, clock }))
    .all(refuseMethod);
  app.route(FAULTS_PATH).post(refuseOtherOrigin, createFaults(log)).all(refuseReading);
  if (pages !== null) app.use(pages);
  app.use(refuseUnknown, answerFailure);
  return app;
}
