import { describe, expect, test } from 'vitest';
import type { ConferenceRow } from '#contract/conference.ts';
import { isWhole, type Walker, type WalkPage, type WalkState, walk } from '../../../client/roster/walk.ts';

const EXPIRED = new Error('page_token_is_invalid');

/** A list in memory, behind links like SignalWire's. Each test bends what it needs. */
function createList(sizes: readonly number[]) {
  const asked: (string | null)[] = [];
  const taken = new Set<string>();
  const reports: WalkState[] = [];
  const restarts: number[] = [];
  const stop = new AbortController();
  const pageOf = (number: number): WalkPage => ({
    rows: Array.from({ length: sizes[number] ?? 0 }, (_, index) => ({ id: `${number}-${index}` })),
    next: number + 1 < sizes.length ? linkTo(number + 1) : undefined,
    dropped: 0,
  });
  const list = {
    asked,
    reports,
    restarts,
    stop,
    taken,
    answer: (number: number): WalkPage => pageOf(number),
  };
  const walker: Walker = {
    async fetchPage(cursor) {
      asked.push(cursor);
      return list.answer(cursor === null ? 0 : Number(new URLSearchParams(cursor).get('page_number')));
    },
    take(rows: readonly ConferenceRow[]) {
      const before = taken.size;
      for (const { id } of rows) taken.add(id);
      return { fresh: taken.size - before };
    },
    restart() {
      restarts.push(taken.size);
      taken.clear();
    },
    isExpired: (error) => error === EXPIRED,
    report: (state) => reports.push(state),
    signal: stop.signal,
  };
  return { ...list, list, walker, pageOf };
}

function linkTo(page: number): string {
  return `https://acme.signalwire.com/api/video/conferences?page_number=${page}&page_size=2&page_token=PA${page}`;
}

