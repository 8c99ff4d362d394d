import { isDateColumn } from '#contract/cellValues.ts';
import { type ColumnId, isColumnId } from '#contract/columns.ts';
import { readText } from '#contract/read.ts';
import { fold } from '#contract/text/fold.ts';
import { countValues, countWords } from './facetCounts.ts';
import { createDayRefusal, toRefused } from './filters.ts';
import type { Keys } from './keys.ts';
import { touchOf } from './overlap.ts';
import type { FacetCount, FacetName, Question } from './question.ts';
import { allRows, createRowsLeft, type RowsLeft } from './rowsLeft.ts';
import type { Search } from './search.ts';
import { createShelf } from './shelf.ts';
import { STATUSES } from './status.ts';
import type { Statuses } from './statuses.ts';
import type { Table } from './table.ts';

/** What a selection is made from. */
interface Sources {
  table: Table;
  keys: Keys;
  search: Search;
  statuses: Statuses;
}

/** What a question leaves of all rows, in whatever order. */
export interface Selection {
  /** how many rows there were */
  readonly total: number;
  /** counted when first asked for */
  countsOf(name: FacetName): readonly FacetCount[];
  /** rows without dates that fail nothing but the range; 0 when there is no range */
  readonly undated: number;
  /** how many rows are left */
  readonly size: number;
  /** how many of them are of a kind */
  count(isOfKind: (row: number) => boolean): number;
  /** those of some rows that are left, in the order in which they are given. Rows that came later are not left. */
  leaves(rows: Int32Array): RowsLeft;
  /** the same, gathered: the same array when nothing was asked */
  keep(rows: Int32Array): Int32Array;
}

/** One bit for each filter that a row fails and whose values are counted, one for the rest; a row of 0 is left. */
const FAILS: Readonly<Record<FacetName | 'range' | 'rest', number>> = {
  // as the search marks those that lack a word
  rest: 1,
  status: 2,
  quality: 4,
  layout: 8,
  size: 16,
  range: 32,
};

/** Where rows are gathered before it is known how many there are: fresh memory costs more than the pass over it. */
let room = new Int32Array(0);

/**
 * Asks every row whether it is what a question wants: a handful of passes over typed arrays, by index, for an iterator
 * costs ten times the work until the compiler has seen a few keys of a search.
 */
export function select(sources: Sources, question: Question): Selection {
  const { walked } = sources.table;
  const rows = walked.order();
  const failed = sources.search.lacking(fold(question.q)) ?? new Uint8Array(walked.capacity());
  filter(sources, question, failed);
  const undated = failByRange(sources, question, failed);
  const leavesAll = asksNothing(question);
  let size = 0;
  for (let at = 0; at < rows.length; at++) size += ((failed[rows[at] ?? 0] ?? 1) - 1) >>> 31;
  const counted = createShelf((name: FacetName) =>
    name === 'status'
      ? countValues(rows, failed, FAILS.status, sources.statuses.indexes, STATUSES)
      : countWords(sources, question, failed, { name, bit: FAILS[name] }),
  );
  return {
    total: rows.length,
    countsOf: counted.get,
    undated,
    size,
    count: (isOfKind) => rows.reduce((sum, row) => sum + (failed[row] === 0 && isOfKind(row) ? 1 : 0), 0),
    leaves: (order) =>
      leavesAll && order.length === rows.length ? allRows(order) : createRowsLeft(order, failed),
    keep(order) {
      if (leavesAll && order.length === rows.length) return order;
      if (room.length < order.length) room = new Int32Array(order.length);
      let kept = 0;
      for (let at = 0; at < order.length; at++) {
        const row = order[at] ?? 0;
        room[kept] = row;
        // 1 for those that fail nothing, without a branch, which no processor can foresee here
        kept += ((failed[row] ?? 1) - 1) >>> 31;
      }
      return room.slice(0, kept);
    },
  };
}

/** Whether every row is left. */
function asksNothing({ q, filters, theme, range }: Question): boolean {
  return q.trim() === '' && Object.keys(filters).length === 0 && theme === 'any' && range === null;
}

/** Marks the rows that fail the filters. */
function filter({ table, keys, statuses }: Sources, question: Question, failed: Uint8Array): void {
  const { walked, codes, numbers } = table;
  const capacity = walked.capacity();
  const refuse = (values: Uint8Array | Int32Array, refused: Uint8Array, bit: number) => {
    if (!refused.includes(1)) return;
    // Rows that are gone are asked too: in the order in which they lie it costs least.
    for (let row = 0; row < capacity; row++) {
      if (refused[values[row] ?? 0] === 1) failed[row] = (failed[row] ?? 0) | bit;
    }
  };

  for (const [column, facet] of Object.entries(question.filters)) {
    if (!isColumnId(column)) continue;
    const bit = isCounted(column) ? FAILS[column] : FAILS.rest;
    if (column === 'status') {
      refuse(statuses.indexes, toRefused(facet, STATUSES), bit);
    } else if (isDateColumn(column)) {
      const instants = numbers.get(column).upTo(capacity);
      const isRefused = createDayRefusal(facet, question.zone);
      for (const row of walked.order()) {
        const text = () => readText(table.rowAt(row)?.[column]);
        if (isRefused(instants[row] ?? Number.NaN, text)) failed[row] = (failed[row] ?? 0) | bit;
      }
    } else {
      const values = codes.get(column).upTo(capacity);
      refuse(values, toRefused(facet, keys.wordsOf(column).list), bit);
    }
  }
  if (question.theme === 'fails') refuse(codes.get('fails').upTo(capacity), REFUSE_ZERO, FAILS.rest);
}

const REFUSE_ZERO = Uint8Array.of(1, 0);

/** Marks the rows that do not touch the range; answers how many without dates fail nothing but it. */
function failByRange({ table }: Sources, { range }: Question, failed: Uint8Array): number {
  if (range === null) return 0;
  const { walked, numbers } = table;
  const joinFrom = numbers.get('join_from').upTo(walked.capacity());
  const joinUntil = numbers.get('join_until').upTo(walked.capacity());
  let undated = 0;
  for (const row of walked.order()) {
    const touch = touchOf(joinFrom[row] ?? Number.NaN, joinUntil[row] ?? Number.NaN, range);
    if (touch === 'undated' && failed[row] === 0) undated++;
    if (touch === 'apart' || (touch === 'undated' && !range.undated)) {
      failed[row] = (failed[row] ?? 0) | FAILS.range;
    }
  }
  return undated;
}

function isCounted(column: ColumnId): column is FacetName {
  return column in FAILS;
}
