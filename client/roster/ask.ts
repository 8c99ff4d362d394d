import { readText } from '../lib/read.ts';
import { fold } from '../lib/textFold.ts';
import { NO_FACET } from '../view/parameters.ts';
import { type ColumnId, isColumnId } from './columns.ts';
import { createDayRefusal, toRefused } from './filters.ts';
import type { Keys, WordName } from './keys.ts';
import { touchOf } from './overlap.ts';
import type { Answer, FacetCount, FacetName, Question } from './question.ts';
import type { Search } from './search.ts';
import type { Sorter } from './sorter.ts';
import { STATUSES } from './status.ts';
import type { Statuses } from './statuses.ts';
import type { Table } from './table.ts';
import { isDateColumn } from './values.ts';

/** What an answer is made from. */
export interface Sources {
  table: Table;
  keys: Keys;
  search: Search;
  sorter: Sorter;
  statuses: Statuses;
}

/** One bit for each filter that a row fails and whose values are counted, one for the rest; a row of 0 matches. */
const FAILS: Readonly<Record<FacetName | 'rest' | 'range', number>> = {
  status: 1,
  quality: 2,
  layout: 4,
  size: 8,
  range: 16,
  rest: 32,
};

/** Answers a question over all rows of a table: a handful of passes over typed arrays. */
export function ask(sources: Sources, question: Question): Answer {
  const { table, sorter, statuses } = sources;
  const { walked, numbers } = table;
  const { failed, undated } = filter(sources, question);
  const { sort } = question;
  const rows = sort === null ? walked.order() : sorter.rowsBy(sort.column, sort.descending, statuses);
  const order = keepMatching(rows, failed);
  const joinFrom = numbers.get('join_from').upTo(walked.capacity());
  const joinUntil = numbers.get('join_until').upTo(walked.capacity());
  const rowAt = (position: number) => order[position] ?? -1;

  return {
    total: walked.order().length,
    matching: order.length,
    facets: {
      status: countValues(walked.order(), failed, FAILS.status, statuses.indexes, STATUSES),
      quality: countWords(sources, question, failed, 'quality'),
      layout: countWords(sources, question, failed, 'layout'),
      size: countWords(sources, question, failed, 'size'),
    },
    undated,
    statusCounts: statuses.counts,
    order,
    idAt: (position) => table.rowAt(rowAt(position))?.id ?? null,
    conferenceAt: (position) => table.conferenceAt(rowAt(position)),
    idsBetween: (from, until) =>
      Array.from(order.subarray(from, until), (row) => table.rowAt(row)?.id).filter((id) => id !== undefined),
    positionOf(id) {
      const row = table.positionOf(id);
      return row === undefined ? -1 : order.indexOf(row);
    },
    statusAt: (position) => STATUSES[statuses.indexes[rowAt(position)] ?? 0] ?? 'ended',
    joinFromAt: (position) => joinFrom[rowAt(position)] ?? Number.NaN,
    joinUntilAt: (position) => joinUntil[rowAt(position)] ?? Number.NaN,
    addedSince: (revision) =>
      order.reduce((count, row) => count + (table.addedIn(row) > revision ? 1 : 0), 0),
  };
}

/** Which filters each row fails, and how many rows without dates fail nothing but the range. */
function filter({ table, keys, search, statuses }: Sources, question: Question) {
  const { walked, codes, numbers } = table;
  const rows = walked.order();
  const capacity = walked.capacity();
  const failed = new Uint8Array(capacity);
  const refuse = (values: Uint8Array | Int32Array, refused: Uint8Array, bit: number) => {
    if (!refused.includes(1)) return;
    for (const row of rows) if (refused[values[row] ?? 0] === 1) failed[row] = (failed[row] ?? 0) | bit;
  };

  for (const [column, facet] of Object.entries(question.filters)) {
    if (!isColumnId(column)) continue;
    const bit = isCounted(column) ? FAILS[column] : FAILS.rest;
    if (column === 'status') {
      refuse(statuses.indexes, toRefused(facet, STATUSES), bit);
    } else if (isDateColumn(column)) {
      const instants = numbers.get(column).upTo(capacity);
      const isRefused = createDayRefusal(facet, question.zone);
      for (const row of rows) {
        const text = () => readText(table.rowAt(row)?.[column]);
        if (isRefused(instants[row] ?? Number.NaN, text)) failed[row] = (failed[row] ?? 0) | bit;
      }
    } else {
      const values = codes.get(column).upTo(capacity);
      refuse(values, toRefused(facet, keys.wordsOf(column).list), bit);
    }
  }
  if (question.theme === 'fails') refuse(codes.get('fails').upTo(capacity), REFUSE_ZERO, FAILS.rest);
  const hits = search.find(fold(question.q.trim()));
  if (hits !== null) refuse(hits, REFUSE_ZERO, FAILS.rest);

  const { range } = question;
  const joinFrom = numbers.get('join_from').upTo(capacity);
  const joinUntil = numbers.get('join_until').upTo(capacity);
  let undated = 0;
  for (const row of rows) {
    const from = joinFrom[row] ?? Number.NaN;
    const until = joinUntil[row] ?? Number.NaN;
    if (Number.isNaN(from) && Number.isNaN(until) && failed[row] === 0) undated++;
    if (range === null) continue;
    const touch = touchOf(from, until, range);
    if (touch === 'apart' || (touch === 'undated' && !range.undated)) {
      failed[row] = (failed[row] ?? 0) | FAILS.range;
    }
  }
  return { failed, undated };
}

const REFUSE_ZERO = Uint8Array.of(1, 0);

function isCounted(column: ColumnId): column is FacetName {
  return column in FAILS;
}

function keepMatching(rows: Int32Array, failed: Uint8Array): Int32Array {
  const matching = new Int32Array(rows.length);
  let count = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    if (failed[row] === 0) matching[count++] = row;
  }
  return matching.slice(0, count);
}

/** How many rows have each value, among those that fail nothing but this facet's own filter. */
function countValues(
  rows: Int32Array,
  failed: Uint8Array,
  bit: number,
  codes: Uint8Array | Int32Array,
  values: readonly string[],
): FacetCount[] {
  const counts = new Int32Array(values.length);
  for (const row of rows) {
    if (((failed[row] ?? 0) & ~bit) !== 0) continue;
    const code = codes[row] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return values.map((value, code) => ({ value, count: counts[code] ?? 0 }));
}

/** The same for an open enum: known and met words in their order, words that only the filter names, and no value. */
function countWords(
  { table, keys }: Sources,
  question: Question,
  failed: Uint8Array,
  name: WordName,
): FacetCount[] {
  const { list, ranks } = keys.wordsOf(name);
  const codes = table.codes.get(name).upTo(table.walked.capacity());
  const order = ranks();
  const counts = countValues(table.walked.order(), failed, FAILS[name], codes, list);
  const met = counts
    .map((entry, code) => ({ entry, rank: order[code] ?? Number.NaN }))
    .filter(({ rank }) => !Number.isNaN(rank))
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
  const { include, exclude } = question.filters[name] ?? NO_FACET;
  const chosen = [...new Set([...include, ...exclude])];
  const named = chosen.filter((value) => !list.includes(value));
  const none = counts.filter(({ value, count }) => value === '' && (count > 0 || chosen.includes(value)));
  return [...met, ...named.map((value) => ({ value, count: 0 })), ...none];
}
