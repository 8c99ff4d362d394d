import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { RequestHandler } from 'express';
import { addressOf } from '../http/addressOf.ts';
import { isUnchanged } from '../http/isUnchanged.ts';
import { noteOf } from '../http/note.ts';
import { searchOf } from '../http/searchOf.ts';
import { writeETag } from './packed.ts';
import { readQuery } from './query.ts';
import type { Share, Shared } from './share.ts';

/** `GET /api/video/conferences`: SignalWire's list, under the same path and in the same shape. */
export function createConferences(share: Share, cacheSeconds: number): RequestHandler {
  return async function answerConferences(request, response) {
    const note = noteOf(request);
    note.route = 'conferences';
    const shared = await share(readQuery(searchOf(request)), addressOf(request));
    const { page, how, age, fault } = shared;
    note.cache = how;
    if (fault !== null) note.code = fault.code;

    const acceptsGzip = request.acceptsEncodings('gzip') !== false;
    const etag = writeETag(page, acceptsGzip);
    response.setHeader('ETag', etag);
    response.setHeader('Vary', 'Accept-Encoding');
    response.setHeader('Age', Math.floor(age / 1000));
    response.setHeader('Cache-Status', writeCacheStatus(shared, cacheSeconds));
    if (fault?.retryAfter) response.setHeader('Retry-After', fault.retryAfter);
    if (page.dropped > 0) response.setHeader('Callboard-Dropped', page.dropped);
    if (page.hasBrokenNext) response.setHeader('Callboard-Broken-Next', '1');
    if (isUnchanged(request, etag)) {
      response.status(304).end();
      return;
    }
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.setHeader('Content-Length', acceptsGzip ? page.gzip.length : page.plainBytes);
    if (acceptsGzip) response.setHeader('Content-Encoding', 'gzip');
    if (acceptsGzip || request.method === 'HEAD') response.end(page.gzip);
    else await unpackInto(response, page.gzip);
  };
}

/** Unpacks as the reader takes it: a copy of its own for each slow reader could fill the memory. */
async function unpackInto(response: ServerResponse, gzip: Buffer): Promise<void> {
  const unpack = createGunzip({ chunkSize: 64 * 1024 });
  unpack.end(gzip);
  // A reader that leaves midway is no failure of ours.
  await pipeline(unpack, response).catch(() => response.destroy());
}

/**
 * How an answer was come by, as RFC 9211 words it. A stale one has a negative `ttl` (seconds it is past its
 * freshness) and, as `detail`, the code of the failure that it stands in for.
 */
function writeCacheStatus({ how, age, fault }: Shared, cacheSeconds: number): string {
  const ttl = cacheSeconds - Math.floor(age / 1000);
  if (fault !== null) return `Callboard; hit; ttl=${ttl}; detail=${fault.code}`;
  if (how === 'hit') return `Callboard; hit; ttl=${ttl}`;
  return `Callboard; fwd=miss; stored${how === 'joined' ? '; collapsed' : ''}`;
}
