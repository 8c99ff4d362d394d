import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { CONFERENCES_PATH } from '#contract/values.ts';
import { createSimulator } from '../../server/simulator/simulator.ts';
import { LANES, runLanes } from './lanes.ts';
import { bytesChange, changeBytes, mostly, oddText, showBytes } from './odd.ts';

/** What the space sends, and what it does with the connection then. */
interface SpaceAnswer {
  bytes: Buffer;
  /** in how many pieces it comes */
  pieces: number;
  end: 'keep' | 'close' | 'reset' | 'hang';
}

interface Input {
  answer: SpaceAnswer;
  /** path and query that the board is asked */
  target: string;
  method: string;
  headers: Record<string, string>;
}

const LIST = CONFERENCES_PATH;
const TOKEN = 'PA88b7c55e-3ff9-553e-7e4d-cc497fe7b9ea';

/** Longer than any question may take, on a busy machine. */
const DEADLINE = 10_000;

/** A page as SignalWire would send it. */
const page = await (async () => {
  const simulator = createSimulator({ conferences: 12, hostile: true });
  const origin = await simulator.listen();
  const { projectId, apiToken } = simulator.credentials;
  const response = await fetch(`${origin}${LIST}?page_size=4&include_active_session=true`, {
    headers: { Authorization: `Basic ${btoa(`${projectId}:${apiToken}`)}` },
  });
  const text = await response.text();
  await simulator.close();
  return text;
})();

/** JSON values, written out: a number may be one that no double holds, an object may name a key twice. */
const oddJson = fc.oneof(
  fc.constantFrom(
    'null',
    'true',
    '[]',
    '{}',
    '""',
    '-0',
    '1e999',
    '-1E-999',
    '0.10',
    `${'9'.repeat(400)}`,
    '12345678901234567890',
    '{"__proto__":{"a":1},"constructor":null,"toJSON":1}',
    '{"id":"a","id":1}',
    '"\\ud800"',
    '"\\u0000"',
    'NaN',
    '01',
    "'a'",
  ),
  fc.json(),
  oddText.map((text) => JSON.stringify(text)),
  fc
    .tuple(fc.nat(200_000), fc.constantFrom(['[', ']'], ['{"a":', '}']))
    .map(([depth, [open = '', close = '']]) => `${open.repeat(depth)}1${close.repeat(depth)}`),
  fc
    .tuple(fc.nat(20_000), fc.constantFrom('{}', '[]', '1', '{"id":"a"}', '{"id":"a","meta":{"n":1.0}}'))
    .map(([count, value]) => `[${Array(count).fill(value).join()}]`),
);

/** Where a value stands in the page's text: after a colon or at the head of a list, up to what ends it. */
const VALUE = /(?<=[:[])(?:"(?:[^"\\]|\\.)*"|[\w.+-]+|\[\]|\{\})/g;
const valuesOfPage = [...page.matchAll(VALUE)].map(({ index, 0: value }) => ({
  index,
  length: value.length,
}));

/** The page with a few of its values changed for odd ones. */
const changedPage = fc
  .array(fc.tuple(fc.nat(valuesOfPage.length - 1), oddJson), { minLength: 0, maxLength: 3 })
  .map((changes) => {
    let text = page;
    for (const [which, value] of changes.toSorted(([a], [b]) => b - a)) {
      const { index = 0, length = 0 } = valuesOfPage[which] ?? {};
      text = text.slice(0, index) + value + text.slice(index + length);
    }
    return text;
  });

const links = fc
  .record({ self: oddJson, first: oddJson, next: oddJson, prev: oddJson }, { requiredKeys: [] })
  .map((given) => {
    const all = {
      self: `"${LIST}"`,
      first: `"${LIST}"`,
      next: `"${LIST}?page_number=2&page_token=${TOKEN}"`,
      ...given,
    };
    const members = Object.entries(all).map(([name, value]) => `"${name}":${value}`);
    return `{"links":{${members.join()}},"data":[{"id":"a"},{"id":1},null]}`;
  });

