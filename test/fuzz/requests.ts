import { connect } from 'node:net';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import * as fc from 'fast-check';
import { CONFERENCES_PATH, QUERY_PARAMETERS } from '#contract/values.ts';
import { LANES, runLanes } from './lanes.ts';
import { bytesChange, changeBytes, mostly, oddText, showBytes } from './odd.ts';

interface Input {
  bytes: Buffer;
  /** in how many pieces it comes */
  pieces: number;
  /** whether the client is gone at once, without reading */
  leaves: boolean;
}

/** ms for what nobody waits for: the sender has said that no more comes. */
const DEADLINE = 10_000;
/** ms after which a request is taken for one that the server holds to be unfinished */
const NO_ANSWER = 200;

const method = mostly(
  12,
  'GET',
  fc.constantFrom('HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH', 'CONNECT', 'M-SEARCH', 'PRI'),
  fc.constantFrom('get', 'FOO', '', 'G\u0000T', 'GET GET', 'x'.repeat(5_000)),
);

const path = fc.oneof(
  { weight: 60, arbitrary: fc.constant(CONFERENCES_PATH) },
  {
    weight: 6,
    arbitrary: fc.constantFrom('/', '/api/board', '/healthz', '/readyz', '/index.html', '/assets/'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...[
        '*',
        '',
        '//',
        '/..',
        '/../..',
        '/%2e%2e/',
        '/api/./board',
        '/api//board',
        '/\\',
        '/%',
        '/%zz',
        '/%ff',
        '/%00',
      ],
      ...[
        'http://127.0.0.1/api/board',
        'http://evil.example/',
        'http://[',
        '127.0.0.1:80',
        '/\u00e9',
        '/#',
        '/;a',
      ],
    ),
  },
  { weight: 1, arbitrary: oddText.map((text) => `/${encodeLoosely(text)}`) },
);

/** Leaves most as it is, so that odd bytes go over the wire, but for what would end the target. */
function encodeLoosely(text: string): string {
  return text.replace(/[ \r\n]/g, '%20');
}

const queryValue = fc.oneof(
  oddText.map(encodeLoosely),
  fc.constantFrom('1', '0', '1000', '1001', '-1', '1e3', '0x10', 'true', 'True', '1767225600', '99999999999'),
  fc.constantFrom(
    '2026-01-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2026-01-01',
    '2026-01-01T00:00:00%2B25:00',
  ),
  fc.constantFrom('PA88b7c55e-3ff9-553e-7e4d-cc497fe7b9ea', '%', '%zz', '%ff', '+', 'a&b', ';', '='),
);
const queryName = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...QUERY_PARAMETERS) },
  { weight: 1, arbitrary: oddText.map(encodeLoosely) },
);
const query = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .array(fc.tuple(queryName, queryValue), { maxLength: 5 })
      .map((pairs) => pairs.map((pair) => pair.join('=')).join('&')),
  },
  { weight: 1, arbitrary: fc.constantFrom('?', '&&&', '='.repeat(500), 'a&'.repeat(4_000), '[]=1&a[b]=2') },
);
const target = fc.tuple(path, query).map(([path, query]) => (query === '' ? path : `${path}?${query}`));

const version = mostly(
  40,
  'HTTP/1.1',
  fc.constantFrom('HTTP/1.0', 'HTTP/2.0', 'HTTP/0.9', 'HTTP/1.1 ', '', 'HTTP/9', 'X'),
);

const host = mostly(
  30,
  'Host: 127.0.0.1',
  fc.constantFrom(
    'Host: evil.example',
    'Host:',
    'X-None: 1',
    'Host: 127.0.0.1\r\nHost: evil.example',
    'Host: [::1',
    'Host: [::1]:99999',
    'Host: a b',
    'Host: %31%32',
    'Host: \u00e9',
    `Host: ${'a.'.repeat(3_000)}`,
  ),
);

