import { describe, expect, test } from 'vitest';
import { ACTIONS } from '../../../../server/simulator/control/actions.ts';
import { FAULTS } from '../../../../server/simulator/faults/faults.ts';
import { quirksSchema } from '../../../../server/simulator/quirks.ts';
import { sendRaw } from '../../../support/raw-socket.ts';
import { startSimulator } from '../../../support/simulator.ts';

describe('the control path', () => {
  test('explains itself: the state, all actions, faults and quirks', async () => {
    const { control } = await startSimulator();
    expect(await (await control('GET', '')).json()).toEqual({
      state: expect.objectContaining({ fault: null, latency: 0, frozen: false }),
      actions: expect.arrayContaining([expect.objectContaining({ path: '/control/fault' })]),
      faults: Object.fromEntries([...FAULTS].map(([name, { says }]) => [name, says])),
      quirks: expect.objectContaining({
        next: { says: expect.any(String), values: quirksSchema.shape.next.options },
      }),
    });
  });

  test.each(ACTIONS.filter(({ example }) => example !== undefined))(
    '$method $path does what its example says it takes',
    async ({ method, path, example }) => {
      const { simulator, control } = await startSimulator({ conferences: 1 });
      const id = simulator.add();
      const response = await control(method, path.replace('/control', '').replace(':id', id), example);
      expect({ status: response.status, body: await response.json() }).toMatchObject({ status: 200 });
    },
  );

  test('sets a fault for so many matching requests', async () => {
    const { control, ask } = await startSimulator();
    await control('POST', '/fault', { fault: '429', count: 1, match: 'page_size=3' });
    expect([
      (await ask()).status,
      (await ask('?page_size=3')).status,
      (await ask('?page_size=3')).status,
    ]).toEqual([200, 429, 200]);
    await control('POST', '/fault', { fault: '500' });
    expect((await ask()).status).toBe(500);
    await control('POST', '/fault', { fault: null });
    expect((await ask()).status).toBe(200);
  });

  test('sets quirks, the latency and the clock', async () => {
    // Time goes on from each look at the clock to the next.
    let instant = Date.now();
    const { simulator, control } = await startSimulator({ clock: { now: () => instant++, ticks: () => 0 } });
    await control('POST', '/quirks', { order: 'oldest', next: 'null' });
    await control('POST', '/latency', { latency: 5 });
    await control('POST', '/clock', { now: '2026-03-01T10:00:00+01:00', frozen: true });
    const state: unknown = await (await control('POST', '/clock', { advance: 90 })).json();
    expect(simulator.quirks).toMatchObject({ order: 'oldest', next: 'null', links: 'absolute' });
    expect(state).toMatchObject({ now: '2026-03-01T09:01:30.000Z', frozen: true, latency: 5 });
    await control('POST', '/clock', { frozen: false });
    expect(simulator.clock.frozen).toBe(false);
  });

  test('adds, edits, starts, ends and removes a conference', async () => {
    const { control, askPage } = await startSimulator({ conferences: 0 });
    const { id }: { id: string } = JSON.parse(
      await (await control('POST', '/conferences', { name: 'one' })).text(),
    );
    const rowNow = async () => (await askPage('?include_active_session=true')).data[0];
    expect(await rowNow()).toMatchObject({ id, name: 'one' });
    await control('PATCH', `/conferences/${id}`, { name: 'two' });
    await control('POST', `/conferences/${id}/session`);
    expect(await rowNow()).toMatchObject({ name: 'two', active_session: { status: 'in-progress' } });
    await control('DELETE', `/conferences/${id}/session`, { completed: true });
    expect(await rowNow()).toMatchObject({ active_session: { status: 'completed' } });
    await control('DELETE', `/conferences/${id}`);
    expect(await rowNow()).toBeUndefined();
  });

  test('gives and forgets the record of requests, and is itself not in it', async () => {
    const { control, ask } = await startSimulator();
    await ask('?page_size=4');
    expect(await (await control('GET', '/requests')).json()).toMatchObject({
      seen: 1,
      requests: [{ query: { page_size: '4' }, status: 200 }],
    });
    expect(await (await control('DELETE', '/requests')).json()).toMatchObject({ requestsSeen: 0 });
  });
});

describe('the control path refuses with a sentence', () => {
  test.each([
    ['/fault', { fault: 'fire' }, 'fault: is no fault; GET /control lists them.'],
    ['/fault', { fault: '429', count: 0 }, 'count: Too small'],
    ['/fault', { fault: '429', times: 3 }, 'Unrecognized key: "times"'],
    ['/quirks', { next: 'maybe' }, 'next: Invalid option'],
    ['/quirks', { nxt: 'null' }, 'Unrecognized key: "nxt"'],
    ['/latency', { latency: -1 }, 'latency: Too small'],
    ['/clock', { now: 'tomorrow' }, 'now: Invalid'],
    ['/conferences', { name: 7 }, 'name: Invalid input'],
    ['/fault', 'not JSON', 'The body is no JSON.'],
    ['/fault', '[]', 'The body: Invalid input'],
  ])('%s %j', async (path, body, sentence) => {
    const { control } = await startSimulator();
    const response = await control('POST', path, body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: expect.stringContaining(sentence) });
  });

  test('an unknown conference or place with 404, a huge body with 413', async () => {
    const { control } = await startSimulator();
    expect((await control('PATCH', '/conferences/nobody', {})).status).toBe(404);
    expect((await control('POST', '/everything', {})).status).toBe(404);
    expect((await control('POST', '/fault', { fault: 'x'.repeat(300_000) })).status).toBe(413);
  });

  test.each([
    ['a name that is not loopback', { Host: 'evil.example' }],
    ['a name that only begins like loopback', { Host: 'localhost.evil.example:80' }],
    ['another site’s page', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a page on another port', { 'Sec-Fetch-Site': 'same-site' }],
    ['a form of another origin', { Origin: 'http://evil.example' }],
  ])('%s with 403', async (_who, headers) => {
    const { origin } = await startSimulator();
    using raw = await sendRaw(origin, '/control', headers);
    expect(await raw.until((text) => text.includes('}'))).toMatch(/^HTTP\/1\.1 403 /);
  });

  test('nobody on a loopback name without a browser', async () => {
    const { origin } = await startSimulator();
    using raw = await sendRaw(origin, '/control', { Host: 'localhost:4010' });
    expect(await raw.until((text) => text.includes('}'))).toMatch(/^HTTP\/1\.1 200 /);
  });
});
