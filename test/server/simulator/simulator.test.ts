import { describe, expect, test } from 'vitest';
import { createSimulator } from '../../../server/simulator/simulator.ts';
import { sendRaw } from '../../support/raw-socket.ts';
import { startSimulator } from '../../support/simulator.ts';

const QUERY = '?include_active_session=true';

describe('who may ask', () => {
  test.each([
    ['nobody', {}],
    ['a wrong token', { Authorization: `Basic ${btoa('project:token')}` }],
    ['no Basic', { Authorization: 'Bearer token' }],
  ])('%s is refused with 401, before the query is looked at', async (_who, headers) => {
    const { ask } = await startSimulator();
    const response = await ask('?page_size=0', { headers });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ error: 'Unauthorized' });
  });

  test('credentials can be given', async () => {
    const { simulator, ask } = await startSimulator({ projectId: 'project', apiToken: 'PTtoken' });
    expect(simulator.credentials).toEqual({ projectId: 'project', apiToken: 'PTtoken' });
    expect((await ask('', { headers: { Authorization: `Basic ${btoa('project:PTtoken')}` } })).status).toBe(
      200,
    );
  });

  test('requests of an SDK, with any user agent and a content type, are answered', async () => {
    const { ask, headers } = await startSimulator();
    const sdk = { ...headers, 'User-Agent': 'python-requests/2.32', 'Content-Type': 'application/json' };
    expect((await ask('', { headers: sdk })).status).toBe(200);
  });
});

describe('what is served', () => {
  test.each([
    ['GET', '/'],
    ['GET', '/api/video/rooms'],
    ['POST', '/api/video/conferences'],
    ['GET', '/previews/00000000-0000-4000-8000-000000000000.webp'],
  ])('%s %s is 404', async (method, path) => {
    const { origin, headers } = await startSimulator();
    const response = await fetch(`${origin}${path}`, { method, headers });
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: 'Not Found' });
  });

  test('a packed answer when the client takes gzip', async () => {
    const { ask } = await startSimulator();
    expect((await ask()).headers.get('content-encoding')).toBe('gzip');
    const identity = await ask('', {
      headers: { ...(await startSimulator()).headers, 'Accept-Encoding': 'identity' },
    });
    expect(identity.headers.get('content-encoding')).toBeNull();
    expect(identity.status).toBe(200);
  });

  test('headers that no proxy may pass on', async () => {
    const { ask } = await startSimulator();
    const response = await ask();
    expect(response.headers.get('set-cookie')).toContain('never-forward-me');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect((await ask('', { headers: {} })).headers.get('www-authenticate')).toContain('Basic');
  });

  test('a preview picture, to anybody, that changes about twice a minute', async () => {
    const { simulator, askPage } = await startSimulator({ conferences: 0 });
    simulator.clock.freeze();
    simulator.clock.set(Date.UTC(2026, 2, 2));
    const id = simulator.add({ enable_room_previews: true });
    simulator.startSession(id);
    const [row] = (await askPage(QUERY)).data;
    const address = String(Object(row?.active_session).preview_url);
    const textNow = async () => (await fetch(address)).text();

    const response = await fetch(address);
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    const first = await response.text();
    expect(await textNow()).toBe(first);
    simulator.clock.advance(30_000);
    expect(await textNow()).not.toBe(first);
    simulator.endSession(id);
    expect((await fetch(address)).status).toBe(404);
  });

  test('no preview address when previews are off', async () => {
    const { simulator, askPage } = await startSimulator({ conferences: 0 });
    simulator.startSession(simulator.add({ enable_room_previews: false }));
    const [row] = (await askPage(QUERY)).data;
    expect(row).not.toHaveProperty('active_session.preview_url');
  });
});

