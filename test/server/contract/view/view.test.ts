import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMN_IDS, type ColumnId } from '#contract/columns.ts';
import {
  DRAWER_TABS,
  ROWS_PER_PAGE,
  readView,
  type View,
  writeSharedView,
  writeView,
} from '#contract/view/view.ts';

const isSwitch = (column: ColumnId) => /^(record|enable|tone|user_join|room_join)_/.test(column);
const openColumns = COLUMN_IDS.filter((column) => column !== 'status' && !isSwitch(column));
const facetOf = (value: fc.Arbitrary<string>) => {
  const values = fc.uniqueArray(value, { maxLength: 4 });
  return fc
    .record({ include: values, exclude: values })
    .filter(({ include, exclude }) => include.length + exclude.length > 0);
};
const filters = fc
  .tuple(
    fc.dictionary(
      fc.constantFrom(...openColumns),
      facetOf(fc.oneof(fc.constantFrom('', '-', '!'), fc.string({ maxLength: 12 }))),
    ),
    fc.dictionary(fc.constantFrom(...COLUMN_IDS.filter(isSwitch)), facetOf(fc.constantFrom('yes', 'no', ''))),
    fc.dictionary(fc.constant('status'), facetOf(fc.constantFrom('live', 'ended', 'always-open'))),
  )
  .map((parts) => Object.assign({}, ...parts));

const view: fc.Arbitrary<View> = fc.record({
  q: fc.string(),
  filters,
  theme: fc.constantFrom('any', 'fails'),
  from: fc.string(),
  to: fc.string(),
  match: fc.constantFrom('inside', 'overlaps'),
  undated: fc.boolean(),
  tz: fc.constantFrom('', 'UTC', 'Asia/Kolkata', 'America/Argentina/Buenos_Aires'),
  sort: fc.record({ column: fc.constantFrom(...COLUMN_IDS), descending: fc.boolean() }),
  page: fc.integer({ min: 1, max: 9_999_999 }),
  rows: fc.constantFrom(...ROWS_PER_PAGE),
  session: fc.option(fc.string({ minLength: 1 })),
  cols: fc.option(fc.uniqueArray(fc.constantFrom(...COLUMN_IDS), { minLength: 1 })),
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

  it('says everything when that is asked for', () => {
    expect(writeView(readView(''), true)).toBe(
      '?theme=any&match=overlaps&sort=status&page=1&rows=50&tab=session',
    );
  });

  it.each([
    ['', '?tz=Europe/Berlin'],
    ['?from=now-30d&rows=25', '?from=now-30d&match=overlaps&tz=Europe/Berlin'],
    ['?to=today&match=starts&page=3', '?to=today&match=starts&tz=Europe/Berlin'],
    ['?q=a&status=live&sort=-name&cols=name,id&c=x1', '?q=a&status=live&tz=Europe/Berlin&sort=-name&c=x1'],
  ])('of the view %j is for a colleague %s', (search, shared) => {
    expect(writeSharedView(readView(search), 'Europe/Berlin')).toBe(shared);
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
    ['match', 'INSIDE'],
    ['tab', 'toString'],
    ['cols', 'constructor,__proto__'],
    ['sort', 'toString'],
    ['undated', 'yes'],
    ['status', ',,!,'],
    ['status', 'bogus,!-'],
    ['enable_chat', 'maybe'],
  ])('reads a mistyped %s (%s) as its default', (name, text) => {
    expect(readView(`?${name}=${text}`)).toEqual(readView(''));
  });

  it('reads a zone typed by hand, its plus as it is or written out, and keeps one that nobody knows to say so', () => {
    for (const text of ['Etc/GMT+5', 'Etc/GMT%2B5']) expect(readView(`?tz=${text}`).tz).toBe('Etc/GMT+5');
    expect(readView('?tz=+05:30').tz).toBe('+05:30');
    expect(readView('?tz=Middle/Earth').tz).toBe('Middle/Earth');
  });

  it('keeps what is known beside a mistyped status, and words that nobody knows where any may come', () => {
    const { filters } = readView('?status=live,bogus&enable_chat=!yes,-&layout=holodeck');
    expect(filters).toEqual({
      status: { include: ['live'], exclude: [] },
      enable_chat: { include: [''], exclude: ['yes'] },
      layout: { include: ['holodeck'], exclude: [] },
    });
  });
});
