import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import type { FailureCode } from '#contract/errors.ts';
import type { Limits } from '../limits.ts';
import { answerBare } from './errors.ts';
import { createId } from './note.ts';
import { MOST_HEADERS } from './requests.ts';

/** A slow or broken client costs one socket for a few seconds, and never another client's time. All in ms. */
const LIMITS = {
  requestTimeout: 15_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
  /** bytes */
  maxHeaderSize: 16 * 1024,
  // Node would refuse a request without one by itself, without our headers and unseen by the log.
  requireHostHeader: false,
};
/** ms without a byte in either direction; longer than any question to SignalWire takes */
const IDLE = 30_000;

/** What Node found wrong with the bytes of a client; anything else is a bad request. */
const REFUSALS: ReadonlyMap<string, FailureCode> = new Map([
  ['HPE_HEADER_OVERFLOW', 'headers_too_large'],
  ['ERR_HTTP_REQUEST_TIMEOUT', 'request_timeout'],
]);

/** Node's own server with bounds on everything that a client may take its time over. */
export function createHttpServer(listener: RequestListener, log: Logger, { headersMs }: Limits): Server {
  /** how many requests of a connection are being answered */
  const answering = new WeakMap<Duplex, number>();
  const count = ({ socket }: IncomingMessage, more: number) =>
    answering.set(socket, (answering.get(socket) ?? 0) + more);

  const server = createServer({ ...LIMITS, headersTimeout: headersMs });
  server.on('request', (request, response) => {
    count(request, 1);
    response.once('close', () => count(request, -1));
    listener(request, response);
  });
  // One more than is allowed: Node drops what is over it, and nobody would know.
  server.maxHeadersCount = MOST_HEADERS + 1;
  server.setTimeout(IDLE);
  // The listener refuses every expectation, so nobody is told to go on.
  server.on('checkContinue', listener).on('checkExpectation', listener);

  const drop = (what: string) => (request: IncomingMessage, socket: Duplex) => {
    const peer = request.socket.remoteAddress;
    socket.destroy();
    log.info({ id: createId(), peer, what }, 'refused');
  };
  server.on('upgrade', drop('upgrade')).on('connect', drop('CONNECT'));
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    const peer = 'remoteAddress' in socket ? socket.remoteAddress : undefined;
    const code = REFUSALS.get(error.code ?? '') ?? 'bad_request';
    // In the middle of an answer another one cannot be read; and who went away reads none.
    if (!socket.writable || answering.get(socket)) {
      socket.destroy();
      log.info({ id: createId(), peer, code, what: error.code }, 'broken off');
      return;
    }
    log.info({ ...answerBare(socket, code), peer, code, what: error.code }, 'refused');
  });
  return server;
}
