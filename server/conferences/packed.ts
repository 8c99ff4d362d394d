import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Reply } from './reply.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** A page as it is kept: packed once, however many read it. */
export interface PackedPage {
  gzip: Buffer;
  /** of the content, without quotes */
  hash: string;
  next: string | null;
  dropped: number;
}

/** Above this level little is won for much time: a page of 1,000 rows packs to a seventh in 3 ms. */
const LEVEL = 2;

export async function packReply({ json, next, dropped }: Reply): Promise<PackedPage> {
  const gzip = await pack(json, { level: LEVEL });
  return { gzip, hash: hash('sha256', json, 'base64url').slice(0, 27), next, dropped };
}

/** The ETag of the form that a browser is to get. */
export function writeETag({ hash }: PackedPage, acceptsGzip: boolean): string {
  return acceptsGzip ? `"${hash}"` : `"${hash}-plain"`;
}

export async function toBytes(page: PackedPage, acceptsGzip: boolean): Promise<Buffer> {
  return acceptsGzip ? page.gzip : unpack(page.gzip);
}
