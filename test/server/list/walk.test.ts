import { describe, expect, it } from 'vitest';
import { Fault, InvalidQuery } from '../../../server/http/Fault.ts';
import { createWalkState, isSureOfEnd, type Walker, walk } from '../../../server/list/walk.ts';
import type { WalkPage } from '../../../server/list/walkPage.ts';
import { createPlainList } from '../../support/walked.ts';

const EXPIRED = new InvalidQuery([]);
const FIRST = 'include_active_session=true&page_size=1000';
const START = createWalkState(false);

/** A list of pages that link to each other like SignalWire's. Each test bends what it needs. */
function createPages(sizes: readonly number[]) {
  const asked: string[] = [];
  const stop = new AbortController();
  const plain = createPlainList();
  const pageOf = (number: number): WalkPage => ({
    rows: Array.from({ length: sizes[number] ?? 0 }, (_, index) => toRow(`${number}-${index}`)),
    next: number + 1 < sizes.length ? { kind: 'page', query: queryTo(number + 1) } : { kind: 'end' },
    dropped: 0,
    askedAt: number,
    fault: null,
  });
  const pages = { answer: (number: number, _query: string): WalkPage => pageOf(number) };
  const walker: Walker = {
    async readPage(query) {
      asked.push(query);
      return pages.answer(Number(new URLSearchParams(query).get('page_number') ?? 0), query);
    },
    pass: plain.beginPass(),
    mostRows: 200_000,
    signal: stop.signal,
    report() {},
  };
  return { asked, stop, plain, pageOf, pages, walker };
}

const toRow = (id: string) => ({ id, text: JSON.stringify({ id }) });
const queryTo = (page: number) => `page_number=${page}&page_size=2&page_token=PA${page}`;

