import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startBoard, type TestBoard } from '../../support/board.ts';
import { sendRaw } from '../../support/raw.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard({
    conferences: 5,
    allowedHosts: ['board.example.org'],
    limits: { headersMs: 2_000 },
  });
});
afterAll(() => board.stop());

/** Status and failure code of one request, written out. */
async function send(request: string, headers: readonly string[] = []) {
  const lines = [`${request} HTTP/1.1`, 'Host: 127.0.0.1', ...headers, 'Connection: close', '', ''];
  const answer = await sendRaw(board.origin, lines.join('\r\n'));
  return {
    status: Number(answer.slice(9, 12)),
    code: /"code":"(\w+)"/.exec(answer)?.[1],
    answer,
  };
}

const LIST = '/api/video/conferences?page_size=1';

describe('the address', () => {
  it.each([
    'http://127.0.0.1/api/board',
    'http://evil.example/api/board',
    '//api/board',
    '/api//board',
    '/api/video%2fconferences',
    '/api/video%5Cconferences',
    '/api\\board',
    '/api/./board',
    '/assets/../api/board',
    '/assets/%2e%2e/api/board',
    '/api/board%00',
    '/api/board%2500',
    '/api/board#x',
    '/\u00e9',
    '*',
  ])('%s is 400 before any route is chosen', async (address) => {
    expect(await send(`GET ${address}`)).toMatchObject({ status: 400 });
    expect(board.simulator.requestsSeen).toBe(0);
  });

  it.each([
    '/api',
    '/api/',
    '/api/video',
    '/api/video/conferences/',
    '/API/board',
    '/api/video/conferences/x/y',
    '/.env',
    '/package.json',
    '/server/main.ts',
    '/assets/',
    '/nothing',
  ])('%s is 404', async (address) => {
    expect(await send(`GET ${address}`)).toMatchObject({ status: 404, code: 'not_found' });
  });
});

describe('the method', () => {
  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])(
    '%s is 405 and says what is allowed',
    async (method) => {
      for (const path of [LIST, '/api/board', '/healthz', '/readyz']) {
        const { status, code, answer } = await send(`${method} ${path}`);
        expect([status, code]).toEqual([405, 'method_not_allowed']);
        expect(answer).toMatch(/\r\nAllow: GET, HEAD\r\n/);
      }
      expect(board.simulator.requestsSeen).toBe(0);
    },
  );

  it('CONNECT gets nothing', async () => {
    expect(
      await sendRaw(board.origin, 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n'),
    ).toBe('');
  });
});

describe('what comes with a request', () => {
  it('may not be a body', async () => {
    for (const header of ['Content-Length: 2', 'Transfer-Encoding: chunked'])
      expect(await send(`GET ${LIST}`, [header])).toMatchObject({ status: 400 });
  });

  it('may be a Content-Type and an Authorization, as SignalWire’s own clients send them', async () => {
    const headers = [
      'Content-Type: application/json',
      'Content-Length: 0',
      'Authorization: Basic b3RoZXI6c2VjcmV0',
    ];
    expect(await send(`GET ${LIST}`, headers)).toMatchObject({ status: 200 });
  });

  it('may not be an expectation', async () => {
    for (const expectation of ['100-continue', 'something-else'])
      expect(await send(`GET ${LIST}`, [`Expect: ${expectation}`])).toMatchObject({
        status: 417,
        code: 'expectation_failed',
      });
  });

  it('may not be an upgrade: the connection is closed', async () => {
    const lines = ['GET / HTTP/1.1', 'Host: 127.0.0.1', 'Connection: Upgrade', 'Upgrade: websocket', '', ''];
    expect(await sendRaw(board.origin, lines.join('\r\n'))).toBe('');
  });

  it('may not be headers of more than 16 KiB', async () => {
    expect(await send(`GET ${LIST}`, [`X-Long: ${'x'.repeat(17_000)}`])).toMatchObject({ status: 431 });
  });

  it('reaches SignalWire in no header', async () => {
    board.simulator.clearRequests();
    await send('GET /api/video/conferences?page_size=2', [
      'Authorization: Basic b3RoZXI6c2VjcmV0',
      'Cookie: session=1',
      'X-Forwarded-For: 10.0.0.1',
      'X-Custom: 1',
      'User-Agent: somebody',
      'Accept-Language: de',
      'Referer: http://127.0.0.1/secret',
    ]);
    expect(board.simulator.requests).toHaveLength(1);
    const [request] = board.simulator.requests;
    expect(request?.headers).toEqual({
      accept: 'application/json',
      'accept-encoding': 'gzip',
      authorization: 'valid',
      connection: 'keep-alive',
      host: new URL(board.spaceOrigin).host,
      'user-agent': expect.stringMatching(/^Callboard\/\d/),
    });
  });
});

