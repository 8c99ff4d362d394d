import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createAccess } from '../../../server/access/access.ts';
import { createApp } from '../../../server/app.ts';
import { readConfig } from '../../../server/config.ts';
import { createMetrics } from '../../../server/http/metrics.ts';
import { createTraffic } from '../../../server/http/traffic.ts';
import { createList } from '../../../server/list/list.ts';
import { startBoard, type TestBoard } from '../../support/board.ts';
import { createHandClock } from '../../support/clock.ts';
import { sendRaw } from '../../support/raw.ts';
import { createUsersFile, createVisitor, localAccess, type TestUsers } from '../../support/visitor.ts';

/**
 * Who may reach each route: `all` without a session, `monitor` with a token or from this machine, `person` when signed
 * in, `administrator` alone. A route that is not decided on here fails the first test.
 */
const DECIDED = {
  '/healthz': 'all',
  '/readyz': 'all',
  '/sign-in': 'all',
  '/sign-in-screen': 'all',
  '/sign-out': 'all',
  '/start-sign-in': 'all',
  '/callback': 'all',
  '/metrics': 'monitor',
  '/account': 'person',
  '/audit': 'administrator',
  '/sign-out-other': 'administrator',
  '/api/video/conferences': 'person',
  '/api/video/conferences/search': 'person',
  '/api/video/conferences/timeline': 'person',
  '/api/video/conferences/facets/:column': 'person',
  '/api/video/conferences/:id/place': 'person',
  '/api/video/conferences/:id': 'person',
  '/api/board': 'person',
  '/api/faults': 'person',
} as const;

let users: TestUsers;
let board: TestBoard;
beforeAll(async () => {
  users = await createUsersFile();
  board = await startBoard({ conferences: 5, access: localAccess(users.path) });
});
afterAll(() => board.stop());

/** The paths of an app's routes: those before the guard, and those behind it. */
function readRoutes(env: Record<string, string>): { open: string[]; guarded: string[] } {
  const config = readConfig({ PUBLIC_URL: 'http://127.0.0.1', USERS_FILE: users.path, ...env });
  const clock = createHandClock();
  const log = pino({ level: 'silent' });
  const share = () => Promise.reject(new Error('Nothing is asked.'));
  const list = createList({ share, clock, log, config });
  const { router } = createApp({
    config,
    upstream: { origin: board.spaceOrigin, projectId: 'p', apiToken: 't' },
    demo: false,
    traffic: createTraffic({ readerMs: 60_000 }),
    pages: null,
    share,
    list,
    access: createAccess({ config: config.access, clock, log }),
    metrics: createMetrics({ readList: list.figures }),
    clock,
    log,
  });
  const guard = router.stack.findIndex(({ name }) => name === 'requirePerson');
  const pathsOf = (layers: typeof router.stack) => layers.flatMap(({ route }) => route?.path ?? []);
  return { open: pathsOf(router.stack.slice(0, guard)), guarded: pathsOf(router.stack.slice(guard)) };
}

describe('the routes of the board', () => {
  it('are all decided on: which are for everybody, and which stand behind the sign-in', () => {
    const oidc = {
      AUTH_MODE: 'oidc',
      OIDC_ISSUER: 'https://id.example.org',
      OIDC_CLIENT_ID: 'board',
      OIDC_CLIENT_SECRET: 'secret',
      ALLOWED_GROUPS: 'ops',
    };
    const proxy = {
      AUTH_MODE: 'proxy',
      PROXY_USER_HEADER: 'x-user',
      PROXY_SECRET: 's'.repeat(32),
      TRUSTED_PROXIES: '::1',
    };
    const found = [{ AUTH_MODE: 'local' }, oidc, proxy].map(readRoutes);
    const open = new Set(found.flatMap((routes) => routes.open));
    const guarded = new Set(found.flatMap((routes) => routes.guarded));
    const decided = Object.entries(DECIDED);
    const isOpen = (who: string) => who === 'all' || who === 'monitor';
    expect([...open].sort()).toEqual(decided.flatMap(([path, who]) => (isOpen(who) ? path : [])).sort());
    expect([...guarded].sort()).toEqual(decided.flatMap(([path, who]) => (isOpen(who) ? [] : path)).sort());
  });
});