describe('a walk over the list', () => {
  it('takes every page once, in order, with its sessions, and is whole at the end', async () => {
    const { walker, asked, plain } = createPages([2, 2, 1]);
    const end = await walk(walker, START);
    expect(end).toMatchObject({ phase: 'ended', warnings: [], fault: null, oldest: 0 });
    expect(isSureOfEnd(end)).toBe(true);
    expect(asked).toEqual([FIRST, queryTo(1), queryTo(2)]);
    expect([...plain.rows.keys()]).toEqual(['0-0', '0-1', '1-0', '1-1', '2-0']);
  });

  it('hands over 50 rows at a time, and the last of them with the news that these were all', async () => {
    const { walker, plain } = createPages([100, 120]);
    await walk(walker, START);
    expect(plain.calls).toEqual([50, 50, 50, 50, 'end with 20, whole']);
  });

  it.each([
    [0, ['end with 0, whole']],
    [1, ['end with 1, whole']],
    [50, ['end with 50, whole']],
    [100, [50, 'end with 50, whole']],
  ])('of one page with %i rows ends in one step with its last rows', async (size, calls) => {
    const { walker, plain } = createPages([size]);
    await walk(walker, START);
    expect(plain.calls).toEqual(calls);
    expect(plain.size).toBe(size);
  });

  it('lets everybody else have a turn between two handfuls of rows', async () => {
    const { walker, plain } = createPages([200]);
    let turns = 0;
    const count = () => {
      turns += 1;
      if (turns < 100) setImmediate(count);
    };
    setImmediate(count);
    const turnsAtTake: number[] = [];
    plain.onTake = () => turnsAtTake.push(turns);
    await walk(walker, START);
    expect(turnsAtTake).toHaveLength(4);
    expect(new Set(turnsAtTake).size).toBe(4);
  });

  it('asks for the next page before it takes the last one in', async () => {
    const { walker, asked, plain } = createPages([1, 1, 1]);
    const askedAtTake: number[] = [];
    plain.onTake = () => askedAtTake.push(asked.length);
    await walk(walker, START);
    expect(askedAtTake).toEqual([2, 3, 3]);
  });

  it('asks for a small page first when there is nothing to show, and reads a short list by it alone', async () => {
    const { walker, asked } = createPages([50]);
    const end = await walk(walker, createWalkState(true));
    expect(asked).toEqual(['include_active_session=true&page_size=50']);
    expect(isSureOfEnd(end)).toBe(true);
  });

  it('goes on from the small page at the beginning, and counts what both show once', async () => {
    const { walker, asked, plain, pages, pageOf } = createPages([70, 10]);
    pages.answer = (number, query) => {
      const page = pageOf(number);
      return query.endsWith('page_size=50') ? { ...page, rows: page.rows.slice(0, 50), dropped: 1 } : page;
    };
    const end = await walk(walker, createWalkState(true));
    expect(asked).toEqual(['include_active_session=true&page_size=50', FIRST, queryTo(1)]);
    expect(plain.calls).toEqual([50, 50, 20, 'end with 10, whole']);
    expect(plain.size).toBe(80);
    expect(end.dropped).toBe(0);
  });

  it('is as old as its oldest page', async () => {
    const { walker, pages, pageOf } = createPages([1, 1, 1]);
    pages.answer = (number) => ({ ...pageOf(number), askedAt: [900, 700, 950][number] ?? 0 });
    expect(await walk(walker, START)).toMatchObject({ oldest: 700 });
  });

  it('goes on over an empty page that has a next', async () => {
    const { walker, plain } = createPages([2, 0, 1]);
    expect(isSureOfEnd(await walk(walker, START))).toBe(true);
    expect(plain.size).toBe(3);
  });

  it('follows a list that grows while it is walked', async () => {
    const sizes = [2, 2];
    const { walker, plain, pages, pageOf } = createPages(sizes);
    pages.answer = (number) => {
      if (sizes.length < 6) sizes.push(1);
      return pageOf(number);
    };
    expect(isSureOfEnd(await walk(walker, START))).toBe(true);
    expect(plain.size).toBe(8);
  });

  it('counts rows that were left out', async () => {
    const { walker, pages, pageOf } = createPages([2, 2]);
    pages.answer = (number) => ({ ...pageOf(number), dropped: 3 });
    expect(await walk(walker, START)).toMatchObject({ dropped: 6 });
  });

  it('does not believe in an end when pages bring nothing new for ever, and drops nothing', async () => {
    const { walker, asked, plain } = createPages([2, ...Array.from({ length: 500 }, () => 0)]);
    const end = await walk(walker, START);
    expect(end).toMatchObject({ phase: 'ended', warnings: ['nothing-new'] });
    expect(isSureOfEnd(end)).toBe(false);
    expect(asked.length).toBeLessThan(15);
    expect(plain.calls.at(-1)).toBe('end with 0');
  });

  it('ends with a warning at a next that it has been to', async () => {
    const { walker, pages, pageOf, asked, plain } = createPages([1, 1, 1, 1]);
    pages.answer = (number) =>
      number === 2 ? { ...pageOf(2), next: { kind: 'page', query: queryTo(1) } } : pageOf(number);
    const end = await walk(walker, START);
    expect(end).toMatchObject({ phase: 'ended', loaded: 3, warnings: ['repeated-link'] });
    expect(isSureOfEnd(end)).toBe(false);
    expect(asked).toHaveLength(3);
    expect(plain.calls.at(-1)).toBe('end with 0');
  });

  it('ends with a warning at half a cursor', async () => {
    const { walker, pages, pageOf, asked } = createPages([1, 1]);
    pages.answer = (number) => ({ ...pageOf(number), next: { kind: 'broken' } });
    const end = await walk(walker, START);
    expect(end).toMatchObject({ phase: 'ended', loaded: 1, warnings: ['half-cursor'] });
    expect(isSureOfEnd(end)).toBe(false);
    expect(asked).toEqual([FIRST]);
  });
});

