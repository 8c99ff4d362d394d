import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Traffic } from './traffic.ts';

/** ms for connections on which nothing is left to answer */
const GRACE = 500;

/**
 * Stops a server so that nobody who was let in notices: new requests are told that it is stopping, those in
 * flight get their answer, then idle connections are closed, and the rest is cut off. Takes `mostMs` and a
 * little at the most.
 */
export async function closeGently(server: Server, traffic: Traffic, mostMs: number): Promise<void> {
  await Promise.race([traffic.drain(), wait(mostMs, undefined, { ref: false })]);
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), GRACE);
  await closed;
  clearTimeout(cut);
}
