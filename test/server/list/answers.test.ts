import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COLUMN_IDS, columnOf } from '#contract/columns.ts';
import type { ConferenceRow } from '#contract/conference.ts';
import { FACET_COLUMNS } from '#contract/list.ts';
import { readStatusFacts } from '#contract/rowFacts.ts';
import { STATUS_FILTERS, STATUSES, toStatus } from '#contract/status.ts';
import { readView, type View, writeQuestion, writeView } from '#contract/view/view.ts';
import { toAsking } from '../../../server/list/asking.ts';
import { createCounts } from '../../../server/list/counts.ts';
import { findFacet } from '../../../server/list/facets.ts';
import { findNews } from '../../../server/list/news.ts';
import { createPageKeys, findTexts } from '../../../server/list/page.ts';
import { findPlace } from '../../../server/list/place.ts';
import { readQuestion } from '../../../server/list/readQuestion.ts';
import { createStore } from '../../../server/list/store.ts';
import { answer, cellOf, isUndated, type ModelRow, passes } from './model.ts';

/*
 * Every question, asked of the list in SQLite and of a plain array: over hostile, missing and odd values, whatever
 * walks come by and whatever the clock does, both answer alike.
 */

const NOON = Date.parse('2026-03-29T12:00:00Z');
const HOUR = 3_600_000;

const odd = fc.constantFrom<unknown>(
  null,
  undefined,
  '',
  '   ',
  0,
  7,
  true,
  [],
  { a: 1 },
  '\u0000',
  '"\' OR 1=1 --',
);
const text = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'Room 2',
      'room 10',
      'ROOM 2',
      'Zoë & co',
      'zoe',
      '会議室',
      'a "quoted" one',
      'AND OR NOT',
      'مي‌خواهم',
      '🂡 cards',
      'Ｗide',
      '50% _off',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: odd },
);
const when = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .integer({ min: -40, max: 40 })
      .map((step) => new Date(NOON + (step * HOUR) / 4).toISOString()),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('2026-03-29', '2026-03-29T12:00:00', 'tomorrow', '1700000000', 1_700_000_000),
  },
  { weight: 2, arbitrary: odd },
);
const colour = fc.constantFrom<unknown>(
  null,
  undefined,
  '#044EF4',
  '#044ef4',
  '#FFFFFF',
  '#888888',
  'red',
  '#fff',
  12,
);
const flag = fc.constantFrom<unknown>(true, false, null, undefined, 'yes', 1);
const ids = ['a1b2', 'c3d4-e5', 'ÄÖÜ-id', 'session-9', 'room-7', '😀😀😀😀', 'x'];

const row: fc.Arbitrary<ConferenceRow> = fc.record(
  {
    id: fc.constantFrom(...ids),
    name: text,
    display_name: text,
    description: text,
    join_from: when,
    join_until: when,
    created_at: when,
    updated_at: when,
    quality: fc.constantFrom<unknown>('720p', '1080p', '4k', null, ''),
    layout: fc.constantFrom<unknown>('5up', '10x10', '2x2', 'my layout, !new', null),
    size: fc.constantFrom<unknown>('small', 'large', 'medium', 'huge', 'Small', null),
    record_on_start: flag,
    enable_chat: flag,
    dark_primary: colour,
    dark_background: colour,
    light_foreground: colour,
    meta: fc.oneof(
      odd,
      fc.dictionary(fc.string({ maxLength: 4 }), fc.oneof(text, fc.record({ deep: text })), { maxKeys: 3 }),
    ),
    active_session: fc.oneof(
      odd,
      fc.record({
        id: fc.constantFrom('session-9', 'sess-10', null),
        room_id: fc.constantFrom('room-7', null),
        status: fc.constantFrom<unknown>('in-progress', 'in-progress', 'completed', 3),
        start_time: when,
        end_time: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: when }),
      }),
    ),
  },
  { requiredKeys: ['id'] },
);

const walk = fc.record({
  pages: fc.array(fc.array(row, { maxLength: 5 }), { maxLength: 3 }),
  whole: fc.boolean(),
  /** by how much the clock moves before it, in minutes; it may be set back */
  later: fc.integer({ min: -90, max: 240 }),
});

const values = (column: (typeof COLUMN_IDS)[number]) => {
  const kind = columnOf(column).kind;
  if (kind === 'status') return fc.constantFrom(...STATUS_FILTERS);
  if (kind === 'switch') return fc.constantFrom('yes', 'no', '');
  if (kind === 'date') return fc.constantFrom('2026-03-29', '2026-03-28', '2026-02-30', 'tomorrow', '');
  return fc.constantFrom(
    '720p',
    '5up',
    'small',
    'huge',
    'my layout, !new',
    'Room 2',
    'default',
    'a1b2',
    '',
    "' OR 1=1",
    'Zoë & co',
  );
};
const facet = fc.constantFrom(...COLUMN_IDS).chain((column) =>
  fc.record({
    column: fc.constant(column),
    include: fc.uniqueArray(values(column), { maxLength: 2 }),
    exclude: fc.uniqueArray(values(column), { maxLength: 1 }),
  }),
);