/** Nobody's way to a conference: each is a request line's target. */
const PATHS = [
  '/',
  '/?status=live',
  '/index.html',
  '/access.html',
  '/audit',
  '/account',
  '/metrics',
  '/nothing',
  '/api',
  '/api/board',
  '/api/video/conferences',
  '/api/video/conferences?page_size=1000',
  '/API/video/conferences',
  '/api/Board',
  '/api/board/',
  '//api/board',
  '/api//board',
  '/api/%62oard',
  '/api%2fboard',
  '/api%2Fvideo/conferences',
  '/api/board;x=1',
  '/;/api/board',
  '/api/board%00',
  '/api/board%2e',
  '/sign-in/../api/board',
  '/sign-in/%2e%2e/api/board',
  '/sign-in/api/board',
  '/healthz/../api/board',
  '/healthz/api/board',
  '/assets/../api/board',
  '/assets/..%2fapi/board',
  '\\api\\board',
  '/api\\board',
  'http://127.0.0.1/api/board',
  'https://board.example.org/api/board',
  '*',
  'api/board',
  '/callboard/callboard/api/board',
  '/callboard/api/board',
  '/api/video/conferences/search?tz=UTC',
  '/api/video/conferences/search?tz=UTC&q=a',
  '/api/video/conferences/timeline?span_from=0&span_to=1&buckets=4',
  '/api/video/conferences/facets/status',
  '/api/video/conferences/x',
  '/api/video/conferences/x/place?tz=UTC',
  '/api/faults',
  '/api/board#/sign-in',
  '/api/board?/sign-in',
];

const HEADERS = [
  'X-Forwarded-User: alice',
  'X_Forwarded_User: alice',
  'X-Original-URL: /sign-in',
  'X-Rewrite-URL: /healthz',
  'X-Forwarded-Prefix: /sign-in',
  'X-Forwarded-For: 127.0.0.1',
  'X-Real-IP: 127.0.0.1',
  'Forwarded: for=127.0.0.1;host=127.0.0.1;proto=https',
  'X-Forwarded-Host: 127.0.0.1',
  'X-HTTP-Method-Override: POST',
  'Authorization: Basic YWxpY2U6YWxpY2U=',
  'Authorization: Bearer x',
  'If-None-Match: *',
  'Range: bytes=0-',
  'Callboard-Proxy-Secret: x',
];

/** Whether an answer keeps everything to itself: the sign-in, or a refusal without a conference. */
function keepsAll(answer: string): boolean {
  const [, status = ''] = /^HTTP\/1\.1 (\d{3}) /.exec(answer) ?? [];
  const isSignIn = status === '303' && /\r\nlocation: (?:\/callboard)?\/sign-in/i.test(answer);
  return (
    (isSignIn || ['400', '401', '403', '404'].includes(status)) &&
    !/display_name|callboard_|"space"/.test(answer)
  );
}