const refusal = fc
  .array(fc.dictionary(fc.constantFrom('type', 'code', 'message', 'attribute', 'url', 'x'), oddJson), {
    maxLength: 4,
  })
  .map((items) => {
    const written = items.map((item) =>
      Object.entries(item)
        .map(([name, value]) => `"${name}":${value}`)
        .join(),
    );
    return `{"errors":[${written.map((members) => `{${members}}`).join()}]}`;
  });

const body = fc.oneof(
  { weight: 6, arbitrary: changedPage.map((text) => Buffer.from(text)) },
  { weight: 2, arbitrary: links.map((text) => Buffer.from(text)) },
  { weight: 2, arbitrary: refusal.map((text) => Buffer.from(text)) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(changedPage, bytesChange)
      .map(([text, change]) => changeBytes(Buffer.from(text), change)),
  },
  { weight: 1, arbitrary: oddJson.map((text) => Buffer.from(text)) },
  {
    weight: 1,
    arbitrary: oddJson.map((text) => Buffer.from(`{"links":{"self":"","first":""},"data":${text}}`)),
  },
  { weight: 1, arbitrary: fc.uint8Array().map((bytes) => Buffer.from(bytes)) },
  { weight: 1, arbitrary: changedPage.map((text) => Buffer.from(`\ufeff${text}`, 'utf16le')) },
);

const packing = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ coding: '', pack: (bytes: Buffer) => bytes }) },
  { weight: 3, arbitrary: fc.constant({ coding: 'gzip', pack: (bytes: Buffer) => gzipSync(bytes) }) },
  {
    weight: 1,
    arbitrary: bytesChange.map((change) => ({
      coding: 'gzip',
      pack: (bytes: Buffer) => changeBytes(gzipSync(bytes), change),
    })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { coding: 'gzip', pack: (bytes: Buffer) => bytes },
      { coding: 'gzip', pack: (bytes: Buffer) => gzipSync(gzipSync(bytes)) },
      { coding: 'gzip', pack: (bytes: Buffer) => Buffer.concat([gzipSync(bytes), gzipSync(bytes)]) },
      { coding: 'gzip', pack: () => gzipSync(Buffer.alloc(40 * 1024 * 1024)) },
      { coding: 'GZIP , ', pack: (bytes: Buffer) => gzipSync(bytes) },
      { coding: 'br', pack: (bytes: Buffer) => bytes },
      { coding: 'identity', pack: (bytes: Buffer) => bytes },
      { coding: 'gzip, gzip', pack: (bytes: Buffer) => gzipSync(gzipSync(bytes)) },
    ),
  },
);

const chunk = (bytes: Buffer) => [
  Buffer.from(`${bytes.length.toString(16)}\r\n`),
  bytes,
  Buffer.from('\r\n'),
];

