import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createFlights, type Flights } from '../../../server/conferences/flight.ts';
import { DEFAULT_LIMITS, type Limits } from '../../../server/limits.ts';

const credentials = { projectId: 'project', apiToken: 'PTsecret' };
const limits = { ...DEFAULT_LIMITS, connectMs: 300, firstByteMs: 300, totalMs: 1_000 };

let server: Server;
let flights: Flights;
afterEach(() => {
  flights.close();
  server.close();
});

/** One flight to a server of the test's own, spoken to by `scheme`. */
async function flyTo(given: Server, scheme: 'http' | 'https', change: Partial<Limits> = {}) {
  server = given.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const origin = `${scheme}://127.0.0.1:${port}`;
  flights = createFlights({ origin, ...credentials }, { ...limits, ...change });
  return () => flights.fly('page_size=1', limits.totalMs, async (answer) => answer);
}

describe('a flight', () => {
  it('ends as unreachable when nobody listens', async () => {
    const fly = await flyTo(createServer(), 'http');
    server.close();
    await expect(fly()).rejects.toMatchObject({ code: 'upstream_unreachable' });
  });

  it('ends as untrusted when the other side speaks no TLS', async () => {
    const fly = await flyTo(createHttpServer(), 'https');
    await expect(fly()).rejects.toMatchObject({ code: 'upstream_tls' });
  });

  it('ends in time when a connection is never fully established', async () => {
    const fly = await flyTo(createServer(), 'https');
    await expect(fly()).rejects.toMatchObject({ code: 'upstream_timeout' });
  });

  it('lets go of the connection when it ends in time', async () => {
    const fly = await flyTo(createServer(), 'http');
    const connected = once(server, 'connection');
    await expect(fly()).rejects.toMatchObject({ code: 'upstream_timeout' });
    const [socket] = await connected;
    socket.resume();
    await once(socket, 'close');
  });

  it('uses its connection for the next one', async () => {
    const fly = await flyTo(
      createHttpServer((_request, response) => response.end('{}')),
      'http',
    );
    let connections = 0;
    server.on('connection', () => {
      connections += 1;
    });
    for (let count = 0; count < 5; count += 1) expect((await fly()).body.toString()).toBe('{}');
    expect(connections).toBe(1);
  });

  it.each([
    ['silent', () => {}],
    ['reset', (socket: Socket) => void socket.resetAndDestroy()],
  ] as const)(
    'takes a new connection when the network has forgotten all that were kept: %s',
    async (_how, forget) => {
      const connected = new Set<Socket>();
      let forgotten = new Set<Socket>();
      const space = createHttpServer((request, response) => {
        connected.add(request.socket);
        if (forgotten.has(request.socket)) forget(request.socket);
        else response.end('{}');
      });
      const fly = await flyTo(space, 'http');
      await Promise.all(Array.from({ length: 8 }, fly));
      forgotten = new Set(connected);
      for (let count = 0; count < 8; count += 1) expect((await fly()).body.toString()).toBe('{}');
      expect([forgotten.size, connected.size]).toEqual([8, 9]);
      space.closeAllConnections();
    },
  );

  it('is not tried again when the new connection is as silent', async () => {
    let asked = 0;
    const space = createHttpServer((_request, response) => {
      asked += 1;
      if (asked === 1) response.end('{}');
    });
    const fly = await flyTo(space, 'http');
    await fly();
    await expect(fly()).rejects.toMatchObject({ code: 'upstream_timeout' });
    expect(asked).toBe(3);
    space.closeAllConnections();
  });

  it('leaves no connection idle for longer than it is trusted', async () => {
    const space = createHttpServer((_request, response) => response.end('{}'));
    space.keepAliveTimeout = 0;
    const fly = await flyTo(space, 'http', { idleConnectionMs: 100 });
    const connected = once(space, 'connection');
    await fly();
    const [socket] = await connected;
    await once(socket, 'close');
  });
});
