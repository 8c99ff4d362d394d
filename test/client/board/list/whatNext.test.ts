import { describe, expect, it } from 'vitest';
import type { KeyedRow, ListState, NewsAnswer, PageAnswer } from '#contract/list.ts';
import {
  type Heard,
  NOBODY_ARRIVED,
  type Taken,
  toArrived,
  toShown,
  whatNext,
  writeRefresh,
} from '../../../../client/board/list/whatNext.ts';
import { wholeAt } from '../../../support/listState.ts';

const STATE: ListState = { ...wholeAt(1_000), asOf: 900 };

const COUNTS = {
  total: 9,
  matching: 9,
  undated: 0,
  statuses: {
    overrunning: 0,
    live: 0,
    open: 0,
    scheduled: 9,
    unclear: 0,
    'always-open': 0,
    ended: 0,
    soon: 0,
  },
  first: { overrunning: null, open: null, live: null, scheduled: null },
};

const rowsOf = (...keys: number[]): KeyedRow[] =>
  keys.map((key) => ({ key, row: { id: `c${key}`, display_name: `Conference ${key}` } }));

const page = (keys: number[]): PageAnswer => ({
  kind: 'page',
  ...COUNTS,
  rows: rowsOf(...keys),
  range: { from: null, until: null },
});

const news = (change: Partial<NewsAnswer> = {}): NewsAnswer => ({
  kind: 'news',
  ...COUNTS,
  changed: [],
  gone: [],
  added: 0,
  went: 0,
  differs: false,
  ...change,
});

const taken = (keys: number[], state: Partial<ListState> = {}): Taken => ({
  asked: 'tz=UTC',
  search: '',
  page: 1,
  size: 3,
  answer: page(keys),
  state: { ...STATE, ...state },
  arrived: NOBODY_ARRIVED,
});

const heard = (answer: Heard['answer'], state: Partial<ListState> = {}): Heard => ({
  answer,
  state: { ...STATE, ...state },
});

const PARTLY = { whole: false, loaded: 1_000 };

describe('what the page shows next', () => {
  it.each([
    ['an older answer is not taken', taken([1]), heard(news(), { rev: 6 }), 'new', 'ignore'],
    [
      'an older answer is not taken by an empty page either',
      taken([]),
      heard(page([1]), { rev: 6 }),
      'new',
      'ignore',
    ],
    [
      'of a server that began anew, time tells',
      taken([1]),
      heard(page([1]), { epoch: 'zeroth', now: 999 }),
      'new',
      'ignore',
    ],
    ['rows of a whole list stay', taken([1]), heard(news({ differs: true }), { rev: 8 }), 'new', 'hold'],
    [
      'they stay though the server began anew',
      taken([1]),
      heard(page([2]), { epoch: 'next', now: 2_000, rev: 1, ...PARTLY }),
      'new',
      'hold',
    ],
    ['a page without rows takes the first', taken([]), heard(page([1])), 'here', 'take'],
    [
      'a page that is awaited takes its rows when they come',
      taken([], PARTLY),
      heard(page([1]), PARTLY),
      'here',
      'take',
    ],
    [
      'while the list loads, an untouched page takes its true order',
      taken([1, 2, 3], PARTLY),
      heard(news({ differs: true }), PARTLY),
      'new',
      'take',
    ],
    [
      'no order jumps after a touch',
      taken([1, 2, 3], PARTLY),
      heard(news({ differs: true }), PARTLY),
      'here',
      'hold',
    ],
    [
      'nor with the end of the walk',
      taken([1, 2, 3], PARTLY),
      heard(news({ differs: true })),
      'here',
      'hold',
    ],
    [
      'a page that is not full grows all the same',
      taken([1, 2], PARTLY),
      heard(news({ differs: true }), PARTLY),
      'here',
      'take',
    ],
    [
      'what is right stays while the walk goes on',
      taken([1, 2, 3], PARTLY),
      heard(news(), PARTLY),
      'new',
      'hold',
    ],
    ['and has settled with its end', taken([1, 2, 3], PARTLY), heard(news()), 'here', 'take'],
    [
      'where nobody is there, nobody waits: a whole list takes its true order',
      taken([1, 2, 3]),
      heard(news({ differs: true }), { rev: 8 }),
      'away',
      'take',
    ],
    ['so it does when a row is gone', taken([1, 2]), heard(news({ gone: [2] })), 'away', 'take'],
    ['and when the server began anew', taken([1]), heard(page([2]), { rev: 8 }), 'away', 'take'],
    ['what is right stays', taken([1, 2, 3]), heard(news()), 'away', 'hold'],
    [
      'an older answer is not taken by a page that is left alone either',
      taken([1]),
      heard(news({ differs: true }), { rev: 6 }),
      'away',
      'ignore',
    ],
    [
      'a reader who has only looked is no nobody',
      taken([1, 2, 3]),
      heard(news({ differs: true })),
      'new',
      'hold',
    ],
  ] as const)('%s', (_, before, after, reader, next) => {
    expect(whatNext(before, after, reader)).toBe(next);
  });
});

