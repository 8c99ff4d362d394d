import type { Asking } from './asking.ts';
import { toFilter, without } from './filter.ts';
import { findTexts } from './page.ts';
import { allOf, sql } from './sql.ts';
import type { KeyedText } from './store.ts';

/** What is new to somebody who shows some rows since a revision. See NewsAnswer. */
export interface News {
  readonly changed: readonly KeyedText[];
  readonly gone: readonly number[];
  readonly added: number;
  readonly went: number;
  readonly differs: boolean;
}

/**
 * Finds what is new; null when what went since is no longer remembered, or when the revision never was.
 *
 * @param page keys of the rows that the question finds now
 * @param hold keys of the rows that are shown, in their order
 */
export function findNews(
  asking: Asking,
  page: readonly number[],
  { keys: hold, rev }: { readonly keys: readonly number[]; readonly rev: number },
): News | null {
  const { store, question, resolved, filter, select, count } = asking;
  if (rev < store.goneSince || rev > store.rev) return null;
  const there = new Set(findTexts(asking, hold).map(({ key }) => key));
  const lost = allOf([
    sql('went > ? AND born <= ?', rev, rev),
    without(toFilter(question, resolved, 'gone')),
  ]);
  const [counted] = select(sql(`SELECT count(*) AS n FROM gone WHERE ${lost.text}`, ...lost.values));
  return {
    changed: findTexts(asking, hold, rev),
    gone: hold.filter((key) => !there.has(key)),
    added: count(allOf([sql('born > ?', rev), without(filter)])),
    went: Number(counted?.n ?? 0),
    differs: page.length !== hold.length || page.some((key, place) => key !== hold[place]),
  };
}
