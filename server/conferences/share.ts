import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock.ts';
import { Fault } from '../http/Fault.ts';
import type { Ask, Asked, OnBehalfOf } from './askSignalWire.ts';
import { allowsKept, isRefusal } from './codes.ts';
import type { PackedPage } from './packed.ts';
import type { Query } from './query.ts';

/** A page for one reader, and how it was come by. */
export interface Shared {
  page: PackedPage;
  /** `hit`: kept and fresh. `miss`: asked for this reader. `joined`: asked for another. `stale`: kept, for want of better. */
  how: 'hit' | 'miss' | 'joined' | 'stale';
  /** ms since SignalWire was asked for it */
  age: number;
  /** why a stale one is the best there is */
  fault: Fault | null;
  /** its rows as they came, while they are at hand: of a kept page only the packed bytes are */
  rows: Asked['rows'] | null;
}

/** The page of a query, for a client (its address) or, when null, for this server itself. */
export type Share = (query: Query, client: string | null) => Promise<Shared>;

export interface ShareOptions {
  ask: Ask;
  clock: Clock;
  /** how long a kept page counts as fresh */
  cacheSeconds: number;
}

interface Kept {
  page: PackedPage;
  /** ms of the clock's ticks; when SignalWire was asked, so that an age is never told too small */
  askedAt: number;
}

/** For how long a kept page stands in for a failure: ms */
const STALE_FOR = 10 * 60_000;
const MOST_KEPT = { pages: 200, bytes: 64 * 1024 * 1024 };

/**
 * Shares every answer of SignalWire among all readers: one question at a time for each query, whoever asks
 * and whoever leaves; kept while fresh, and beyond that to stand in for a failure. Throws what asking throws.
 */
export function createShare({ ask, clock, cacheSeconds }: ShareOptions): Share {
  const kept = new LRUCache<string, Kept>({
    max: MOST_KEPT.pages,
    maxSize: MOST_KEPT.bytes,
    sizeCalculation: ({ page }) => page.gzip.length,
  });
  /** what is being asked, by query */
  const underway = new Map<string, Promise<Kept & Asked>>();

  const ageOf = ({ askedAt }: Kept) => Math.max(0, clock.ticks() - askedAt);
  const isFresh = (entry: Kept | undefined) => entry !== undefined && ageOf(entry) < cacheSeconds * 1000;

  const askFor = async (canonical: string, asker: OnBehalfOf): Promise<Kept & Asked> => {
    const askedAt = clock.ticks();
    try {
      const asked = await ask(canonical, asker);
      kept.set(canonical, { page: asked.page, askedAt });
      return { ...asked, askedAt };
    } catch (error) {
      // One rule for everybody: who may no longer read it has no use for what was read before.
      if (error instanceof Fault && isRefusal(error.code)) kept.clear();
      throw error;
    }
  };

  const start = (canonical: string, asker: OnBehalfOf): Promise<Kept & Asked> => {
    const answer = askFor(canonical, asker).finally(() => underway.delete(canonical));
    underway.set(canonical, answer);
    return answer;
  };

  /** Asks for the next page ahead: who is past the first one will want it, too. */
  const readAhead = ({ next }: PackedPage, client: string) => {
    if (next === null || isFresh(kept.peek(next)) || underway.has(next)) return;
    // Nobody waits for it: whoever asks for that page will be told of a failure then.
    start(next, { client, ahead: true }).catch(() => {});
  };

  const find = async ({ canonical }: Query, client: string | null): Promise<Shared> => {
    const entry = kept.get(canonical);
    if (entry !== undefined && isFresh(entry))
      return { page: entry.page, how: 'hit', age: ageOf(entry), fault: null, rows: null };
    const other = underway.get(canonical);
    try {
      const fresh = await (other ?? start(canonical, { client, ahead: false }));
      const how = other ? 'joined' : 'miss';
      return { page: fresh.page, how, age: ageOf(fresh), fault: null, rows: fresh.rows };
    } catch (error) {
      if (!(error instanceof Fault && allowsKept(error.code))) throw error;
      const age = entry === undefined ? Number.POSITIVE_INFINITY : ageOf(entry);
      if (entry === undefined || age > STALE_FOR) throw error;
      return { page: entry.page, how: 'stale', age, fault: error, rows: null };
    }
  };

  return async function share(query, client) {
    const shared = await find(query, client);
    // The list's own walk asks for the next page itself.
    if (client !== null && query.pageNumber > 0 && shared.fault === null) readAhead(shared.page, client);
    return shared;
  };
}
