import type { Keys } from './keys.ts';
import type { Answer, Matches, Question, TimedMatches } from './question.ts';
import type { Search } from './search.ts';
import { type Selection, select } from './select.ts';
import type { Sorter } from './sorter.ts';
import type { Statuses } from './statuses.ts';
import type { Table } from './table.ts';

/** What an answer is made from. */
export interface Sources {
  table: Table;
  keys: Keys;
  search: Search;
  sorter: Sorter;
}

/** Answers questions over all rows of a table. */
export type Ask = (question: Question, statuses: Statuses, revision: number) => Answer;

/**
 * Keeps its last answer, and what the question left of the rows: the same question has the same answer until a row or a
 * status changes, and to sort it anew no row is asked again.
 */
export function createAsk({ table, keys, search, sorter }: Sources): Ask {
  let last: { to: string; revision: number; statuses: Statuses; found: Found } | null = null;
  let answered: { found: Found; sort: string; answer: Answer } | null = null;

  const find = (question: Question, statuses: Statuses, revision: number): Found => {
    const { q, filters, zone, theme, range } = question;
    const to = JSON.stringify([q, filters, zone, theme, range]);
    if (last?.to === to && last.revision === revision && last.statuses === statuses) return last.found;
    const found = createFound(table, sorter, statuses, select({ table, keys, search, statuses }, question));
    last = { to, revision, statuses, found };
    return found;
  };

  return (question, statuses, revision) => {
    const found = find(question, statuses, revision);
    const { sort } = question;
    const by = JSON.stringify(sort);
    if (answered?.found === found && answered.sort === by) return answered.answer;
    const { selection, byStart, read } = found;
    const rows = selection.leaves(
      sort === null ? table.walked.order() : sorter.rowsBy(sort.column, sort.descending, statuses),
    );
    const matches = read(rows.at);
    const answer: Answer = {
      ...matches,
      total: selection.total,
      matching: selection.size,
      countsOf: selection.countsOf,
      undated: selection.undated,
      statusCounts: statuses.counts,
      idsBetween: (from, until) =>
        Array.from({ length: Math.max(0, Math.min(until, selection.size) - from) }, (_, at) =>
          matches.idAt(from + at),
        ).filter((id) => id !== null),
      positionOf(id) {
        const row = table.positionOf(id);
        return row === undefined ? -1 : rows.positionOf(row);
      },
      addedSince: (since) => selection.count((row) => table.addedIn(row) > since),
      byStart,
    };
    answered = { found, sort: by, answer };
    return answer;
  };
}

/** What a question left, and how to read it in an order. */
interface Found {
  selection: Selection;
  byStart: () => TimedMatches;
  read: (rowAt: (position: number) => number) => Matches;
}

function createFound(table: Table, sorter: Sorter, statuses: Statuses, selection: Selection): Found {
  const capacity = table.walked.capacity();
  const read = (rowAt: (position: number) => number): Matches => ({
    idAt: (position) => table.rowAt(rowAt(position))?.id ?? null,
    conferenceAt: (position) => table.conferenceAt(rowAt(position)),
  });
  let byStart: TimedMatches | null = null;
  return {
    selection,
    byStart() {
      if (byStart !== null) return byStart;
      const order = selection.keep(sorter.rowsBy('join_from', false, statuses));
      byStart = {
        ...read((position) => order[position] ?? -1),
        order,
        statuses: statuses.indexes,
        joinFrom: table.numbers.get('join_from').upTo(capacity),
        joinUntil: table.numbers.get('join_until').upTo(capacity),
        started: table.numbers.get('started').upTo(capacity),
      };
      return byStart;
    },
    read,
  };
}
