import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Request, Response } from 'express';
import { LRUCache } from 'lru-cache';
import { LIST_HEADER, type ListState } from '#contract/list.ts';
import { isUnchanged } from '../http/isUnchanged.ts';
import type { KeyedText } from '../list/store.ts';

const pack = promisify(gzip);

/** Bytes of packed answers that are kept, for many look at the same page. */
const MOST_PACKED = 4 * 2 ** 20;

/** Packed answers by their ETag, which names what is in them. */
const packed = new LRUCache<string, Buffer>({
  maxSize: MOST_PACKED,
  sizeCalculation: ({ length }) => length,
});

async function packOnce(bytes: Buffer, etag: string): Promise<Buffer> {
  const known = packed.get(etag);
  if (known !== undefined) return known;
  const body = await pack(bytes, { level: PACKING.level });
  packed.set(etag, body);
  return body;
}

/** Above this level little is won for much time, and below this size nothing. */
const PACKING = { level: 2, leastBytes: 1_024 };

/** JSON of rows with their keys; each row is the very text that SignalWire sent. */
export function writeRows(rows: readonly KeyedText[]): string {
  return `[${rows.map(({ key, text }) => `{"key":${key},"row":${text}}`).join(',')}]`;
}

/** An object as JSON, its last entry already written. */
export function writeObject(entries: object, name: string, written: string): string {
  return `${JSON.stringify(entries).slice(0, -1)},"${name}":${written}}`;
}

/**
 * Answers JSON about the list, or 304 to whoever has just that already. Where the list stands is said in a header, so
 * that it moves without the answer becoming another.
 */
export async function sendAnswer(
  request: Request,
  response: Response,
  json: string,
  state: ListState,
): Promise<void> {
  const bytes = Buffer.from(json);
  const isPacked = bytes.length >= PACKING.leastBytes && request.acceptsEncodings('gzip') !== false;
  const etag = `"${hash('sha256', bytes, 'base64url').slice(0, 27)}${isPacked ? '' : '-plain'}"`;
  response.setHeader(LIST_HEADER, JSON.stringify(state));
  response.setHeader('ETag', etag);
  response.setHeader('Vary', 'Accept-Encoding');
  if (isUnchanged(request, etag)) {
    response.status(304).end();
    return;
  }
  const body = isPacked ? await packOnce(bytes, etag) : bytes;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  if (isPacked) response.setHeader('Content-Encoding', 'gzip');
  response.setHeader('Content-Length', body.length);
  response.end(body);
}
