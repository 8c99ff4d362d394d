import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFlights } from '../../server/conferences/flight.ts';
import { DEFAULT_LIMITS } from '../../server/limits.ts';
import { type ProxyEnv, readProxy } from '../../server/proxy.ts';

const limits = { ...DEFAULT_LIMITS, connectMs: 1_000, firstByteMs: 1_000, totalMs: 2_000 };

async function listen(listener: RequestListener = () => {}) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { server, port: address.port };
}

/** A proxy that opens tunnels for whoever gives the password, and remembers what it was asked. */
async function startProxy() {
  const { server, port } = await listen();
  const asked: string[] = [];
  let tunnelled = '';
  server.on('connect', ({ url = '', headers }, client) => {
    asked.push(url);
    client.on('error', () => {});
    if (headers['proxy-authorization'] !== `Basic ${btoa('ops:p@ss')}`) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      return;
    }
    const onward = connect(Number(url.split(':')[1]), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      client.on('data', (bytes) => {
        tunnelled += bytes.toString('latin1');
      });
      client.pipe(onward).pipe(client);
    });
    onward.on('error', () => client.destroy());
    client.on('close', () => onward.destroy());
  });
  return { port, asked, readTunnelled: () => tunnelled };
}

function flyTo(origin: string, proxyEnv: ProxyEnv) {
  const flights = createFlights({ origin, projectId: 'project', apiToken: 'PTsecret' }, limits, proxyEnv);
  onTestFinished(() => flights.close());
  return flights.fly('', limits.totalMs, async (answer) => answer);
}

describe('a proxy between this server and SignalWire', () => {
  it('is used, with its password, and sees nothing but TLS', async () => {
    const proxy = await startProxy();
    const space = await listen();
    const flight = flyTo(`https://localhost:${space.port}`, {
      HTTPS_PROXY: `http://ops:p%40ss@127.0.0.1:${proxy.port}`,
    });
    // The space of this test speaks no TLS: that it was reached at all is what counts.
    await expect(flight).rejects.toMatchObject({ code: 'upstream_tls' });
    expect(proxy.asked).toEqual([`localhost:${space.port}`]);
    expect(proxy.readTunnelled().slice(0, 2)).toBe('\x16\x03');
    expect(proxy.readTunnelled()).not.toMatch(/basic|authorization/i);
  });

  it('that refuses the password makes SignalWire unreachable, and no password is told', async () => {
    const proxy = await startProxy();
    const flight = flyTo('https://acme.signalwire.com', {
      HTTPS_PROXY: `http://ops:wrong-pass@127.0.0.1:${proxy.port}`,
    });
    const error: unknown = await flight.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'upstream_unreachable' });
    expect(error instanceof Error && String(error.cause)).not.toContain('wrong-pass');
    expect(proxy.asked).toEqual(['acme.signalwire.com:443']);
  });

  it('that never answers is given up in time', async () => {
    const { server, port } = await listen();
    server.on('connect', () => {});
    const flight = flyTo('https://acme.signalwire.com', { HTTPS_PROXY: `http://127.0.0.1:${port}` });
    await expect(flight).rejects.toMatchObject({ code: 'upstream_timeout' });
  });

  it.each(['localhost', '.example, localhost', '*'])('is passed by for NO_PROXY %s', async (NO_PROXY) => {
    const proxy = await startProxy();
    const space = await listen();
    const flight = flyTo(`https://localhost:${space.port}`, {
      HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`,
      NO_PROXY,
    });
    await expect(flight).rejects.toMatchObject({ code: 'upstream_tls' });
    expect(proxy.asked).toEqual([]);
  });

  it('never sees what goes to this machine in plain http, credentials and all', async () => {
    const proxy = await startProxy();
    const space = await listen((_request, response) => response.end('{}'));
    const { status } = await flyTo(`http://127.0.0.1:${space.port}`, {
      HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`,
    });
    expect([status, proxy.asked]).toEqual([200, []]);
  });
});

describe('the variables of a proxy', () => {
  const read = (env: Record<string, string>) => {
    const problems: string[] = [];
    return { proxy: readProxy(env, (sentence) => problems.push(sentence)), problems };
  };

  it.each([
    [{}, {}],
    [{ HTTPS_PROXY: ' ' }, {}],
    [{ NO_PROXY: 'a' }, {}],
    [{ HTTPS_PROXY: 'http://p:1' }, { HTTPS_PROXY: 'http://p:1' }],
    [
      { https_proxy: 'http://p:1', no_proxy: 'a,b' },
      { HTTPS_PROXY: 'http://p:1', NO_PROXY: 'a,b' },
    ],
    [{ https_proxy: 'http://p:1', HTTPS_PROXY: 'http://q:1' }, { HTTPS_PROXY: 'http://p:1' }],
  ])('%o are read as %o', (env, proxy) => {
    expect(read(env)).toEqual({ proxy, problems: [] });
  });

  it.each(['my-proxy:3128', 'socks5://p:1', 'http://exa mple', 'ftp://p'])(
    '%s is refused at start, in a sentence without the value',
    (HTTPS_PROXY) => {
      const { problems } = read({ HTTPS_PROXY });
      expect(problems).toEqual([expect.stringMatching(/^HTTPS_PROXY must be .*\.$/)]);
      expect(problems[0]).not.toContain(HTTPS_PROXY);
    },
  );
});
