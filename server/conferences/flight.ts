import { Agent as HttpAgent, type IncomingMessage, type ServerResponse } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { createProxyMiddleware, definePlugin } from 'http-proxy-middleware';
import { inject } from 'light-my-request';
import { CONFERENCES_PATH } from '#contract/values.ts';
import packageJson from '../../package.json' with { type: 'json' };
import type { Upstream } from '../config.ts';
import { Fault } from '../http/Fault.ts';
import type { Limits } from '../limits.ts';
import type { ProxyEnv } from '../proxy.ts';
import { createAir, type Load } from './air.ts';
import { readBody } from './body.ts';
import { createLanding, type Landing } from './landing.ts';
import { toFault } from './toFault.ts';

/** What SignalWire answered, whatever its status: whole, unpacked, and within the byte cap. */
export interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

export interface Flights {
  /**
   * Asks SignalWire, for at most `mostMs`, and gives the whole answer to `read`; until that has ended, the answer's bytes
   * count as in the air. Where a kept connection turns out to be dead, it asks once more. Throws a Fault when no whole
   * answer came in time, or what `read` throws.
   */
  fly<Result>(
    canonicalQuery: string,
    mostMs: number,
    read: (answer: Answer) => Promise<Result>,
  ): Promise<Result>;
  /** lets go of the connections that are kept for the next flight */
  close(): void;
}

/** A flight while it lasts. */
interface Underway {
  landing: Landing<Answer>;
  /** begins with the first byte of the answer: before that there is nothing to wait for */
  load: Load | null;
  /** its connection was kept from an earlier one: the network may have forgotten it, and tells nobody */
  isReused: boolean;
  isOver: boolean;
}

/**
 * Prepares flights: calls of our own through http-proxy-middleware, detached from any browser's request. Of
 * a browser there is nothing in them: the request is made here, from the canonical query and our
 * credentials, and what comes back is collected, never piped through.
 */
export function createFlights(upstream: Upstream, limits: Limits, proxyEnv: ProxyEnv = {}): Flights {
  // Connections at once, and how many of them wait for the next flight, and for how long.
  const connections = {
    keepAlive: true,
    maxSockets: 64,
    maxFreeSockets: 8,
    timeout: limits.idleConnectionMs,
  };
  const agent = upstream.origin.startsWith('https:')
    ? new HttpsAgent({ ...connections, proxyEnv })
    : // Plain http leads to this machine alone, and never through a proxy: it would read the credentials.
      new HttpAgent(connections);
  const air = createAir(limits.airBytes);
  const flights = new WeakMap<IncomingMessage, Underway>();
  const fail = (error: Error, request?: IncomingMessage) => {
    const landing = request && flights.get(request)?.landing;
    const fault = toFault(error);
    // While a body is read, its reader knows best why it ended, unless what came was no HTTP.
    if (landing?.isAnswered && fault.code !== 'upstream_malformed') return;
    landing?.reject(fault);
  };

  const listen = definePlugin<IncomingMessage, ServerResponse>((server) => {
    server.on('proxyReq', (outgoing, request) => {
      const flight = flights.get(request);
      if (flight === undefined) return;
      flight.isReused = outgoing.reusedSocket;
      const { socket } = outgoing;
      if (!socket?.connecting) {
        flight.landing.connected();
        return;
      }
      flight.landing.connecting();
      socket.once('encrypted' in socket ? 'secureConnect' : 'connect', () => flight.landing.connected());
    });
    server.on('proxyRes', (incoming, request) => {
      const flight = flights.get(request);
      if (flight === undefined || flight.isOver) return;
      const { landing } = flight;
      const load = air.begin();
      flight.load = load;
      landing.answered();
      readBody(incoming, limits.answerBytes, load).then(
        (body) => landing.resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body }),
        landing.reject,
      );
    });
    // An upstream's reset comes as `econnreset`; and either may come again after the answer was begun.
    server.on('error', fail);
    server.on('econnreset', fail);
  });
  const proxy = createProxyMiddleware<IncomingMessage, ServerResponse>({
    target: upstream.origin,
    changeOrigin: true,
    agent,
    selfHandleResponse: true,
    ejectPlugins: true,
    plugins: [listen],
  });

  const credentials = Buffer.from(`${upstream.projectId}:${upstream.apiToken}`).toString('base64');
  const headers = {
    accept: 'application/json',
    'accept-encoding': 'gzip',
    'user-agent': `Callboard/${packageJson.version}`,
    authorization: `Basic ${credentials}`,
  };

  const start = (canonicalQuery: string, mostMs: number): Underway => {
    const landing = createLanding<Answer>(limits, mostMs);
    const flight: Underway = { landing, load: null, isReused: false, isOver: false };
    const dispatch = (request: IncomingMessage, response: ServerResponse) => {
      flights.set(request, flight);
      // Once we have what we need, or no longer want it, the proxy must let go of the upstream's socket.
      landing.whenDown(() => response.destroy());
      void proxy(request, response);
    };
    const url = canonicalQuery === '' ? CONFERENCES_PATH : `${CONFERENCES_PATH}?${canonicalQuery}`;
    inject(dispatch, { method: 'GET', url, headers, validate: false }, () => {});
    return flight;
  };

  /** None of the kept connections is trusted any more: the network forgets them together. */
  const dropIdle = () => {
    for (const socket of Object.values(agent.freeSockets).flat()) socket?.destroy();
  };

  return {
    async fly(canonicalQuery, mostMs, read) {
      const begun = performance.now();
      const flyOnce = async (ms: number, isSecond: boolean) => {
        const flight = start(canonicalQuery, ms);
        try {
          return await read(await flight.landing.promise);
        } catch (error) {
          const leftMs = mostMs - (performance.now() - begun);
          if (isSecond || leftMs <= 0 || !isForgotten(flight, error)) throw error;
          dropIdle();
          return await flyOnce(leftMs, true);
        } finally {
          flight.isOver = true;
          flight.load?.land();
        }
      };
      return flyOnce(mostMs, false);
    },
    close: () => agent.destroy(),
  };
}

/** Whether a flight failed before any answer on a connection that may have been dead when it began. */
function isForgotten({ isReused, landing }: Underway, error: unknown): boolean {
  return (
    isReused &&
    !landing.isAnswered &&
    error instanceof Fault &&
    (error.code === 'upstream_timeout' || error.code === 'upstream_unreachable')
  );
}
