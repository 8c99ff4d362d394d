import { describe, expect, test } from 'vitest';
import { type ColumnId, isColumnId } from '#contract/columns.ts';
import type { ConferenceRow } from '#contract/conference.ts';
import { COLUMN_HEADERS } from '../../../client/roster/columns.ts';
import { createRoster } from '../../../client/roster/roster.ts';
import { question } from './question.ts';
import { makeRows, NOON } from './rows.ts';

/*
 * The order worked out by other means: each row's key as a list of parts, compared part by part, with the row's
 * place in the walk as the last word. Nothing of the roster's own keys, folding or sorting is used.
 */
type Part = number | bigint | string;
type Key = readonly Part[] | null;

const rows = makeRows(10_000);

/** Text cut into numbers and what lies between, without accents and case. */
function natural(text: unknown): Key {
  if (typeof text !== 'string' || text.trim() === '') return null;
  const plain = text
    .trim()
    .normalize('NFD')
    .replace(/\p{Script=Inherited}/gu, '')
    .toLocaleLowerCase('en')
    .replaceAll('ß', 'ss');
  return plain
    .split(/(\d+)/)
    .filter((part) => part !== '')
    .map((part) => (/^\d/.test(part) ? BigInt(part) : part));
}

function instant(text: unknown): Key {
  return typeof text === 'string' ? [new Date(text).getTime()] : null;
}

function flag(value: unknown): Key {
  return typeof value === 'boolean' ? [value ? 1 : 0] : null;
}

function status({ active_session: session, join_from, join_until }: ConferenceRow): Key {
  const from = join_from === null ? Number.NEGATIVE_INFINITY : Date.parse(String(join_from));
  const until = join_until === null ? Number.POSITIVE_INFINITY : Date.parse(String(join_until));
  const { status: says, start_time } = Object(session);
  const started = start_time ? Date.parse(start_time) : Number.POSITIVE_INFINITY;
  if (says === 'in-progress') return until < NOON ? [0, until] : [1, started];
  if (until < NOON) return [5, -until];
  if (from > NOON) return [3, from];
  return join_from === null && join_until === null
    ? [4]
    : [2, join_from === null ? Number.POSITIVE_INFINITY : from];
}

function ownColours(row: ConferenceRow): Key {
  const defaults = ['#044EF4', '#FFFFFF', '#1D2127', '#17BB58', '#F42C50'];
  const colours = Object.entries(row).filter(([key, value]) => /^(dark|light)_/.test(key) && value !== null);
  return [colours.filter(([, value]) => !defaults.includes(String(value))).length];
}

const KEYS: Record<ColumnId, (row: ConferenceRow) => Key> = {
  status,
  name: (row) => natural(row.display_name ?? row.name),
  join_from: (row) => instant(row.join_from),
  join_until: (row) => instant(row.join_until),
  quality: (row) => natural(row.quality),
  layout: (row) => natural(row.layout),
  size: (row) => (row.size === null ? null : [['small', 'medium', 'large'].indexOf(String(row.size))]),
  created_at: (row) => instant(row.created_at),
  updated_at: (row) => instant(row.updated_at),
  description: (row) => natural(row.description),
  record_on_start: (row) => flag(row.record_on_start),
  enable_chat: (row) => flag(row.enable_chat),
  enable_room_previews: (row) => flag(row.enable_room_previews),
  tone_on_entry_and_exit: (row) => flag(row.tone_on_entry_and_exit),
  user_join_video_off: (row) => flag(row.user_join_video_off),
  room_join_video_off: (row) => flag(row.room_join_video_off),
  theme: ownColours,
  meta: (row) => natural(row.meta === null ? null : Object.keys(Object(row.meta)).join(', ')),
  id: (row) => [row.id],
};

function compareParts(a: Part, b: Part): number {
  if (a === b) return 0;
  if (typeof a === typeof b) return a < b ? -1 : 1;
  // a number against text: it stands where its digits do
  return String(a) < String(b) ? -1 : 1;
}

function compareKeys(a: readonly Part[], b: readonly Part[]): number {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const order = compareParts(part, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function expectedIds(column: ColumnId, descending: boolean): string[] {
  const keyed = rows.map((row, place) => ({ id: row.id, key: KEYS[column](row), place }));
  return keyed
    .toSorted((a, b) => {
      if (a.key === null || b.key === null)
        return Number(a.key === null) - Number(b.key === null) || a.place - b.place;
      return compareKeys(a.key, b.key) * (descending ? -1 : 1) || a.place - b.place;
    })
    .map(({ id }) => id);
}

const columns = Object.keys(COLUMN_HEADERS).filter(isColumnId);
const cases = columns.flatMap((column) => [
  { column, descending: false },
  { column, descending: true },
]);

describe('10,000 conferences sorted', () => {
  const roster = createRoster();
  for (let from = 0; from < rows.length; from += 1000) roster.merge(rows.slice(from, from + 1000));

  test.each(cases)('by $column, descending: $descending, stand as worked out by other means', (sort) => {
    expect(roster.ask(question({ sort })).idsBetween(0, rows.length)).toEqual(
      expectedIds(sort.column, sort.descending),
    );
  });

  test('by nothing stand as the walk saw them', () => {
    expect(roster.ask(question()).idsBetween(0, rows.length)).toEqual(rows.map(({ id }) => id));
  });

  test('the columns with nulls among the rows have them last both ways', () => {
    for (const column of columns) {
      const missing = rows.filter((row) => KEYS[column](row) === null).map(({ id }) => id);
      for (const descending of [false, true]) {
        const ids = roster.ask(question({ sort: { column, descending } })).idsBetween(0, rows.length);
        expect(ids.slice(ids.length - missing.length)).toEqual(missing);
      }
    }
  });
});

test('an order prepared ahead in small slices is the order that is asked for', () => {
  const roster = createRoster();
  roster.merge(rows);
  let ticks = 0;
  let slices = 1;
  while (roster.prepare(1, () => ticks++)) slices++;
  expect(slices).toBeGreaterThan(50);
  const sort = { column: 'name', descending: false } as const;
  expect(roster.ask(question({ sort })).idsBetween(0, rows.length)).toEqual(expectedIds('name', false));
});

test('an order asked for while pages come in holds for what is there', () => {
  const roster = createRoster();
  const sort = { column: 'name', descending: false } as const;
  const place = new Map(expectedIds('name', false).map((id, index) => [id, index]));
  for (let from = 0; from < 5000; from += 700) {
    roster.merge(rows.slice(from, from + 700));
    roster.prepare(0, () => 0);
    const places = roster
      .ask(question({ sort }))
      .idsBetween(0, roster.size)
      .map((id) => place.get(id) ?? -1);
    expect(places).toHaveLength(roster.size);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  }
});

test('sizes and words that nobody knows are sorted after those that have an order of their own', () => {
  const roster = createRoster();
  const sizes = ['huge', 'large', null, 'small', 'XL 10', 'XL 2', 'medium', '', 7];
  roster.merge(sizes.map((size, index) => ({ id: `${index}`, size })));
  const answer = roster.ask(question({ sort: { column: 'size', descending: false } }));
  const sorted = answer.idsBetween(0, 9).map((id) => sizes[Number(id)]);
  expect(sorted).toEqual(['small', 'medium', 'large', 7, 'huge', 'XL 2', 'XL 10', null, '']);
});