describe('a walk', () => {
  test('takes every page once, in order, and is whole at the end', async () => {
    const { walker, asked, taken } = createList([2, 2, 1]);
    const end = await walk(walker);
    expect(end).toMatchObject({ phase: 'complete', loaded: 5, pages: 3, warnings: [], cursor: null });
    expect(isWhole(end)).toBe(true);
    expect(asked).toEqual([
      null,
      'page_number=1&page_size=2&page_token=PA1',
      'page_number=2&page_size=2&page_token=PA2',
    ]);
    expect([...taken]).toEqual(['0-0', '0-1', '1-0', '1-1', '2-0']);
  });

  test.each([[null], [''], [undefined]])('ends where next is %j', async (next) => {
    const { walker, list, pageOf } = createList([2, 2]);
    list.answer = (number) => ({ ...pageOf(number), next });
    expect(await walk(walker)).toMatchObject({ phase: 'complete', loaded: 2, warnings: [] });
  });

  test('reports its beginning, every page and its end', async () => {
    const { walker, reports } = createList([2, 1]);
    await walk(walker);
    expect(reports.map(({ phase, loaded }) => [phase, loaded])).toEqual([
      ['walking', 0],
      ['walking', 2],
      ['complete', 3],
    ]);
  });

  test('asks for the next page before it merges the last one', async () => {
    const { walker, asked } = createList([1, 1]);
    const askedAtTake: number[] = [];
    const { take } = walker;
    walker.take = (rows) => {
      askedAtTake.push(asked.length);
      return take(rows);
    };
    await walk(walker);
    expect(askedAtTake).toEqual([2, 2]);
  });

  test('goes on over an empty page that has a next', async () => {
    const { walker } = createList([2, 0, 1]);
    expect(await walk(walker)).toMatchObject({ phase: 'complete', loaded: 3, pages: 3, warnings: [] });
  });

  test('does not believe in an end when pages bring nothing new for ever', async () => {
    const { walker, asked } = createList([2, ...Array.from({ length: 500 }, () => 0)]);
    const end = await walk(walker);
    expect(end).toMatchObject({ phase: 'complete', loaded: 2, warnings: ['nothing-new'] });
    expect(isWhole(end)).toBe(false);
    expect(asked.length).toBeLessThan(15);
  });

  test('ends with a warning at a next that it has been to, whatever the order of its parameters', async () => {
    const { walker, list, pageOf, asked } = createList([1, 1, 1, 1]);
    list.answer = (number) =>
      number === 2 ? { ...pageOf(2), next: '?page_token=PA1&page_number=1' } : pageOf(number);
    const end = await walk(walker);
    expect(end).toMatchObject({ phase: 'complete', loaded: 3, warnings: ['repeated-link'] });
    expect(isWhole(end)).toBe(false);
    expect(asked).toHaveLength(3);
  });

  test.each(['?page_number=1', '?page_token=PA1', '?page_number=1&page_token=', '/elsewhere'])(
    'ends with a warning at half a cursor: %s',
    async (next) => {
      const { walker, list, pageOf, asked } = createList([1, 1]);
      list.answer = (number) => ({ ...pageOf(number), next });
      const end = await walk(walker);
      expect(end).toMatchObject({ phase: 'complete', loaded: 1, warnings: ['half-cursor'] });
      expect(isWhole(end)).toBe(false);
      expect(asked).toEqual([null]);
    },
  );

  test('counts a conference that two pages show once, and rows that were dropped', async () => {
    const { walker, list, pageOf } = createList([2, 2]);
    list.answer = (number) => ({
      ...pageOf(number),
      rows: [{ id: 'same' }, { id: `own-${number}` }],
      dropped: 3,
    });
    expect(await walk(walker)).toMatchObject({ loaded: 3, dropped: 6 });
  });

  test('follows a list that grows while it is walked', async () => {
    const sizes = [2, 2];
    const { walker, list, pageOf } = createList(sizes);
    list.answer = (number) => {
      if (sizes.length < 6) sizes.push(1);
      return pageOf(number);
    };
    expect(await walk(walker)).toMatchObject({ phase: 'complete', loaded: 8, pages: 6 });
  });

  test('a failure midway keeps what is there, and a retry goes on at the page that failed', async () => {
    const { walker, list, pageOf, asked, restarts } = createList([2, 2, 2]);
    const refusal = new Error('502');
    list.answer = (number) => {
      if (number === 2) throw refusal;
      return pageOf(number);
    };
    const failed = await walk(walker);
    expect(failed).toMatchObject({ phase: 'failed', loaded: 4, pages: 2, error: refusal });
    list.answer = pageOf;
    asked.length = 0;
    expect(await walk(walker, failed)).toMatchObject({ phase: 'complete', loaded: 6, pages: 3, error: null });
    expect(asked).toEqual(['page_number=2&page_size=2&page_token=PA2']);
    expect(restarts).toEqual([]);
  });

  test('stops when told to, and goes on later from the same place', async () => {
    const { walker, reports, stop, asked } = createList([2, 2, 2]);
    walker.report = (state) => {
      reports.push(state);
      if (state.pages === 1) stop.abort();
    };
    const stopped = await walk(walker);
    expect(stopped).toMatchObject({ phase: 'stopped', loaded: 2, pages: 1, error: null });
    asked.length = 0;
    const end = await walk({ ...walker, report: () => {}, signal: new AbortController().signal }, stopped);
    expect(end).toMatchObject({ phase: 'complete', loaded: 6 });
    expect(asked[0]).toBe('page_number=1&page_size=2&page_token=PA1');
  });

  test('a stop while a page is on its way is a stop, not a failure, and the page is asked for again', async () => {
    const { walker, list, pageOf, stop } = createList([2, 2]);
    list.answer = (number) => {
      if (number === 0) return pageOf(0);
      stop.abort();
      throw stop.signal.reason;
    };
    const stopped = await walk(walker);
    expect(stopped).toMatchObject({ phase: 'stopped', loaded: 2, error: null });
    expect(stopped.cursor).toContain('page_number=1');
  });

  test('an expired token midway begins again, once', async () => {
    const { walker, list, pageOf, restarts } = createList([2, 2, 2]);
    let expired = false;
    list.answer = (number) => {
      if (number === 2 && !expired) {
        expired = true;
        throw EXPIRED;
      }
      return pageOf(number);
    };
    const end = await walk(walker);
    expect(end).toMatchObject({ phase: 'complete', loaded: 6, pages: 3, warnings: ['restarted'] });
    expect(isWhole(end)).toBe(true);
    expect(restarts).toEqual([4]);
  });

  test('a second expired token is a failure, and a retry begins at the first page', async () => {
    const { walker, list, pageOf, asked } = createList([2, 2, 2]);
    list.answer = (number) => {
      if (number === 2) throw EXPIRED;
      return pageOf(number);
    };
    const failed = await walk(walker);
    expect(failed).toMatchObject({ phase: 'failed', cursor: null, error: EXPIRED });
    list.answer = pageOf;
    asked.length = 0;
    expect(await walk(walker, failed)).toMatchObject({ phase: 'complete', loaded: 6 });
    expect(asked[0]).toBeNull();
  });

  test('an error of the first page is no expired token', async () => {
    const { walker, list, asked } = createList([1]);
    list.answer = () => {
      throw EXPIRED;
    };
    expect(await walk(walker)).toMatchObject({ phase: 'failed', error: EXPIRED });
    expect(asked).toEqual([null]);
  });

  test('asks whether to go on at its limit, and goes on for as much again', async () => {
    const { walker, asked } = createList([2, 2, 2, 2, 1]);
    const first = await walk({ ...walker, allowance: 4 });
    expect(first).toMatchObject({ phase: 'limit', loaded: 4 });
    expect(asked).toHaveLength(2);
    const second = await walk({ ...walker, allowance: 4 }, first);
    expect(second).toMatchObject({ phase: 'limit', loaded: 8 });
    expect(await walk({ ...walker, allowance: 4 }, second)).toMatchObject({ phase: 'complete', loaded: 9 });
  });

  test('a list that ends exactly at the limit is complete', async () => {
    const { walker } = createList([2, 2]);
    expect(await walk({ ...walker, allowance: 4 })).toMatchObject({ phase: 'complete', loaded: 4 });
  });

  test('a complete walk has nothing to go on with', async () => {
    const { walker, asked } = createList([1]);
    const end = await walk(walker);
    asked.length = 0;
    expect(await walk(walker, end)).toBe(end);
    expect(asked).toEqual([]);
  });
});
