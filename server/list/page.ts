import type { Asking } from './asking.ts';
import { without } from './filter.ts';
import { keep } from './keep.ts';
import { toSegments } from './order.ts';
import { allOf, sql } from './sql.ts';
import type { KeyedText } from './store.ts';

/** So many pages are kept, of at most 250 keys each. */
const MOST_KEPT = 500;

/**
 * Finds the keys of pages. Keeps each until a row changes or, where statuses are in its order or its filter, until one
 * turns: to count off ten thousand rows to a page far down takes tens of milliseconds.
 */
export function createPageKeys(): (asking: Asking) => readonly number[] {
  const nameOf = ({ store, question: { sort, page, rows }, filter }: Asking) => [
    sort.column === 'status' || filter.has('status') ? store.urgencies.turns : null,
    sort,
    page,
    rows,
    without(filter),
  ];
  return keep(MOST_KEPT, nameOf, findPage);
}

/** The keys of the page that a question asks for, in its order. */
export function findPage({ question, filter, select, count }: Asking): number[] {
  const { sort, page, rows } = question;
  const keys: number[] = [];
  const down = sort.descending ? ' DESC' : '';
  let skip = (page - 1) * rows;
  for (const { where, columns } of toSegments(sort)) {
    const by = columns.map((column) => `${column}${down}`).join(', ');
    const part = allOf([where, without(filter)]);
    const limit = rows - keys.length;
    const found = select(
      sql(
        `SELECT key FROM facts WHERE ${part.text} ORDER BY ${by} LIMIT ? OFFSET ?`,
        ...part.values,
        limit,
        skip,
      ),
    );
    for (const { key } of found) keys.push(Number(key));
    if (found.length === limit) break;
    // How far the page reaches beyond this part is known only when the part is counted.
    skip = found.length > 0 ? 0 : Math.max(0, skip - count(part));
  }
  return keys;
}

/** The conferences of some keys, in their order, those that are gone left out; only those that changed after `rev`. */
export function findTexts(
  { select }: Pick<Asking, 'select'>,
  keys: readonly number[],
  rev = -1,
): KeyedText[] {
  const rows = select(
    sql(
      'SELECT key, text FROM conferences WHERE key IN (SELECT value FROM json_each(?)) AND rev > ?',
      JSON.stringify(keys),
      rev,
    ),
  );
  const texts = new Map(rows.map(({ key, text }) => [key, text]));
  return keys.flatMap((key) => {
    const text = texts.get(key);
    return typeof text === 'string' ? { key, text } : [];
  });
}
