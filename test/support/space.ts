import { once } from 'node:events';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';

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

/** A space without conferences that answers nothing until it is let. */
export async function startHeldSpace() {
  const held: ServerResponse[] = [];
  const space = await startSpace((_request, response) => held.push(response));
  return {
    ...space,
    held,
    /** answers everything that was asked so far */
    release() {
      for (const response of held)
        response
          .writeHead(200, { 'Content-Type': 'application/json' })
          .end('{"links":{"self":"","first":""},"data":[]}');
    },
  };
}