const HEADER_NAMES = [
  'Accept-Encoding Accept If-None-Match If-Modified-Since Range Cookie Authorization Origin Referer Sec-Fetch-Site',
  'Connection Upgrade Expect TE Trailer Via Forwarded X-Forwarded-For X-Forwarded-Host X-Original-URL Keep-Alive',
  'X-HTTP-Method-Override Content-Type Content-Length Transfer-Encoding Content-Encoding HTTP2-Settings Max-Forwards',
].flatMap((line) => line.split(' '));
const headerName = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom(...HEADER_NAMES) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', ' ', 'a b', '\u0000', '\u00e9', '__proto__', ':', 'x'.repeat(5_000)),
  },
);
const HEADER_VALUES = [
  'gzip | gzip;q=0 | *;q=0 | identity;q=0, *;q=0 | ,,, | br;q=x | gzip;q=1e9 | * | "a", W/"b"',
  '0 | 5 | -1 | 1e3 | 5, 5 | chunked | chunked, chunked | identity | gzip, chunked | bytes=0- | null',
  'close | keep-alive | Upgrade | websocket | h2c | 100-continue | cross-site | same-origin',
].flatMap((line) => line.split(' | '));
const headerValue = fc.oneof(
  { weight: 1, arbitrary: oddText.map((text) => text.replace(/[\r\n]/g, '')) },
  { weight: 10, arbitrary: fc.constantFrom(...HEADER_VALUES) },
);
const headers = fc.oneof(
  {
    weight: 40,
    arbitrary: fc
      .array(fc.tuple(headerName, headerValue), { maxLength: 5 })
      .map((pairs) => pairs.map((pair) => pair.join(': '))),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      Array.from({ length: 300 }, (_, index) => `X-${index}: 1`),
      Array.from({ length: 90 }, () => 'Accept-Encoding: gzip'),
      ['no colon here'],
      [' folded: line'],
      ['Connection: Upgrade', 'Upgrade: websocket'],
      ['Transfer-Encoding: chunked', 'Content-Length: 5'],
    ),
  },
);

const body = mostly(
  15,
  '',
  fc.constantFrom(
    'hello',
    '5\r\nhello\r\n0\r\n\r\n',
    'zz\r\n',
    '0\r\n\r\n',
    'ffffffffffffffff\r\n',
    'GET / HTTP/1.1\r\n\r\n',
  ),
  oddText,
);

const lineEnd = mostly(60, '\r\n', fc.constantFrom('\n', '\r', '\r\r\n'));

const written = fc
  .record({ method, target, version, host, headers, body, lineEnd })
  .map(({ method, target, version, host, headers, body, lineEnd }) => {
    const head = [`${method} ${target} ${version}`, host, ...headers, '', ''].join(lineEnd);
    return Buffer.from(head + body, 'utf8');
  });

const input: fc.Arbitrary<Input> = fc.record({
  bytes: fc.oneof(
    { weight: 8, arbitrary: written },
    {
      weight: 1,
      arbitrary: fc.tuple(written, bytesChange).map(([whole, change]) => changeBytes(whole, change)),
    },
    {
      weight: 1,
      arbitrary: fc.array(written, { minLength: 2, maxLength: 4 }).map((all) => Buffer.concat(all)),
    },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)) },
  ),
  pieces: fc.integer({ min: 1, max: 4 }),
  leaves: fc.oneof(
    { weight: 15, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
});

/**
 * Sends bytes, says that no more come once an answer began or none seems to be meant, and gives what came until the
 * server closed the connection. To say so earlier would be to hang up: Node then drops an answer that is not ready.
 */
async function converse({ bytes, pieces, leaves }: Input, origin: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  const { promise: closed, resolve, reject } = Promise.withResolvers<void>();
  let received = '';
  const begun = Promise.withResolvers<void>();
  socket.setEncoding('latin1').on('data', (text) => {
    received += text;
    begun.resolve();
  });
  // A server that has seen enough may reset the connection.
  socket.on('error', () => {}).on('close', () => resolve());
  socket.on('end', () => socket.end());
  const late = setTimeout(
    () => reject(new Error(`No end after ${DEADLINE} ms, but ${received.slice(0, 300)}`)),
    DEADLINE,
  );
  try {
    const size = Math.ceil(bytes.length / pieces);
    for (let from = 0; from < bytes.length && !socket.destroyed; from += size) {
      socket.write(bytes.subarray(from, from + size));
      await turn();
    }
    if (leaves) socket.destroy();
    else await Promise.race([begun.promise, closed, wait(NO_ANSWER)]);
    socket.end();
    await closed;
  } finally {
    clearTimeout(late);
    socket.destroy();
  }
  return received;
}

/** Sends `count` broken requests. */
export async function fuzzRequests(seed: number, count: number): Promise<boolean> {
  return runLanes(
    {
      what: 'requests',
      inputs: input,
      spaces: Array.from({ length: LANES }, () => 'simulated'),
      async tryInput(input, origin) {
        const received = await converse(input, origin);
        if (received === '') return 'nothing';
        const statuses = [...received.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, status = '']) => status);
        if (statuses.length === 0) throw new Error(`No HTTP: ${received.slice(0, 300)}`);
        const failed = statuses.find((status) => status.startsWith('5'));
        if (failed !== undefined) throw new Error(`${failed}: ${received.slice(-300)}`);
        return statuses[0] ?? '';
      },
      show: ({ bytes, pieces, leaves }) =>
        `${pieces} pieces${leaves ? ', then gone' : ''}: ${showBytes(bytes)}`,
    },
    seed,
    count,
  );
}
