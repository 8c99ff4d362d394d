import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';

/** A server of the test's own in SignalWire's place. */
export interface TestSpace extends AsyncDisposable {
  origin: string;
  server: Server;
}

/** Starts one on a free loopback port. */
export async function startSpace(listener: RequestListener): Promise<TestSpace> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    server,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}
