import { describe, expect, test } from 'vitest';
import { startSimulator } from '../../../support/simulator.ts';

describe('a fault with a status', () => {
  test.each([
    ['400', 400, 'Bad Request'],
    ['401', 401, 'Unauthorized'],
    ['403', 403, 'Forbidden'],
    ['404', 404, 'Not Found'],
    ['429', 429, 'Too Many Requests'],
    ['500', 500, 'Internal Server Error'],
    ['503', 503, 'Service Unavailable'],
  ] as const)('%s says it in the documented shape', async (fault, status, error) => {
    const { simulator, ask } = await startSimulator();
    simulator.setFault(fault);
    const response = await ask();
    expect(response.status).toBe(status);
    expect(response.headers.get('retry-after')).toBeNull();
    expect(await response.json()).toEqual({ error });
  });

  test('422 has an entry without an attribute', async () => {
    const { simulator, ask } = await startSimulator();
    simulator.setFault('422');
    const response = await ask();
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      errors: [{ attribute: 'starts_after' }, { attribute: null }],
    });
  });

  test('422-hostile has a long message with markup', async () => {
    const { simulator, ask } = await startSimulator();
    simulator.setFault('422-hostile');
    const text = await (await ask()).text();
    expect(text).toContain('<script>');
    expect(text.length).toBeGreaterThan(20_000);
  });

  test('expired-token serves the first page and refuses every token', async () => {
    const { simulator, ask, askPage } = await startSimulator();
    simulator.setFault('expired-token', 1);
    const { links } = await askPage();
    const next = new URL(String(links.next)).search;
    expect((await ask(next)).status).toBe(422);
    expect((await ask(next)).status).toBe(200);
  });

  test.each([
    ['429-retry-after', '7'],
    ['429-retry-after-day', '86400'],
    ['429-retry-after-words', 'soon'],
    ['429-retry-after-date', 'Sun, 01 Mar 2026 09:00:20 GMT'],
  ] as const)('%s says when to come back', async (fault, retryAfter) => {
    const machine = { now: () => Date.UTC(2026, 2, 1, 9), ticks: () => 0 };
    const { simulator, ask } = await startSimulator({ clock: machine });
    simulator.clock.set(0);
    simulator.setFault(fault);
    const response = await ask();
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe(retryAfter);
  });

  test.each([
    ['503-html', 'text/html'],
    ['503-text', 'text/plain'],
  ] as const)('%s answers with no JSON', async (fault, type) => {
    const { simulator, ask } = await startSimulator();
    simulator.setFault(fault);
    const response = await ask();
    expect(response.status).toBe(503);
    expect(response.headers.get('content-type')).toBe(type);
  });

  test('redirect leads to an address that shows in the record when it is followed', async () => {
    const { simulator, ask } = await startSimulator();
    simulator.setFault('redirect', 1);
    expect((await ask('', { redirect: 'follow' })).status).toBe(200);
    expect(simulator.requests.map(({ query, status }) => ({ query, status }))).toEqual([
      { query: {}, status: 302 },
      { query: { redirected: '1' }, status: 200 },
    ]);
  });

  test.each(['204', '304'] as const)('%s has no body', async (fault) => {
    const { simulator, ask } = await startSimulator();
    simulator.setFault(fault);
    const response = await ask();
    expect(response.status).toBe(Number(fault));
    expect(await response.text()).toBe('');
  });
});

describe('a fault', () => {
  test('plays for so many requests and then no more', async () => {
    const { simulator, ask } = await startSimulator();
    simulator.setFault('500', 2);
    const statuses = [(await ask()).status, (await ask()).status, (await ask()).status];
    expect(statuses).toEqual([500, 500, 200]);
    expect(simulator.fault).toBeNull();
    expect(simulator.requests.map(({ fault }) => fault)).toEqual(['500', '500', null]);
  });

  test('plays on without a count, until it is ended', async () => {
    const { simulator, ask } = await startSimulator();
    simulator.setFault('500');
    expect([(await ask()).status, (await ask()).status]).toEqual([500, 500]);
    simulator.setFault(null);
    expect((await ask()).status).toBe(200);
  });

  test('plays, and counts, only for the requests it matches', async () => {
    const { simulator, ask } = await startSimulator();
    simulator.setFault('500', 1, 'page_size=7');
    const statuses = [
      (await ask()).status,
      (await ask('?page_size=7')).status,
      (await ask('?page_size=7')).status,
    ];
    expect(statuses).toEqual([200, 500, 200]);
  });
});
