import express, { type Express } from 'express';
import type { Logger } from 'pino';
import { CONFERENCES_PATH, FAULTS_PATH } from '#contract/values.ts';
import type { Access } from './access/openAccess.ts';
import { createBaseStrip, createSiteHeaders } from './access/requests.ts';
import type { Clock } from './clock.ts';
import { createConferences } from './conferences/route.ts';
import type { Share } from './conferences/share.ts';
import type { Config, Upstream } from './config.ts';
import { createAnswerFailure, refuseUnknown } from './http/errors.ts';
import { PLAIN_FRAME, toAnywhere } from './http/frame.ts';
import { setHeaders } from './http/headers.ts';
import { answerHealth, createReady } from './http/health.ts';
import { createHostCheck } from './http/hosts.ts';
import { createRequestLog } from './http/log.ts';
import type { Metrics } from './http/metrics.ts';
import type { Pages } from './http/pages.ts';
import {
  refuseBody,
  refuseCrossSite,
  refuseMethod,
  refuseOddAddress,
  refuseOddHeaders,
  refuseReading,
} from './http/requests.ts';
import type { Traffic } from './http/traffic.ts';
import type { List } from './list/list.ts';
import { createBoard } from './routes/board.ts';
import { createConference } from './routes/conference.ts';
import { createFacet } from './routes/facet.ts';
import { createFaults } from './routes/faults.ts';
import { createPlace } from './routes/place.ts';
import { createSearch } from './routes/search.ts';
import { createTimeline } from './routes/timeline.ts';

export interface StartParts {
  config: Config;
  /** the configured space, or the demo's */
  upstream: Upstream;
  demo: boolean;
  /** serves the built client; null when there is none */
  pages: Pages | null;
  clock: Clock;
  log: Logger;
}

interface AppParts extends StartParts {
  traffic: Traffic;
  share: Share;
  list: List;
  access: Access;
  metrics: Metrics;
}

/** Everything this server answers, in the order in which it is decided. */
export function createApp({
  config,
  upstream,
  demo,
  traffic,
  share,
  list,
  access,
  metrics,
  pages,
  clock,
  log,
}: AppParts): Express {
  const { allowedHosts, cacheSeconds, conferenceUrl } = config;
  const basePath = config.access.mode === 'none' ? '' : config.access.site.basePath;

  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', false);
  app.enable('case sensitive routing').enable('strict routing');

  app.use(createRequestLog(log, metrics.countRequest), setHeaders, refuseOddAddress, refuseOddHeaders);
  if (config.access.mode !== 'none') {
    const { site } = config.access;
    app.set('trust proxy', site.isProxy);
    app.use(createSiteHeaders(site), createBaseStrip(site));
  }
  app.use(refuseBody);
  app.route('/healthz').get(answerHealth).all(refuseMethod);
  app
    .route('/readyz')
    .get(createReady({ traffic, hasPage: pages !== null, list, ticks: clock.ticks }))
    .all(refuseMethod);

  app.use(createHostCheck(allowedHosts), traffic.admit);
  app.use('/api', refuseCrossSite);
  if (pages !== null) app.use(pages.serveFile);
  access.addOpenRoutes(app);
  app.route('/metrics').get(access.requireMonitor, metrics.answer).all(refuseMethod);

  // From here on nobody goes who was not let in.
  app.use(access.requirePerson);
  access.addPersonalRoutes(app);
  app.route(CONFERENCES_PATH).get(createConferences(share, cacheSeconds)).all(refuseMethod);
  app.route(`${CONFERENCES_PATH}/search`).get(createSearch(list)).all(refuseMethod);
  app.route(`${CONFERENCES_PATH}/timeline`).get(createTimeline(list)).all(refuseMethod);
  app.route(`${CONFERENCES_PATH}/facets/:column`).get(createFacet(list)).all(refuseMethod);
  app.route(`${CONFERENCES_PATH}/:id/place`).get(createPlace(list)).all(refuseMethod);
  app.route(`${CONFERENCES_PATH}/:id`).get(createConference(list)).all(refuseMethod);
  app
    .route('/api/board')
    .get(createBoard({ origin: upstream.origin, demo, conferenceUrl, clock }))
    .all(refuseMethod);
  app.route(FAULTS_PATH).post(access.requireOwnOrigin, createFaults(log)).all(refuseReading);
  if (pages !== null) app.use(pages.servePage);
  app.use(refuseUnknown, createAnswerFailure(toAnywhere(pages?.frame ?? PLAIN_FRAME, basePath)));
  return app;
}