describe('single conferences by hand', () => {
  test('can be added, edited and removed', async () => {
    const { simulator, askPage } = await startSimulator({ conferences: 3 });
    simulator.clock.freeze();
    simulator.clock.set(Date.UTC(2026, 2, 1));
    const id = simulator.add({ display_name: 'Added' });
    expect((await askPage()).data[0]).toMatchObject({ id, display_name: 'Added', join_from: null });
    simulator.clock.set(Date.UTC(2026, 2, 2));
    simulator.edit(id, { display_name: 'Renamed' });
    const [renamed] = (await askPage()).data;
    expect(renamed).toMatchObject({ id, display_name: 'Renamed' });
    expect(Date.parse(String(renamed?.updated_at))).toBe(Date.UTC(2026, 2, 2));
    simulator.remove(id);
    expect((await askPage()).data).toHaveLength(3);
    expect(() => simulator.edit(id, {})).toThrow(RangeError);
  });

  test('can go live, end, and stand there as completed', async () => {
    const { simulator, askPage } = await startSimulator({ conferences: 0 });
    const id = simulator.add();
    const statusNow = async () => {
      const [row] = (await askPage(QUERY)).data;
      return Object(row?.active_session).status;
    };
    expect(await statusNow()).toBeUndefined();
    simulator.startSession(id);
    expect(await statusNow()).toBe('in-progress');
    simulator.endSession(id, true);
    expect(await statusNow()).toBe('completed');
    simulator.endSession(id);
    expect(await statusNow()).toBeUndefined();
  });

  test('fields of a running session can be set', async () => {
    const { simulator, askPage } = await startSimulator({ conferences: 0 });
    const id = simulator.add();
    simulator.startSession(id);
    simulator.edit(id, { active_session: { status: 'paused' } });
    expect((await askPage(QUERY)).data[0]).toMatchObject({
      active_session: { status: 'paused', name: expect.anything() },
    });
    expect((await askPage()).data[0]).not.toHaveProperty('active_session');
  });
});

describe('the record of requests', () => {
  test('says what was asked and how it ended, without a secret', async () => {
    const { simulator, ask, headers } = await startSimulator();
    await ask('?page_size=2&starts_after=0');
    await ask('', { headers: { ...headers, Cookie: 'secret=1' } });
    await ask('', { headers: {} });
    expect(simulator.requests).toMatchObject([
      {
        method: 'GET',
        path: '/api/video/conferences',
        query: { page_size: '2', starts_after: '0' },
        status: 200,
      },
      { headers: { authorization: 'valid', cookie: 'present' } },
      { headers: { authorization: 'absent' }, status: 401 },
    ]);
    const written = JSON.stringify(simulator.requests);
    expect(written).not.toContain(simulator.credentials.apiToken);
    expect(written).not.toContain(headers.Authorization.slice('Basic '.length));
  });

  test('notes a client that left early', async () => {
    const { simulator, ask } = await startSimulator({ latency: 60_000 });
    const leaving = new AbortController();
    const answer = ask('', { signal: leaving.signal });
    await expect.poll(() => simulator.requests.length).toBe(1);
    leaving.abort();
    await expect(answer).rejects.toThrow();
    await expect.poll(() => simulator.requests[0]).toMatchObject({ status: null, closedEarly: true });
  });

  test('keeps the latest thousand and counts all', async () => {
    const { simulator, origin, headers } = await startSimulator({ conferences: 1 });
    using raw = await sendRaw(origin, '/api/video/conferences?page_size=1', headers);
    for (let number = 2; number <= 1003; number += 1) {
      raw.socket.write(`GET /api/video/conferences?page_size=${number} HTTP/1.1\r\nHost: simulator\r\n\r\n`);
    }
    await expect.poll(() => simulator.requestsSeen).toBe(1003);
    expect(simulator.requests).toHaveLength(1000);
    expect(simulator.requestsSeen).toBe(1003);
    expect(simulator.requests[0]?.query).toEqual({ page_size: '4' });
    simulator.clearRequests();
    expect(simulator.requests).toEqual([]);
    expect(simulator.requestsSeen).toBe(0);
  });
});

describe('latency, sockets and the end', () => {
  test('latency holds an answer back', async () => {
    const { simulator, ask } = await startSimulator({ latency: 60_000 });
    const slow = ask();
    await expect.poll(() => simulator.requests.length).toBe(1);
    simulator.setLatency(0);
    expect((await ask()).status).toBe(200);
    expect(simulator.requests.map(({ status }) => status)).toEqual([null, 200]);
    await simulator.close();
    await expect(slow).rejects.toThrow();
  });

  test('closing destroys connections that still wait, and none is left', async () => {
    const simulator = createSimulator({ conferences: 1 });
    const origin = await simulator.listen();
    simulator.setFault('hang');
    const refused = expect(fetch(`${origin}/api/video/conferences`)).rejects.toThrow();
    await expect.poll(() => simulator.openSockets).toBe(1);
    await simulator.close();
    await refused;
    expect(simulator.openSockets).toBe(0);
  });

  test('a taken port is an error, not a crash', async () => {
    const { origin } = await startSimulator();
    await expect(createSimulator({ conferences: 0 }).listen(Number(new URL(origin).port))).rejects.toThrow(
      'EADDRINUSE',
    );
  });
});
