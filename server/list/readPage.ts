import { parseExactly } from '../conferences/exactJson.ts';
import { toBytes } from '../conferences/packed.ts';
import { readQuery } from '../conferences/query.ts';
import type { Share } from '../conferences/share.ts';
import type { Fault } from '../http/Fault.ts';
import type { RowText } from './pass.ts';

/** A page of SignalWire's list, as the walk needs it. */
export interface WalkPage {
  readonly rows: readonly RowText[];
  /** `links.next`, or its query alone; null and "" end the list */
  readonly next: string | null;
  /** rows that had no usable id and were left out */
  readonly dropped: number;
  /** ms of the clock's ticks: when SignalWire was asked for it; earlier when it is a kept answer */
  readonly askedAt: number;
  /** why an answer that was kept too long is the best there is; null for a fresh one */
  readonly stale: Fault | null;
}

/** The part of a clock that measures how long things take. */
export interface Ticks {
  /** ms since some moment; it only goes forward, as fast as time passes, whoever sets the time */
  ticks(): number;
}

/** The page at a query. Throws a Fault, or an InvalidQuery when SignalWire refuses the query. */
export type ReadPage = (query: string) => Promise<WalkPage>;

/** Pages come as everybody's do: whoever reads the same page of the proxied route pays for it only once. */
export function createReadPage(share: Share, clock: Ticks): ReadPage {
  return async function readPage(query) {
    // As if for a first page: the walk asks for the next one itself, and a page that share reads ahead and that
    // fails would be asked for a second time.
    const { page, age, fault } = await share({ ...readQuery(query), pageNumber: 0 });
    const askedAt = clock.ticks() - age;
    const rows = readRows(parseExactly((await toBytes(page, false)).toString()));
    return { rows, next: page.next, dropped: page.dropped, askedAt, stale: fault };
  };
}

function readRows(body: unknown): RowText[] {
  if (typeof body !== 'object' || body === null || !('data' in body) || !Array.isArray(body.data))
    throw new TypeError('a kept page is no page');
  return body.data.map((row) => ({ id: row.id, text: JSON.stringify(row) }));
}