describe('what came to a page that was left alone', () => {
  it('is what was not on it before, and when', () => {
    const { ids, at } = toArrived(taken([1, 2, 3]), taken([4, 1, 5], { now: 5_000 }));
    expect([[...ids], at]).toEqual([['c4', 'c5'], 5_000]);
  });
});

describe('what is to be seen', () => {
  const titles = (...[before, after]: Parameters<typeof toShown>) =>
    toShown(before, after).rows.map(({ display_name }) => display_name);

  it('changes cells in place', () => {
    const changed = [{ key: 2, row: { id: 'c2', display_name: 'Renamed' } }];
    const answer = news({ changed });
    expect(titles(taken([1, 2]), heard(answer))).toEqual(['Conference 1', 'Renamed']);
    expect(toShown(taken([1, 2]), heard(answer)).news).toBe('');
  });

  it('keeps what is gone, and says so', () => {
    const { rows, gone, news: words } = toShown(taken([1, 2]), heard(news({ gone: [2], went: 1 })));
    expect([rows.length, [...gone], words]).toEqual([2, ['c2'], '1 gone']);
  });

  it.each([
    [{ differs: true, added: 3, went: 1 }, '3 new, 1 gone'],
    [{ differs: true, added: 1_200 }, '1,200 new'],
    [{ differs: true }, 'The order has changed'],
    // Nothing of this page.
    [{ added: 3 }, ''],
  ])('of %j says %j', (change, words) => {
    expect(toShown(taken([1, 2]), heard(news(change))).news).toBe(words);
  });

  it('of a server that began anew finds its rows by their ids', () => {
    const other: PageAnswer = { ...page([]), rows: [{ key: 1, row: { id: 'c2', display_name: 'Renamed' } }] };
    expect(titles(taken([1, 2]), heard(other))).toEqual(['Conference 1', 'Renamed']);
    expect(toShown(taken([1, 2]), heard(other)).news).toBe('The order has changed');
  });
});

describe('what a refresh brought', () => {
  const renamed = (name: string) => ({ key: 1, row: { id: 'c1', display_name: name } });

  it('is told once, and again when it is true again', () => {
    const first = news({ changed: [renamed('One')], added: 1 });
    const second = news({ changed: [renamed('Two')], added: 1, went: 2 });
    expect([
      writeRefresh(news(), first),
      writeRefresh(first, first),
      writeRefresh(first, second),
      writeRefresh(page([1]), first),
    ]).toEqual(['1 new, 1 changed', '', '1 changed, 2 gone', '1 new, 1 changed']);
  });

  it('of a list of its own is nothing', () => {
    expect(writeRefresh(news({ added: 3 }), page([1]))).toBe('');
  });
});
