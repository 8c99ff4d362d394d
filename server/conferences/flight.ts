import { Agent as HttpAgent, type IncomingMessage, type ServerResponse } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { createProxyMiddleware, definePlugin } from 'http-proxy-middleware';
import { inject } from 'light-my-request';
import { CONFERENCES_PATH } from '#contract/values.ts';
import packageJson from '../../package.json' with { type: 'json' };
import type { Limits, Upstream } from '../config.ts';
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
  /** Asks SignalWire once, for at most `mostMs`. Throws a Fault when no whole answer came in time. */
  fly(canonicalQuery: string, mostMs: number): Promise<Answer>;
  /** lets go of the connections that are kept for the next flight */
  close(): void;
}

/** Connections at once, and how many of them wait for the next flight. */
const CONNECTIONS = { keepAlive: true, maxSockets: 64, maxFreeSockets: 8 };

/**
 * Prepares flights: calls of our own through http-proxy-middleware, detached from any browser's request. Of
 * a browser there is nothing in them: the request is made here, from the canonical query and our
 * credentials, and what comes back is collected, never piped through.
 */
export function createFlights(upstream: Upstream, limits: Limits): Flights {
  const agent = upstream.origin.startsWith('https:')
    ? new HttpsAgent(CONNECTIONS)
    : new HttpAgent(CONNECTIONS);
  const landings = new WeakMap<IncomingMessage, Landing<Answer>>();
  const fail = (error: Error, request?: IncomingMessage) => {
    const landing = request && landings.get(request);
    const fault = toFault(error);
    // While a body is read, its reader knows best why it ended, unless what came was no HTTP.
    if (landing?.isAnswered && fault.code !== 'upstream_malformed') return;
    landing?.reject(fault);
  };

  const listen = definePlugin<IncomingMessage, ServerResponse>((server) => {
    server.on('proxyReq', (outgoing, request) => {
      const landing = landings.get(request);
      const { socket } = outgoing;
      if (!socket?.connecting) {
        landing?.connected();
        return;
      }
      landing?.connecting();
      socket.once('encrypted' in socket ? 'secureConnect' : 'connect', () => landing?.connected());
    });
    server.on('proxyRes', (incoming, request) => {
      const landing = landings.get(request);
      if (landing === undefined) return;
      landing.answered();
      readBody(incoming, limits.answerBytes).then(
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

  return {
    fly(canonicalQuery, mostMs) {
      const landing = createLanding<Answer>(limits, mostMs);
      const dispatch = (request: IncomingMessage, response: ServerResponse) => {
        landings.set(request, landing);
        // Once we have what we need, or no longer want it, the proxy must let go of the upstream's socket.
        landing.whenDown(() => response.destroy());
        void proxy(request, response);
      };
      const url = canonicalQuery === '' ? CONFERENCES_PATH : `${CONFERENCES_PATH}?${canonicalQuery}`;
      inject(dispatch, { method: 'GET', url, headers, validate: false }, () => {});
      return landing.promise;
    },
    close: () => agent.destroy(),
  };
}