describe.each(['', '/callboard'])('without a session, under the base path %j', (basePath) => {
  let closed: TestBoard;
  beforeAll(async () => {
    closed = await startBoard({
      conferences: 5,
      // No walk of its own shall be taken for one that somebody caused.
      refreshSeconds: 3600,
      // As behind a proxy on this machine, or asking from here would be enough for the figures.
      access: localAccess(users.path, { basePath, isProxy: () => true }),
    });
    // What is kept for those who may look is there to be found.
    const bob = createVisitor(closed.origin);
    await bob.signIn('bob');
    for (const path of ['/api/board', '/api/video/conferences', '/api/video/conferences?page_size=1000', '/'])
      await bob.ask(path);
    await vi.waitFor(async () => {
      const answer = await bob.ask('/api/video/conferences/search?tz=UTC');
      expect(await answer.text()).toContain('display_name');
    });
  });
  afterAll(() => closed.stop());

  const ask = (target: string, header = 'X-Nothing: 1', accept = '*/*') =>
    sendRaw(
      closed.origin,
      `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: ${accept}\r\n${header}\r\nConnection: close\r\n\r\n`,
    );

  it('no spelling of an address gives anything away, nor asks SignalWire', async () => {
    const asked = closed.simulator.requestsSeen;
    const targets = [...PATHS, ...PATHS.map((path) => (path.startsWith('/') ? basePath + path : path))];
    const answers = await Promise.all(
      targets.flatMap((target) => [ask(target), ask(target, undefined, 'text/html')]),
    );
    const telling = targets.filter(
      (_, index) => !keepsAll(answers[2 * index] ?? '') || !keepsAll(answers[2 * index + 1] ?? ''),
    );
    expect(telling).toEqual([]);
    expect(closed.simulator.requestsSeen).toBe(asked);
  });

  it('no header opens anything, nor asks SignalWire', async () => {
    const asked = closed.simulator.requestsSeen;
    const paths = ['/', '/api/board', '/api/video/conferences', '/metrics', '/audit'];
    const pairs = paths.flatMap((path) => HEADERS.map((header) => ({ path, header })));
    const answers = await Promise.all(pairs.map(({ path, header }) => ask(basePath + path, header)));
    expect(pairs.filter((_, index) => !keepsAll(answers[index] ?? ''))).toEqual([]);
    expect(closed.simulator.requestsSeen).toBe(asked);
  });

  it('no method does', async () => {
    const methods = ['HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE', 'PROPFIND'];
    const answers = await Promise.all(
      methods.map((method) =>
        sendRaw(
          closed.origin,
          `${method} ${basePath}/api/board HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`,
        ),
      ),
    );
    expect(methods.filter((_, index) => !keepsAll(answers[index] ?? ''))).toEqual([]);
  });

  it('says that it lives and is ready', async () => {
    for (const path of ['/healthz', '/readyz'])
      expect(await ask(basePath + path)).toMatch(/^HTTP\/1\.1 (?:200|503) .*"(?:alive|ready|no_page)"/s);
  });
});

describe('a base path', () => {
  it('is taken off where the proxy leaves it on, and is in every address that the board sends', async () => {
    const access = localAccess(users.path, { basePath: '/callboard' });
    await using based = await startBoard({ conferences: 5, access });
    const visitor = createVisitor(based.origin);
    const sent = await visitor.navigate('/callboard/?status=live');
    expect(sent.headers.get('location')).toBe('/callboard/sign-in?goal=%2F%3Fstatus%3Dlive');
    expect((await visitor.navigate('/callboard')).headers.get('location')).toBe('/callboard/');
    const fields = { name: 'bob', password: 'correct horse battery', goal: '/?status=live' };
    const signedIn = await visitor.post('/callboard/sign-in', fields);
    expect(signedIn.headers.get('location')).toBe('/callboard/?status=live');
    for (const prefix of ['/callboard', ''])
      expect((await visitor.ask(`${prefix}/api/board`)).status).toBe(200);
    expect((await visitor.ask('/callboard/callboard/api/board')).status).toBe(404);
    expect((await visitor.ask('/callboardx/api/board')).status).toBe(404);
    expect((await visitor.post('/sign-out', {})).headers.get('location')).toBe(
      '/callboard/sign-in?signed_out',
    );
  });
});

