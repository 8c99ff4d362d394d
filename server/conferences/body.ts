import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Fault } from '../http/Fault.ts';

/**
 * Collects the body of an upstream's answer, unpacked. Throws a Fault when it breaks off, cannot be
 * unpacked, or unpacks to more than `mostBytes` (then the rest is not even read).
 */
export async function readBody(incoming: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const coding = incoming.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  const chunks: Buffer[] = [];
  const collect = async (source: AsyncIterable<Buffer>) => {
    let bytes = 0;
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > mostBytes) throw new Fault('upstream_too_large');
      chunks.push(chunk);
    }
  };
  try {
    if (coding === 'gzip') await pipeline(incoming, createGunzip(), collect);
    else if (coding === 'identity') await pipeline(incoming, collect);
    else throw new Fault('upstream_encoding');
  } catch (cause) {
    incoming.destroy();
    if (cause instanceof Fault) throw cause;
    const isPacking = cause instanceof Error && 'code' in cause && String(cause.code).startsWith('Z_');
    throw new Fault(isPacking ? 'upstream_encoding' : 'upstream_truncated', { cause });
  }
  return Buffer.concat(chunks);
}
