import { NO_FACET } from '#contract/view/parameters.ts';
import type { Keys, WordName } from './keys.ts';
import type { FacetCount, Question } from './question.ts';
import type { Table } from './table.ts';

/**
 * How many rows have each value, among those that fail nothing but this facet's own filter.
 *
 * @param failed by row, a bit for each filter that it fails
 * @param bit that of the facet's own filter
 */
export function countValues(
  rows: Int32Array,
  failed: Uint8Array,
  bit: number,
  codes: Uint8Array | Int32Array,
  values: readonly string[],
): FacetCount[] {
  const counts = new Int32Array(values.length);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    if (((failed[row] ?? 0) & ~bit) !== 0) continue;
    const code = codes[row] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return values.map((value, code) => ({ value, count: counts[code] ?? 0 }));
}

/** The same for an open enum: known and met words in their order, words that only the filter names, and no value. */
export function countWords(
  { table, keys }: { table: Table; keys: Keys },
  question: Question,
  failed: Uint8Array,
  { name, bit }: { name: WordName; bit: number },
): FacetCount[] {
  const { list, ranks } = keys.wordsOf(name);
  const codes = table.codes.get(name).upTo(table.walked.capacity());
  const order = ranks();
  const counts = countValues(table.walked.order(), failed, bit, codes, list);
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
