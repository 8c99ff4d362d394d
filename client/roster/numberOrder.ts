import type { Order } from './order.ts';

const DIGIT = 0x10000;

/**
 * Orders rows by whole numbers: a stable radix sort, a few milliseconds for 100,000 rows, so no such order need
 * be kept ready.
 *
 * @param keys by row: whole numbers no further apart than 2^53, or NaN, which comes last
 * @param rows the rows to sort, in the order that ties keep
 */
export function orderByNumber(keys: Float64Array, rows: Int32Array): Order {
  const sorted = new Int32Array(rows.length);
  const without: number[] = [];
  let keyed = 0;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const key = keys[row] ?? Number.NaN;
    if (Number.isNaN(key)) {
      without.push(row);
      continue;
    }
    sorted[keyed++] = row;
    if (key < least) least = key;
    if (key > most) most = key;
  }
  sortByDigits(sorted.subarray(0, keyed), keys, least, most);
  sorted.set(without, keyed);
  return { rows: sorted, keyed, isTie: (a, b) => keys[a] === keys[b] };
}

function sortByDigits(rows: Int32Array, keys: Float64Array, least: number, most: number): void {
  const spare = new Int32Array(rows.length);
  const digits = new Uint16Array(rows.length);
  for (let weight = 1; weight <= most - least; weight *= DIGIT) {
    spare.set(rows);
    for (let at = 0; at < spare.length; at++) digits[at] = ((keys[spare[at] ?? 0] ?? 0) - least) / weight;
    placeByDigit(spare, digits, rows);
  }
}

/** One round of the sort: each row of `from` goes to its digit's place in `into`, equal digits in their order. */
function placeByDigit(from: Int32Array, digits: Uint16Array, into: Int32Array): void {
  const places = new Int32Array(DIGIT + 1);
  for (const digit of digits) places[digit + 1] = (places[digit + 1] ?? 0) + 1;
  for (let digit = 1; digit <= DIGIT; digit++)
    places[digit] = (places[digit] ?? 0) + (places[digit - 1] ?? 0);
  for (let at = 0; at < from.length; at++) {
    const digit = digits[at] ?? 0;
    const place = places[digit] ?? 0;
    into[place] = from[at] ?? 0;
    places[digit] = place + 1;
  }
}