describe('a walk that fails', () => {
  it('keeps what was taken in, and goes on at the page that failed', async () => {
    const { walker, pages, pageOf, asked, plain } = createPages([2, 2, 2]);
    const refusal = new Fault('upstream_unavailable');
    pages.answer = (number) => {
      if (number === 2) throw refusal;
      return pageOf(number);
    };
    const failed = await walk(walker, START);
    expect(failed).toMatchObject({ phase: 'failed', loaded: 4, fault: refusal });
    expect(plain.size).toBe(4);
    pages.answer = pageOf;
    asked.length = 0;
    expect(isSureOfEnd(await walk(walker, failed))).toBe(true);
    expect(asked).toEqual([queryTo(2)]);
    expect(plain.calls).toEqual([2, 2, 'end with 2, whole']);
  });

  it('fails by a page that was kept too long: beside newer ones it would hide rows that moved', async () => {
    const { walker, pages, pageOf, plain } = createPages([2, 2]);
    const fault = new Fault('upstream_timeout');
    pages.answer = (number) => ({ ...pageOf(number), fault: number === 1 ? fault : null });
    expect(await walk(walker, START)).toMatchObject({ phase: 'failed', fault });
    expect(plain.calls).toEqual([2]);
  });

  it('says that it is our own fault when the list cannot take rows in', async () => {
    const { walker, plain } = createPages([2, 2]);
    const full = new Error('database or disk is full');
    plain.onTake = () => {
      throw full;
    };
    const { phase, fault } = await walk(walker, START);
    expect([phase, fault?.code, fault?.cause]).toEqual(['failed', 'internal', full]);
  });

  it('begins again, once, when a token midway has expired', async () => {
    const { walker, pages, pageOf, plain } = createPages([2, 2, 2]);
    let expired = false;
    pages.answer = (number) => {
      if (number === 2 && !expired) {
        expired = true;
        throw EXPIRED;
      }
      return pageOf(number);
    };
    const end = await walk(walker, START);
    expect(end).toMatchObject({ phase: 'ended', warnings: ['restarted'] });
    expect(isSureOfEnd(end)).toBe(true);
    expect(plain.calls).toEqual([2, 2, 'restart', 2, 2, 'end with 2, whole']);
  });

  it('gives up at a second expired token, and later begins at the first page', async () => {
    const { walker, pages, pageOf, asked } = createPages([2, 2, 2]);
    pages.answer = (number) => {
      if (number === 2) throw EXPIRED;
      return pageOf(number);
    };
    const failed = await walk(walker, START);
    expect([failed.phase, failed.fault?.code, failed.loaded]).toEqual([
      'failed',
      'upstream_unexpected_status',
      0,
    ]);
    pages.answer = pageOf;
    asked.length = 0;
    expect(isSureOfEnd(await walk(walker, failed))).toBe(true);
    expect(asked[0]).toBe(FIRST);
  });

  it('does not begin again when the first page is refused', async () => {
    const { walker, pages, asked } = createPages([1]);
    pages.answer = () => {
      throw EXPIRED;
    };
    expect(await walk(walker, START)).toMatchObject({ phase: 'failed' });
    expect(asked).toEqual([FIRST]);
  });
});

describe('a walk that is stopped', () => {
  it('between two handfuls of rows lets the list alone from then on', async () => {
    const { walker, plain, stop } = createPages([1000]);
    plain.onTake = () => stop.abort();
    expect(await walk(walker, START)).toMatchObject({ phase: 'stopped', loaded: 50 });
    expect(plain.calls).toEqual([50]);
  });

  it('while a page is on its way does not take it in', async () => {
    const { walker, plain, pages, pageOf, stop } = createPages([2]);
    pages.answer = (number) => {
      stop.abort();
      return pageOf(number);
    };
    expect(await walk(walker, START)).toMatchObject({ phase: 'stopped' });
    expect(plain.calls).toEqual([]);
  });
});

describe('a list that is longer than what is kept', () => {
  it('is walked up to there and no further, to the row', async () => {
    const { walker, asked, plain } = createPages([2, 2, 2, 2]);
    const end = await walk({ ...walker, mostRows: 3 }, START);
    expect(end).toMatchObject({ phase: 'ended', loaded: 3, warnings: ['limit'] });
    expect(isSureOfEnd(end)).toBe(false);
    expect(asked).toHaveLength(2);
    expect(plain.size).toBe(3);
  });

  it('never grows beyond two walks of it, however much comes at its head', async () => {
    const { walker, plain, pages, pageOf } = createPages([2, 2, 2]);
    for (let round = 0; round < 20; round += 1) {
      pages.answer = (number) => ({
        ...pageOf(number),
        rows: [toRow(`${round}-${number}`), toRow(`${round}-${number}-b`)],
      });
      await walk({ ...walker, pass: plain.beginPass(), mostRows: 4 }, START);
      expect(plain.size).toBeLessThanOrEqual(8);
    }
    expect(plain.rows.has('19-0')).toBe(true);
    expect(plain.rows.has('17-0')).toBe(false);
  });

  it('is not told of one that ends exactly there, the small first page counted once', async () => {
    const { walker } = createPages([2, 2]);
    expect(isSureOfEnd(await walk({ ...walker, mostRows: 4 }, START))).toBe(true);
    const { walker: other, pages, pageOf, plain } = createPages([60, 20]);
    pages.answer = (number, query) => {
      const page = pageOf(number);
      return query.endsWith('page_size=50') ? { ...page, rows: page.rows.slice(0, 50) } : page;
    };
    expect(isSureOfEnd(await walk({ ...other, mostRows: 80 }, createWalkState(true)))).toBe(true);
    expect(plain.size).toBe(80);
  });
});
