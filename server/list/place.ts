import type { PlaceAnswer } from '#contract/list.ts';
import type { Asking } from './asking.ts';
import { without } from './filter.ts';
import { toSegments } from './order.ts';
import { findPage } from './page.ts';
import { allOf, sql } from './sql.ts';

const NOWHERE: PlaceAnswer = { place: null, previous: null, next: null };

/** Where a conference stands in the order of a question, and between which others. */
export function findPlace(asking: Asking, id: string): PlaceAnswer {
  const key = asking.store.find(id)?.key;
  const place = key === undefined ? null : countBefore(asking, key);
  if (place === null) return NOWHERE;
  return { place, previous: findAt(asking, place - 1), next: findAt(asking, place + 1) };
}

/** How many stand before a conference; null when the question leaves it out. */
function countBefore({ question: { sort }, filter, count }: Asking, key: number): number | null {
  let before = 0;
  for (const { where, columns } of toSegments(sort)) {
    const part = allOf([where, without(filter)]);
    if (count(allOf([sql('key = ?', key), part])) === 0) {
      before += count(part);
      continue;
    }
    const names = columns.join(', ');
    // The plus keeps SQLite from the index of the order: to read facts along it takes longer than to read them all.
    const own = filter.size > 0 ? `+${names}` : names;
    const isBefore = `(${own}) ${sort.descending ? '>' : '<'} (SELECT ${names} FROM facts WHERE key = ?)`;
    return before + count(allOf([part, sql(isBefore, key)]));
  }
  return null;
}

/** The id of the conference at a place; null where none stands. */
function findAt(asking: Asking, place: number): string | null {
  if (place < 0) return null;
  const [key] = findPage({ ...asking, question: { ...asking.question, page: place + 1, rows: 1 } });
  if (key === undefined) return null;
  const [row] = asking.select(sql('SELECT id FROM conferences WHERE key = ?', key));
  return typeof row?.id === 'string' ? row.id : null;
}
