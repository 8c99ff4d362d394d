import type { AddressInfo } from 'node:net';
import packageJson from '../package.json' with { type: 'json' };
import { createAccess } from './access/access.ts';
import { createApp, type StartParts } from './app.ts';
import { createAnswerRedact } from './conferences/answerRedact.ts';
import { createAsk } from './conferences/askSignalWire.ts';
import { createClientBound } from './conferences/clientBound.ts';
import { createFlights } from './conferences/flight.ts';
import { createShare } from './conferences/share.ts';
import { closeGently } from './http/close.ts';
import { createMetrics } from './http/metrics.ts';
import { createHttpServer } from './http/server.ts';
import { createTraffic } from './http/traffic.ts';
import { createList } from './list/list.ts';

export interface Running {
  /** for example `http://127.0.0.1:3000` */
  origin: string;
  /** takes no more requests, answers those in flight, and resolves when everything is closed */
  stop(): Promise<void>;
}

/** Starts the server. Throws what listening throws: the port may be in use. */
export async function start(parts: StartParts): Promise<Running> {
  const { config, upstream, demo, log } = parts;
  const { clock } = parts;
  const { limits, cacheSeconds, proxy } = config;
  const traffic = createTraffic(limits);
  const flights = createFlights(upstream, limits, proxy);
  const metrics = createMetrics({ readList: () => list.figures() });
  const ask = metrics.countAsks(
    createAsk({
      fly: flights.fly,
      limits,
      clock,
      log,
      redact: createAnswerRedact(upstream),
      bound: createClientBound(limits, clock),
    }),
  );
  const share = createShare({ ask, clock, cacheSeconds });
  const list = createList({ share, clock, log, config });
  const access = createAccess({ config: config.access, frame: parts.pages?.frame, clock, log });
  const server = createHttpServer(
    createApp({ ...parts, share, list, traffic, access, metrics }),
    log,
    limits,
  );
  const { promise: listening, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject).listen(config.port, config.host, resolve);
  await listening;
  const origin = readOrigin(config.host, server.address());
  const { version } = packageJson;
  const { access: who, allowedHosts } = config;
  const publicUrl = who.mode === 'none' ? undefined : `${who.site.origin}${who.site.basePath}/`;
  log.info(
    {
      version,
      node: process.versions.node,
      origin,
      authMode: who.mode,
      publicUrl,
      space: upstream.origin,
      demo,
    },
    'start',
  );
  if (who.mode === 'none' && allowedHosts.length > 0)
    log.warn({ allowedHosts }, 'nobody has to sign in, and ALLOWED_HOSTS names more than this machine');
  return {
    origin,
    async stop() {
      log.info('stopping');
      list.close();
      await closeGently(server, traffic, limits.totalMs);
      flights.close();
      log.info('stop');
    },
  };
}

function readOrigin(host: string, address: AddressInfo | string | null): string {
  const port = typeof address === 'object' ? address?.port : undefined;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
