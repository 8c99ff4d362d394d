import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMN_HEADERS, isColumnId } from '../../../client/roster/columns.ts';
import { DRAWER_TABS, ROWS_PER_PAGE, readView, type View, writeView } from '../../../client/view/view.ts';

const columnIds = Object.keys(COLUMN_HEADERS).filter(isColumnId);
const values = fc.uniqueArray(fc.oneof(fc.constantFrom('', '-', '!'), fc.string({ maxLength: 12 })), {
  maxLength: 4,
});
const facet = fc
  .record({ include: values, exclude: values })
  .filter(({ include, exclude }) => include.length + exclude.length > 0);

const view: fc.Arbitrary<View> = fc.record({
  q: fc.string(),
  filters: fc.dictionary(fc.constantFrom(...columnIds), facet),
  theme: fc.constantFrom('any', 'fails'),
  from: fc.string(),
  to: fc.string(),
  match: fc.constantFrom('inside', 'overlaps'),
  undated: fc.boolean(),
  tz: fc.constantFrom('', 'UTC', 'Asia/Kolkata', 'America/Argentina/Buenos_Aires'),
  sort: fc.option(fc.record({ column: fc.constantFrom(...columnIds), descending: fc.boolean() })),
  page: fc.integer({ min: 1, max: 9_999_999 }),
  rows: fc.constantFrom(...ROWS_PER_PAGE),
  cols: fc.option(fc.uniqueArray(fc.constantFrom(...columnIds), { minLength: 1 })),
  c: fc.option(fc.string({ minLength: 1 })),
  tab: fc.constantFrom(...DRAWER_TABS),
});

describe('the address', () => {
  it('gives back every view that was written into it, short or written out', () => {
    fc.assert(
      fc.property(view, (wanted) => {
        expect(readView(writeView(wanted))).toEqual(wanted);
        expect(readView(writeView(wanted, true))).toEqual(wanted);
      }),
    );
  });

  it('is empty while nothing differs from the defaults', () => {
    expect(writeView(readView(''))).toBe('');
  });

  it('says everything when a link is copied', () => {
    expect(writeView(readView(''), true)).toBe('?theme=any&match=inside&page=1&rows=50&tab=session');
  });

  it('reads like words', () => {
    const search = '?q=room&status=live,open&layout=!grid-responsive&tz=Asia/Kolkata&sort=-join_from&page=3';
    expect(readView(search)).toMatchObject({
      q: 'room',
      filters: {
        status: { include: ['live', 'open'], exclude: [] },
        layout: { include: [], exclude: ['grid-responsive'] },
      },
      sort: { column: 'join_from', descending: true },
      page: 3,
    });
    expect(writeView(readView(search))).toBe(search);
  });

  it.each([
    ['page', '-1'],
    ['page', '0'],
    ['page', '1e3'],
    ['rows', '51'],
    ['sort', 'nonsense'],
    ['tz', 'Middle/Earth'],
    ['match', 'INSIDE'],
    ['tab', 'toString'],
    ['cols', 'constructor,__proto__'],
    ['sort', 'toString'],
    ['undated', 'yes'],
    ['status', ',,!,'],
  ])('reads a mistyped %s (%s) as its default', (name, text) => {
    expect(readView(`?${name}=${text}`)).toEqual(readView(''));
  });
});
