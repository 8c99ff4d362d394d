import { fold } from '../lib/textFold.ts';
import { toRefused } from './facetFilter.ts';
import type { Keys, WordName } from './keys.ts';
import { touchOf } from './overlap.ts';
import type { Answer, FacetCount, FacetName, Question } from './question.ts';
import type { Search } from './search.ts';
import type { Sorter } from './sorter.ts';
import { STATUSES } from './status.ts';
import type { Statuses } from './statuses.ts';
import type { Table } from './table.ts';

/** What an answer is made from. */
export interface Sources {
  table: Table;
  keys: Keys;
  search: Search;
  sorter: Sorter;
  statuses: Statuses;
}

/** One bit for each filter that a row fails; a row of 0 matches. */
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

  refuse(statuses.indexes, toRefused(question.status, STATUSES), FAILS.status);
  for (const name of WORDS) {
    const values = codes.get(name).upTo(capacity);
    refuse(values, toRefused(question[name], keys.words[name].list), FAILS[name]);
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

const WORDS: readonly WordName[] = ['quality', 'layout', 'size'];

const REFUSE_ZERO = Uint8Array.of(1, 0);

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

/** The same for an open enum: known and met words in their order, then words that only the filter names. */
function countWords(
  { table, keys }: Sources,
  question: Question,
  failed: Uint8Array,
  name: WordName,
): FacetCount[] {
  const { list, ranks } = keys.words[name];
  const codes = table.codes.get(name).upTo(table.walked.capacity());
  const order = ranks();
  const met = countValues(table.walked.order(), failed, FAILS[name], codes, list)
    .map((entry, code) => ({ entry, rank: order[code] ?? Number.NaN }))
    .filter(({ rank }) => !Number.isNaN(rank))
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
  const { include, exclude } = question[name];
  const named = [...new Set([...include, ...exclude])].filter((value) => !list.includes(value));
  return [...met, ...named.map((value) => ({ value, count: 0 }))];
}
