import type { View } from '#contract/view/view.ts';
import { type Filter, type Resolved, toFilter } from './filter.ts';
import { resolveQuestion } from './resolveQuestion.ts';
import { type Sql, sql } from './sql.ts';
import type { Store } from './store.ts';

/** A row of an answer of SQLite. */
export type Found = Readonly<Record<string, unknown>>;

/** A question at one moment. Answer it at once: the list moves on. */
export interface Asking {
  readonly store: Store;
  readonly question: View;
  readonly resolved: Resolved;
  readonly filter: Filter;
  select(query: Sql): Found[];
  /** how many rows of the facts pass a condition */
  count(where: Sql): number;
}

/** Reads a question at this moment. Throws an InvalidQuery when its range is none. */
export function toAsking(store: Store, question: View): Asking {
  const { database, urgencies } = store;
  urgencies.advance();
  const resolved = resolveQuestion(question, urgencies.now);
  const select = ({ text, values }: Sql) => database.prepare(text).all(...values);
  return {
    store,
    question,
    resolved,
    filter: toFilter(question, resolved, 'facts'),
    select,
    count(where) {
      const [row] = select(sql(`SELECT count(*) AS n FROM facts WHERE ${where.text}`, ...where.values));
      return Number(row?.n ?? 0);
    },
  };
}
