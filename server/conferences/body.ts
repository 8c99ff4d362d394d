import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Fault } from '../http/Fault.ts';
import type { Load } from './air.ts';

/**
 * Collects the body of an upstream's answer, unpacked. Throws a Fault when it breaks off, cannot be
 * unpacked, or unpacks to more than `mostBytes` (then the rest is not even read).
 */
export async function readBody(incoming: IncomingMessage, mostBytes: number, load: Load): Promise<Buffer> {
  const codings = (incoming.headers['content-encoding'] ?? '').toLowerCase().split(',');
  const [coding, another] = codings
    .map((name) => name.trim())
    .filter((name) => !/^(?:identity)?$/.test(name));
  const chunks: Buffer[] = [];
  const collect = async (source: AsyncIterable<Buffer>) => {
    let bytes = 0;
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > mostBytes) throw new Fault('upstream_too_large');
      await load.take(chunk.length);
      chunks.push(chunk);
    }
  };
  try {
    if (coding === undefined) await pipeline(incoming, collect);
    // RFC 9110, 8.4.1.3: x-gzip is gzip.
    else if (/^(?:x-)?gzip$/.test(coding) && another === undefined)
      await pipeline(incoming, createGunzip(), collect);
    else throw new Fault('upstream_encoding');
  } catch (cause) {
    incoming.destroy();
    if (cause instanceof Fault) throw cause;
    const isPacking = cause instanceof Error && 'code' in cause && String(cause.code).startsWith('Z_');
    throw new Fault(isPacking ? 'upstream_encoding' : 'upstream_truncated', { cause });
  }
  return Buffer.concat(chunks);
}
