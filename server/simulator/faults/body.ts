import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { replyRaw } from '../reply.ts';
import { type Exchange, type Fault, replyWithRow, writeOrdinary } from './fault.ts';

const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' };
const GZIP = { ...JSON_TYPE, 'Content-Encoding': 'gzip' };
const MIB = 2 ** 20;

/** Status 200 with a body that cannot be read, or not as what it says it is. */
export const BODY_FAULTS = {
  'bad-json': {
    says: 'JSON that breaks off in the middle, with the right length.',
    play(exchange) {
      const text = writeOrdinary(exchange);
      replyRaw(exchange.response, 200, JSON_TYPE, text.slice(0, text.length >> 1));
    },
  },
  'bad-utf8': {
    says: 'JSON with bytes that are no UTF-8.',
    play(exchange) {
      const body = Buffer.concat([
        Buffer.from(writeOrdinary(exchange).slice(0, -1)),
        Buffer.from([0xff, 0xfe, 0x7d]),
      ]);
      replyRaw(exchange.response, 200, JSON_TYPE, body);
    },
  },
  'empty-body': { says: 'No body at all.', play: ({ response }) => replyRaw(response, 200, JSON_TYPE, '') },
  html: {
    says: 'A page of HTML, as a captive portal or a maintenance page sends it.',
    play: ({ response }) =>
      replyRaw(
        response,
        200,
        { 'Content-Type': 'text/html' },
        '<!doctype html><h1>We will be right back</h1>',
      ),
  },
  'wrong-content-type': {
    says: 'The right JSON as text/plain.',
    play: (exchange) =>
      replyRaw(exchange.response, 200, { 'Content-Type': 'text/plain' }, writeOrdinary(exchange)),
  },
  'bad-gzip': {
    says: 'A body that says gzip and is not.',
    play: (exchange) => replyRaw(exchange.response, 200, GZIP, writeOrdinary(exchange)),
  },
  'truncated-gzip': {
    says: 'A gzip body that breaks off in the middle, with the right length.',
    play(exchange) {
      const packed = gzipSync(writeOrdinary(exchange));
      replyRaw(exchange.response, 200, GZIP, packed.subarray(0, packed.length >> 1));
    },
  },
  'unknown-encoding': {
    says: 'A body in an encoding nobody asked for.',
    play: (exchange) =>
      replyRaw(exchange.response, 200, { ...JSON_TYPE, 'Content-Encoding': 'zstd' }, writeOrdinary(exchange)),
  },
  'gzip-bomb': {
    says: 'About a megabyte of gzip that unpacks to one gigabyte of JSON.',
    play: ({ response }) => stream(response, GZIP, gzipBomb()),
  },
  'too-large': {
    says: 'Valid JSON of 20 MiB, unpacked, without a length.',
    play: ({ response }) => stream(response, JSON_TYPE, largeJson()),
  },
  'x-gzip': {
    says: 'The right JSON in gzip, called x-gzip.',
    play: (exchange) =>
      replyRaw(
        exchange.response,
        200,
        { ...JSON_TYPE, 'Content-Encoding': 'X-Gzip, identity' },
        gzipSync(writeOrdinary(exchange)),
      ),
  },
  'structure-bomb': {
    says: 'About 15 KB of gzip that unpack to 15 MiB of five million small values, within the byte cap.',
    play: ({ response }) => replyRaw(response, 200, GZIP, structureBomb()),
  },
  'deep-nesting': {
    says: 'One row whose meta is nested 20,000 deep: it can be read, and not written back.',
    play: (exchange) => replyWithRow(exchange, `{"id":"deep","name":"deep-room","meta":${nest(20_000)}}`),
  },
  'deep-rows': {
    says: 'A row whose meta is nested 9,000 deep, and one whose session is.',
    play: (exchange) =>
      replyWithRow(
        exchange,
        `{"id":"deep-meta","name":"a","meta":${nest(9_000)}},{"id":"deep-session","name":"b","active_session":{"x":${nest(9_000)}}}`,
      ),
  },
  'delicate-numbers': {
    says: 'A row whose meta holds numbers that no double holds as they are written.',
    play: (exchange) => replyWithRow(exchange, DELICATE_ROW),
  },
  'token-echo': {
    says: 'A row whose meta holds the Authorization that came with the request, and one that hides the token in escapes.',
    play(exchange) {
      const [, packed = ''] = exchange.request.headers.authorization?.split(' ') ?? [];
      const [, token = ''] = Buffer.from(packed, 'base64').toString().split(':');
      const hidden = token.replace(/./g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`);
      replyWithRow(
        exchange,
        `{"id":"echo","meta":{"sent":"Basic ${packed}","id":12345678901234567890}},{"id":"hidden","name":"${hidden}"}`,
      );
    },
  },
} satisfies Record<string, Fault>;

const DELICATE_ROW =
  '{"id":"delicate","meta":{"id":12345678901234567890,"zero":-0,"price":1.50,"huge":1e400,"power":1E5}}';

function nest(levels: number): string {
  return `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
}

let packedBomb: Buffer | null = null;

/** Packed once: to make it takes a good part of a second, in which the simulator would hold its process up. */
function structureBomb(): Buffer {
  if (packedBomb === null) {
    const few = '1.50,{},{},'.repeat(1_000);
    const rows = few.repeat(Math.floor((15 * MIB) / few.length));
    packedBomb = gzipSync(`{"links":{"self":"","first":""},"data":[${rows}{}]}`, { level: 9 });
  }
  return packedBomb;
}

/** Streams chunk by chunk, so that the simulator's own memory stays small; a client that leaves ends it. */
function stream(
  response: Exchange['response'],
  headers: Record<string, string>,
  chunks: Iterable<Buffer>,
): void {
  response.writeHead(200, headers);
  pipeline(Readable.from(chunks), response).catch(() => response.destroy());
}

function* gzipBomb(): Generator<Buffer> {
  const spaces = gzipSync(Buffer.alloc(16 * MIB, ' '), { level: 9 });
  yield gzipSync('{"links":{"self":"","first":""},"data":[');
  for (let member = 0; member < 64; member += 1) yield spaces;
  yield gzipSync(']}');
}

function* largeJson(): Generator<Buffer> {
  const chunk = Buffer.alloc(MIB / 4, 'x');
  yield Buffer.from('{"links":{"self":"","first":""},"data":[{"id":"large","description":"');
  for (let count = 0; count < 80; count += 1) yield chunk;
  yield Buffer.from('"}]}');
}