/** How the end of the body is told: its header lines, and the body as it goes over the wire. */
const framing = fc.oneof(
  {
    weight: 30,
    arbitrary: fc.constantFrom(
      (bytes: Buffer) => ({ lines: [`Content-Length: ${bytes.length}`], wire: bytes }),
      (bytes: Buffer) => ({
        lines: ['Transfer-Encoding: chunked'],
        wire: Buffer.concat([...(bytes.length > 0 ? chunk(bytes) : []), ...chunk(Buffer.alloc(0))]),
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('-1', '1e3', '', 'x', '0', '5', '99999999999999999999', '5, 5', '0x10')
      .map((length) => (bytes: Buffer) => ({ lines: [`Content-Length: ${length}`], wire: bytes })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(
        'zz\r\n',
        '-1\r\n',
        'ffffffffffffffff\r\n',
        '\r\n',
        '5;a="\u0000"\r\n',
        '1\r\nab',
        '0\r\nA: b\r\n',
        '3\n',
      )
      .map((size) => (bytes: Buffer) => ({
        lines: ['Transfer-Encoding: chunked'],
        wire: Buffer.concat([...chunk(bytes), Buffer.from(size)]),
      })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      (bytes: Buffer) => ({ lines: [], wire: bytes }),
      (bytes: Buffer) => ({ lines: ['Transfer-Encoding: gzip, chunked'], wire: bytes }),
      (bytes: Buffer) => ({
        lines: [`Content-Length: ${bytes.length}`, 'Transfer-Encoding: chunked'],
        wire: Buffer.concat(chunk(bytes)),
      }),
      (bytes: Buffer) => ({ lines: ['Content-Length: 1', `Content-Length: ${bytes.length}`], wire: bytes }),
    ),
  },
);

const ODD_STATUSES = [
  ...[
    100, 101, 103, 199, 201, 204, 205, 206, 299, 300, 301, 304, 307, 400, 401, 403, 404, 405, 407, 408, 418,
    422,
  ],
  ...[422, 422, 429, 429, 451, 499, 500, 503, 511, 599, 600, 999],
];

const statusLine = fc.oneof(
  { weight: 12, arbitrary: fc.constant('HTTP/1.1 200 OK') },
  { weight: 6, arbitrary: fc.constantFrom(...ODD_STATUSES).map((status) => `HTTP/1.1 ${status} Odd`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'HTTP/1.0 200 OK',
      'HTTP/2.0 200 OK',
      'HTTP/1.1 200',
      'HTTP/1.1 0 No',
      'HTTP/1.1 1000 No',
      'HTTP/1.1 -200 No',
      'ICY 200 OK',
      '',
      'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK',
      'HTTP/1.1 103 Early\r\nLink: <x>\r\n\r\nHTTP/1.1 200 OK',
      'HTTP/1.1 101 Switch\r\nUpgrade: websocket\r\nConnection: Upgrade',
    ),
  },
);

const headerValue = fc.oneof(
  { weight: 1, arbitrary: oddText.map((text) => text.replace(/[\r\n]/g, '')) },
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      'gzip',
      'close',
      'keep-alive',
      '\u0000',
      'Thu, 01 Jan 1970 00:00:00 GMT',
      '99999999999',
      '-5',
      '1e9',
    ),
  },
);
const headerName = fc.oneof(
  fc.constantFrom(
    ...[
      'Retry-After',
      'Retry-After',
      'Date',
      'Connection',
      'Keep-Alive',
      'Location',
      'Set-Cookie',
      'ETag',
      'Age',
    ],
    ...[
      'Upgrade',
      'Trailer',
      'Content-Range',
      'Content-Type',
      'Proxy-Authenticate',
      'Content-Security-Policy',
      'x y',
    ],
    ...['', '\u00e9', '__proto__', 'Vary', 'Via'],
  ),
);
const extraLines = fc.oneof(
  { weight: 16, arbitrary: fc.constant<string[]>([]) },
  {
    weight: 6,
    arbitrary: fc
      .array(fc.tuple(headerName, headerValue), { maxLength: 4 })
      .map((pairs) => pairs.map((pair) => pair.join(': '))),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ['no colon here'],
      [' folded: line'],
      Array.from({ length: 2_500 }, (_, index) => `X-${index}: 1`),
      [`X-Long: ${'x'.repeat(70_000)}`],
    ),
  },
);

const contentType = mostly(
  15,
  'Content-Type: application/json; charset=utf-8',
  fc.constantFrom(
    'Content-Type: application/problem+json',
    'Content-Type: text/html',
    'Content-Type: application/jsonx',
    'Content-Type:',
    'X-None: 1',
    'Content-Type: application/json; charset=utf-16',
  ),
);

const written = fc
  .record({ body, packing, framing, statusLine, contentType, extraLines, isBare: fc.boolean() })
  .map(({ body, packing: { coding, pack }, framing, statusLine, contentType, extraLines }) => {
    const { lines, wire } = framing(pack(body));
    const head = [
      statusLine,
      contentType,
      ...(coding === '' ? [] : [`Content-Encoding: ${coding}`]),
      ...lines,
      ...extraLines,
    ];
    return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1'), wire]);
  });

const bytes = fc.oneof(
  { weight: 12, arbitrary: written },
  {
    weight: 1,
    arbitrary: fc.tuple(written, bytesChange).map(([whole, change]) => changeBytes(whole, change)),
  },
  { weight: 1, arbitrary: fc.tuple(written, written).map((both) => Buffer.concat(both)) },
);

const input: fc.Arbitrary<Input> = fc.record({
  answer: fc.record({
    bytes,
    pieces: fc.integer({ min: 1, max: 4 }),
    end: fc.oneof(
      { weight: 30, arbitrary: fc.constant('keep' as const) },
      { weight: 15, arbitrary: fc.constant('close' as const) },
      { weight: 4, arbitrary: fc.constant('reset' as const) },
      { weight: 1, arbitrary: fc.constant('hang' as const) },
    ),
  }),
  target: fc.constantFrom(
    LIST,
    `${LIST}?page_size=4`,
    // Past the first page the next one is asked for, too.
    `${LIST}?page_number=1&page_token=${TOKEN}`,
  ),
  method: mostly(8, 'GET', fc.constant('HEAD')),
  headers: fc.constantFrom<Record<string, string>>(
    { 'accept-encoding': 'gzip' },
    { 'accept-encoding': 'identity' },
    { 'accept-encoding': 'gzip', 'if-none-match': '*' },
  ),
});

/** A space that answers each request with what it was last given. */
async function startSpace() {
  let answer: SpaceAnswer | null = null;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let received = '';
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      if (!received.includes('\r\n\r\n')) return;
      received = '';
      if (answer !== null) void send(socket, answer);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    give(next: SpaceAnswer) {
      answer = next;
    },
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

async function send(socket: Socket, { bytes, pieces, end }: SpaceAnswer): Promise<void> {
  const all = end === 'hang' ? bytes.subarray(0, bytes.length - 20) : bytes;
  const size = Math.ceil(all.length / pieces);
  for (let from = 0; from < all.length && !socket.destroyed; from += size) {
    socket.write(all.subarray(from, from + size));
    await turn();
  }
  if (end === 'close') socket.end();
  if (end === 'reset') socket.resetAndDestroy();
}

const MAY_BE = [200, 304, 422, 502, 503, 504];

/** Asks the board, and throws what is wrong with its answer. */
async function ask({ target, method, headers }: Input, origin: string): Promise<string> {
  const response = await fetch(origin + target, { method, headers, signal: AbortSignal.timeout(DEADLINE) });
  const text = await response.text();
  if (!MAY_BE.includes(response.status)) throw new Error(`${response.status} ${text.slice(0, 300)}`);
  if (text === '') return `${response.status}`;
  const answer = JSON.parse(text);
  if (response.status !== 200) return `${response.status} ${answer.error?.code ?? ''}`.trim();
  for (const { id } of answer.data) if (typeof id !== 'string') throw new Error(`A row without an id: ${id}`);
  for (const link of Object.values(answer.links))
    if (!String(link).startsWith(LIST)) throw new Error(`A link to elsewhere: ${link}`);
  return '200';
}

/** Lets SignalWire answer the board's questions with `count` broken answers. */
export async function fuzzAnswers(seed: number, count: number): Promise<boolean> {
  const spaces = await Promise.all(Array.from({ length: LANES }, startSpace));
  const result = await runLanes(
    {
      what: 'answers of SignalWire',
      inputs: input,
      spaces: spaces.map(({ origin }) => origin),
      tryInput(input, origin, lane) {
        spaces[lane]?.give(input.answer);
        return ask(input, origin);
      },
      show: ({ answer: { bytes, pieces, end }, target, method }) =>
        `${method} ${target}, answered in ${pieces} pieces, then ${end}: ${showBytes(bytes)}`,
    },
    seed,
    count,
  );
  for (const space of spaces) space.close();
  return result;
}