describe('what Node refuses by itself', () => {
  const GUARDED = [
    /\r\nX-Content-Type-Options: nosniff\r\n/,
    /\r\nContent-Security-Policy: default-src 'none'; sandbox/,
    /\r\nCache-Control: no-store\r\n/,
    /\r\nConnection: close\r\n/,
  ];
  const readRefusals = (): Record<string, unknown>[] =>
    board
      .readLog()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));

  it.each([
    ['no HTTP', 'nonsense\r\n\r\n', 400, 'bad_request'],
    ['a method of nobody', 'BREW / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n', 400, 'bad_request'],
    ['a header without a name', 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n: x\r\n\r\n', 400, 'bad_request'],
    [
      'two lengths',
      'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      400,
      'bad_request',
    ],
    [
      'long headers',
      `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${'x'.repeat(17_000)}\r\n\r\n`,
      431,
      'headers_too_large',
    ],
    [
      'a long address',
      `GET /?${'x'.repeat(17_000)} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`,
      431,
      'headers_too_large',
    ],
    ['no host', 'GET /api/board HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'bad_request'],
    ['half a request, and no more', 'GET / HTTP/1.1\r\nHo', 408, 'request_timeout'],
  ])(
    '%s: is answered as everything else is, and has its line in the log',
    async (_what, bytes, status, code) => {
      const answer = await sendRaw(board.origin, bytes);
      expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
      for (const header of GUARDED) expect(answer).toMatch(header);
      const { error } = JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')));
      expect(error.code).toBe(code);
      await vi.waitFor(() =>
        expect(readRefusals()).toContainEqual(
          expect.objectContaining({ id: error.requestId, status, code, peer: '127.0.0.1' }),
        ),
      );
      expect(board.readLog()).not.toMatch(/nonsense|xxx/);
    },
  );

  it.each([
    ['upgrade', 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'],
    ['CONNECT', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n'],
  ])('%s: has its line in the log', async (what, bytes) => {
    expect(await sendRaw(board.origin, bytes)).toBe('');
    await vi.waitFor(() =>
      expect(readRefusals()).toContainEqual(
        expect.objectContaining({ msg: 'refused', what, peer: '127.0.0.1' }),
      ),
    );
  });

  it('more than 100 headers: 431, for Node would drop what follows them', async () => {
    const headers = Array.from({ length: 120 }, (_, index) => `X-${index}: x`);
    expect(await send('GET /api/board', headers)).toMatchObject({ status: 431, code: 'headers_too_large' });
    expect(await send('GET /api/board', headers.slice(0, 90))).toMatchObject({ status: 200 });
  });
});

describe('the host', () => {
  const sendAs = (host: string, path = '/api/board') =>
    sendRaw(board.origin, `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);

  it.each([
    '127.0.0.1',
    '127.0.0.1:3000',
    'localhost:5173',
    'LOCALHOST',
    '[::1]:3000',
    'board.example.org',
    'Board.Example.org:8443',
  ])('%s is answered', async (host) => {
    expect(await sendAs(host)).toMatch(/^HTTP\/1\.1 200 /);
  });

  it.each([
    'evil.example',
    'evil.example:3000',
    '10.0.0.1',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    'board.example.org.evil.example',
    'x@127.0.0.1',
    '[::2]',
    '0.0.0.0',
    '',
  ])('%s is refused: its name may only have been made to point here', async (host) => {
    for (const path of ['/', '/api/board', LIST])
      expect(await sendAs(host, path)).toMatch(/^HTTP\/1\.1 403 [\s\S]*"code":"forbidden_host"/);
  });

  it.each(['/healthz', '/api/board', LIST])('may be said only once: %s', async (path) => {
    for (const second of ['127.0.0.1', 'evil.example'])
      expect(await send(`GET ${path}`, [`Host: ${second}`])).toMatchObject({
        status: 400,
        code: 'bad_request',
      });
  });

  it('does not matter to those who ask whether the server lives', async () => {
    for (const path of ['/healthz', '/readyz'])
      expect(await sendAs('10.1.2.3', path)).toMatch(/\{"status":"alive"\}|"code":"(?:loading|no_page)"/);
  });
});

describe('another site', () => {
  it('may not read the API', async () => {
    for (const path of ['/api/board', LIST])
      expect(
        await send(`GET ${path}`, ['Sec-Fetch-Site: cross-site', 'Origin: https://evil.example']),
      ).toMatchObject({
        status: 403,
        code: 'cross_site',
      });
  });

  it('is told nothing by CORS headers, whatever it asks', async () => {
    const { answer } = await send(`GET ${LIST}`, [
      'Origin: https://evil.example',
      'Sec-Fetch-Site: same-origin',
    ]);
    expect(answer).not.toMatch(/access-control/i);
  });
});
