import type { Order } from './order.ts';

/**
 * Orders rows by words: each row goes straight to where the rows of its word begin.
 *
 * @param codes by row, the code of its word
 * @param rows the rows to sort, in the order that ties keep
 * @param ranks by code, the place of its word among all words; NaN for no word, which comes last
 */
export function orderByWord(codes: Int32Array, rows: Int32Array, ranks: Float64Array): Order {
  const counts = new Int32Array(ranks.length);
  for (let at = 0; at < rows.length; at++) {
    const code = codes[rows[at] ?? 0] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  const places = new Int32Array(ranks.length);
  let place = 0;
  let keyed = 0;
  const rankOf = (code: number) => ranks[code] ?? Number.NaN;
  const isWord = (code: number) => !Number.isNaN(rankOf(code));
  const ordered = [...counts.keys()].sort(
    (a, b) => Number(isWord(b)) - Number(isWord(a)) || rankOf(a) - rankOf(b),
  );
  for (const code of ordered) {
    places[code] = place;
    place += counts[code] ?? 0;
    if (isWord(code)) keyed = place;
  }
  const sorted = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    const code = codes[row] ?? 0;
    const to = places[code] ?? 0;
    sorted[to] = row;
    places[code] = to + 1;
  }
  return { rows: sorted, keyed, isTie: (a, b) => codes[a] === codes[b] };
}
