import { createServer, type RequestListener, type Server } from 'node:http';

/** A slow or broken client costs one socket for a few seconds, and never another client's time. All in ms. */
const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
  /** bytes */
  maxHeaderSize: 16 * 1024,
};
/** ms without a byte in either direction; longer than any question to SignalWire takes */
const IDLE = 30_000;

/** Node's own server with bounds on everything that a client may take its time over. */
export function createHttpServer(listener: RequestListener): Server {
  const server = createServer(LIMITS, listener);
  server.maxHeadersCount = 100;
  server.setTimeout(IDLE);
  // The listener refuses every expectation, so nobody is told to go on.
  server.on('checkContinue', listener).on('checkExpectation', listener);
  server.on('upgrade', (_request, socket) => socket.destroy());
  return server;
}