/** Each part may be missing: a question that leaves nothing tells nothing about the order. */
const question: fc.Arbitrary<View> = fc
  .record(
    {
      q: fc.oneof(
        { weight: 2, arbitrary: fc.constant('') },
        {
          weight: 2,
          arbitrary: fc.constantFrom(
            'room',
            'ROOM 2',
            'zo',
            'z',
            '-room',
            '"room 2"',
            '-"a quoted" o',
            '会議',
            '会',
            'and',
            'NOT',
            '"',
            '*',
            'a1b2',
            'a1b',
            'session-9',
            '50% _',
            '(',
            'words:room',
            'id^2',
            '😀😀😀😀',
            "'",
          ),
        },
        { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
      ),
      filters: fc.array(facet, { maxLength: 2 }),
      sort: fc.record({ column: fc.constantFrom(...COLUMN_IDS), descending: fc.boolean() }),
      theme: fc.constantFrom('any', 'any', 'fails'),
      from: fc.constantFrom('', '', '2026-03-29T10:00:00Z', '2026-03-29T12:00:00Z'),
      to: fc.constantFrom('', '', '2026-03-29T12:00:00Z', '2026-03-29T15:00:00Z'),
      match: fc.constantFrom('inside', 'overlaps', 'starts'),
      undated: fc.boolean(),
      tz: fc.constantFrom('UTC', 'Europe/Paris', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Apia'),
      session: fc.constantFrom(null, null, null, 'session-9', 'room-7', 'nobody'),
      page: fc.constantFrom(1, 1, 1, 2),
    },
    { requiredKeys: ['tz'] },
  )
  .map(({ filters = [], ...rest }) => {
    const byColumn = Object.fromEntries(
      filters.map(({ column, include, exclude }) => [column, { include, exclude }]),
    );
    const view: View = { ...readView(''), ...rest, filters: byColumn, rows: 25 };
    // What cannot be written into an address cannot be asked.
    return readView(writeView(view, true));
  });

test('whatever walks come by and whatever the clock does, the list answers each question as a plain array would', () => {
  fc.assert(
    fc.property(
      fc.array(walk, { minLength: 1, maxLength: 4 }),
      fc.array(question, { minLength: 1, maxLength: 3 }),
      (walks, questions) => {
        let now = NOON;
        const store = createStore(() => now);
        const count = createCounts();
        const findPage = createPageKeys();
        let model: ModelRow[] = [];
        /** ids that the last whole walk did not see */
        let missed = new Set<string>();
        for (const { pages, whole, later } of walks) {
          now += later * 60_000;
          const heldRev = store.rev;
          const held = questions.map((wanted) => ({ wanted, keys: findPage(toAsking(store, wanted)) }));
          const before = model;
          const pass = store.beginPass();
          const seen = new Set<string>();
          for (const [index, page] of pages.entries()) {
            const last = index === pages.length - 1;
            const rows = page.map((one) => ({ id: one.id, text: JSON.stringify(one) }));
            const fresh = new Set(page.map(({ id }) => id).filter((id) => !seen.has(id))).size;
            if (last) pass.end(rows, whole);
            else expect(pass.take(rows)).toBe(fresh);
            for (const sent of page) {
              seen.add(sent.id);
              const one: ConferenceRow = JSON.parse(JSON.stringify(sent));
              const at = model.findIndex(({ row }) => row.id === one.id);
              if (at < 0) model = [...model, { row: one, born: store.rev }];
              else model = model.with(at, { row: one, born: model[at]?.born ?? 0 });
            }
          }
          if (pages.length === 0) pass.end([], whole);
          // Rows that a broken-off walk saw in between are not missed twice in a row.
          if (whole) {
            model = model.filter(({ row }) => seen.has(row.id) || !missed.has(row.id));
            missed = new Set(model.map(({ row }) => row.id).filter((id) => !seen.has(id)));
          } else for (const id of seen) missed.delete(id);

          for (const wanted of questions) {
            const asking = toAsking(store, wanted);
            const expected = answer(model, wanted, now);
            const page = expected.slice((wanted.page - 1) * wanted.rows, wanted.page * wanted.rows);
            const found = findTexts(asking, findPage(asking));
            expect(found.map(({ text: json }) => JSON.parse(json))).toEqual(page);
            for (const { row } of model) {
              const place = expected.findIndex(({ id }) => id === row.id);
              const [previous = null, next = null] = [expected[place - 1]?.id, expected[place + 1]?.id];
              expect(findPlace(asking, row.id)).toEqual(
                place < 0 ? { place: null, previous: null, next: null } : { place, previous, next },
              );
            }
            const counts = count(asking);
            expect(counts.matching).toBe(expected.length);
            expect(counts.total).toBe(model.length);
            for (const status of STATUSES)
              expect(counts.statuses[status]).toBe(
                model.filter(
                  ({ row }) =>
                    passes(row, wanted, now, ['status']) && toStatus(readStatusFacts(row), now) === status,
                ).length,
              );
            const soon = {
              ...wanted,
              filters: { ...wanted.filters, status: { include: ['soon'], exclude: [] } },
            };
            expect(counts.statuses.soon).toBe(model.filter(({ row }) => passes(row, soon, now)).length);
            const isRanged = wanted.from !== '' || wanted.to !== '';
            expect(counts.undated).toBe(
              isRanged
                ? model.filter(({ row }) => passes(row, wanted, now, ['range']) && isUndated(row)).length
                : 0,
            );
            for (const column of FACET_COLUMNS) {
              const others = model.filter(({ row }) => passes(row, wanted, now, [column]));
              for (const { value, count: n } of findFacet(asking, column, counts.statuses).values)
                expect(n).toBe(
                  column === 'status' && value === 'soon'
                    ? counts.statuses.soon
                    : others.filter(({ row }) => cellOf(row, column, wanted.tz, now) === value).length,
                );
            }
          }
          for (const { wanted, keys } of held) {
            const asking = toAsking(store, wanted);
            const nowShown = findPage(asking);
            const news = findNews(asking, nowShown, { keys, rev: heldRev });
            const there = new Set(model.map(({ row }) => row.id));
            const gone = before.filter(({ row }) => !there.has(row.id));
            const come = model.filter(({ row }) => !before.some((old) => old.row.id === row.id));
            expect(news?.added).toBe(come.filter(({ row }) => passes(row, wanted, now)).length);
            expect(news?.gone.length ?? -1).toBeLessThanOrEqual(gone.length);
            expect(news?.differs).toBe(JSON.stringify(nowShown) !== JSON.stringify(keys));
          }
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('every question that a view can ask is written so that the server reads the same question back', () => {
  fc.assert(
    fc.property(question, (wanted) => {
      const read = readQuestion(writeQuestion(wanted, wanted.tz));
      expect(read.question).toEqual({ ...wanted, cols: null, c: null, tab: 'session' });
    }),
  );
});

test('a page and its counts are found once for all who ask, until the clock alone turns a status', () => {
  let now = NOON;
  const store = createStore(() => now);
  const windows = { a: [-2, 0.5], b: [-1, 2], c: [1, 2] };
  const rows = Object.entries(windows).map(([id, [opens = 0, closes = 0]]) => {
    const write = (hours: number) => new Date(NOON + hours * HOUR).toISOString();
    const active_session = id === 'a' ? { status: 'in-progress', start_time: write(opens) } : null;
    return {
      id,
      text: JSON.stringify({ id, join_from: write(opens), join_until: write(closes), active_session }),
    };
  });
  store.beginPass().end(rows, true);
  const [find, count] = [createPageKeys(), createCounts()];
  const page = (search: string) => find(toAsking(store, readView(`tz=UTC&${search}`)));
  const counts = () => count(toAsking(store, readView('tz=UTC')));

  const [urgent, overrunning, byName, counted] = [
    page('sort=status'),
    page('status=overrunning'),
    page('sort=name'),
    counts(),
  ];
  expect(overrunning).toEqual([]);
  now += 1_000;
  expect(page('sort=status')).toBe(urgent);
  expect(counts()).toBe(counted);
  now += HOUR / 2;
  expect(page('status=overrunning')).toEqual([1]);
  expect(page('sort=status')).toEqual([1, 2, 3]);
  expect(counts().statuses.overrunning).toBe(1);
  expect(page('sort=name')).toBe(byName);
});

test('a number is found by its digits, however many they are, and beside such a one by its value', () => {
  const store = createStore(() => NOON);
  const text = '{"id":"a","meta":{"order":12345678901234567890},"layout":"5up","quality":1.0}';
  store.beginPass().end([{ id: 'a', text }], true);
  const find = (search: string) => createPageKeys()(toAsking(store, readView(`tz=UTC&${search}`)));
  expect(find('q=12345678901234567890')).toEqual([1]);
  expect(find('quality=1')).toEqual(find('layout=5up'));
});

test('what all have left comes above what is live ten minutes later, by the clock alone', () => {
  let now = NOON;
  const store = createStore(() => now);
  const window = { join_from: '2026-03-29T11:00:00Z', join_until: '2026-03-29T13:00:00Z' };
  const session = { status: 'in-progress', start_time: '2026-03-29T11:00:00Z', end_time: null };
  const over = { ...session, status: 'completed', end_time: '2026-03-29T11:59:00Z' };
  const rows = { live: session, left: over };
  const texts = Object.entries(rows).map(([id, active_session]) => ({
    id,
    text: JSON.stringify({ id, ...window, active_session }),
  }));
  store.beginPass().end(texts, true);
  const ids = () =>
    findTexts(toAsking(store, readView('tz=UTC')), createPageKeys()(toAsking(store, readView('tz=UTC')))).map(
      ({ text: json }) => JSON.parse(json).id,
    );
  expect(ids()).toEqual(['live', 'left']);
  expect(store.urgencies.nextChange()).toBe(NOON + 9 * 60_000);
  now += 9 * 60_000;
  expect(ids()).toEqual(['left', 'live']);
});
