import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Clock } from '../clock.ts';
import { readQuery } from '../conferences/query.ts';
import { readRows } from '../conferences/reply.ts';
import type { Share } from '../conferences/share.ts';
import type { Fault } from '../http/Fault.ts';
import type { Limits } from '../limits.ts';
import type { RowText } from './pass.ts';

/** What comes after a page: another one, by its canonical query; nothing; or nobody knows what. */
export type Next =
  | { readonly kind: 'page'; readonly query: string }
  | { readonly kind: 'end' }
  | { readonly kind: 'broken' };

/** A page of SignalWire's list, as the walk needs it. */
export interface WalkPage {
  readonly rows: readonly RowText[];
  readonly next: Next;
  /** rows that had no usable id and were left out */
  readonly dropped: number;
  /** ms of the clock's ticks: when SignalWire was asked for it; earlier when it is a kept answer */
  readonly askedAt: number;
  /** why an answer that was kept too long is the best there is; null for a fresh one */
  readonly fault: Fault | null;
}

/** The page at a query. Throws a Fault, or an InvalidQuery when SignalWire refuses the query. */
export type ReadPage = (query: string) => Promise<WalkPage>;

/** Pages come as everybody's do: whoever reads the same page of the proxied route pays for it only once. */
export function createReadPage(share: Share, clock: Clock, limits: Limits): ReadPage {
  return async function readPage(query) {
    const { page, age, fault, rows } = await share(readQuery(query), null);
    const { next, dropped, hasBrokenNext, gzip } = page;
    const sent = rows ?? readRows(await unpack(gzip), limits);
    return {
      rows: sent.map(({ id, json }) => ({ id, text: json.toString() })),
      next: hasBrokenNext
        ? { kind: 'broken' }
        : next === null
          ? { kind: 'end' }
          : { kind: 'page', query: next },
      dropped,
      askedAt: clock.ticks() - age,
      fault,
    };
  };
}

const unpack = promisify(gunzip);