describe('a setting that does not fit the proxy', () => {
  const html = { Accept: 'text/html,*/*;q=0.8' };

  it.each([
    ['', 'not set'],
    ['/board', '/board'],
  ])('is named when BASE_PATH is %j and people ask under /callboard', async (basePath, words) => {
    await using based = await startBoard({ conferences: 5, access: localAccess(users.path, { basePath }) });
    const response = await createVisitor(based.origin).navigate('/callboard/?status=live');
    expect(response.status).toBe(404);
    expect(await response.text()).toMatch(/<h2>There is nothing at this address\.<\/h2>.*BASE_PATH/s);
    expect(based.readLog()).toContain(`BASE_PATH is ${words}`);
  });

  it('is named when people use another host name than that of PUBLIC_URL', async () => {
    const answer = await sendRaw(
      board.origin,
      `GET / HTTP/1.1\r\nHost: <i>callboard.lan\r\nAccept: ${html.Accept}\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(
      /^HTTP\/1\.1 403 .*<h2>This server does not answer to that host name\.<.*PUBLIC_URL/s,
    );
    expect(board.readLog()).toContain('it was asked for as \\"<i>callboard.lan\\"');
  });

  it('is named when the address of PUBLIC_URL has another port', async () => {
    const headers = { ...html, Origin: 'https://board.example.org:8443' };
    const response = await createVisitor(board.origin).signIn('bob', undefined, headers);
    expect(response.status).toBe(403);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toContain('PUBLIC_URL');
    expect(board.readLog()).toContain(
      'https://board.example.org:8443, and PUBLIC_URL is https://board.example.org',
    );
  });
});

describe('what people may not see', () => {
  it.each([
    ['/audit', 403, 'You may not do that.'],
    ['/nothing', 404, 'There is nothing at this address.'],
  ])('is refused with a page for people, and with JSON for programs: %s', async (path, status, words) => {
    const bob = createVisitor(board.origin);
    await bob.signIn('bob');
    const page = await bob.navigate(path);
    expect(page.status).toBe(status);
    expect(await page.text()).toContain(`<h2>${words}</h2>`);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await (await bob.ask(path)).json()).error.message).toBe(words);
  });
});

describe('the figures for a monitoring system', () => {
  it('are for the token, for programs of this machine, and for who is signed in', async () => {
    const metricsToken = 'm'.repeat(32);
    const behind = { ...localAccess(users.path, { isProxy: () => true }), metricsToken };
    await using proxied = await startBoard({ conferences: 5, access: behind });
    const visitor = createVisitor(proxied.origin);
    const statusOf = async (headers: Record<string, string> = {}) =>
      (await visitor.ask('/metrics', { headers })).status;
    expect(await statusOf()).toBe(401);
    expect(await statusOf({ Authorization: `Bearer ${metricsToken}x` })).toBe(401);
    expect(await statusOf({ Authorization: `Bearer ${metricsToken}` })).toBe(200);
    await visitor.signIn('bob');
    expect(await statusOf()).toBe(200);

    const local = createVisitor(board.origin);
    expect((await local.ask('/metrics')).status).toBe(200);
    expect((await local.ask('/metrics', { headers: { 'X-Forwarded-For': '203.0.113.1' } })).status).toBe(401);
  });

  it('say how many conferences there are by status, each once, and how old the list is', async () => {
    await using counted = await startBoard({ conferences: 0, access: localAccess(users.path) });
    const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
    counted.simulator.add({ join_from: soon(30), join_until: soon(60) });
    counted.simulator.add({ join_from: soon(300), join_until: soon(360) });
    const bob = createVisitor(counted.origin);
    await bob.signIn('bob');
    await vi.waitFor(async () => {
      await bob.ask('/api/video/conferences/search?tz=UTC');
      const text = await (await bob.ask('/metrics')).text();
      expect(text).toContain('callboard_list_whole 1');
      expect(text).toContain('callboard_conferences{status="scheduled"} 2');
      expect(text).toContain('callboard_conferences_soon 1');
      const counts = [...text.matchAll(/^callboard_conferences\{status="[\w-]+"\} (\d+)$/gm)];
      expect(counts.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(2);
      expect(Number(/^callboard_list_age_seconds ([\d.]+)$/m.exec(text)?.[1])).toBeLessThan(60);
    });
  });

  it('count questions to SignalWire by what came of them, and name nobody', async () => {
    await using counted = await startBoard({ conferences: 5, access: localAccess(users.path) });
    const visitor = createVisitor(counted.origin);
    await visitor.signIn('bob');
    await visitor.ask('/api/video/conferences');
    counted.simulator.setFault('401');
    await visitor.ask('/api/video/conferences?page_size=7');
    const text = await (await visitor.ask('/metrics')).text();
    expect(text).toContain('callboard_upstream_questions_total{code="ok"} 1');
    expect(text).toContain('callboard_upstream_questions_total{code="upstream_auth"} 1');
    expect(text).toContain('nodejs_eventloop_lag_seconds');
    expect(text).not.toMatch(/bob|127\.0\.0\.1/);
  });
});
