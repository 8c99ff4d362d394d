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
  let keyed = 0;
  let without = rows.length;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    const key = keys[row] ?? Number.NaN;
    if (Number.isNaN(key)) {
      sorted[--without] = row;
      continue;
    }
    sorted[keyed++] = row;
    if (key < least) least = key;
    if (key > most) most = key;
  }
  sortByDigits(sorted.subarray(0, keyed), keys, least, most);
  // They were laid down from the end.
  sorted.subarray(keyed).reverse();
  return { rows: sorted, keyed, isTie: (a, b) => keys[a] === keys[b] };
}

/** Where rows and their digits are laid down meanwhile: fresh memory costs more than the passes over it. */
let spareRoom = new Int32Array(0);
let digitRoom = new Uint16Array(0);
const places = new Int32Array(DIGIT + 1);

function sortByDigits(rows: Int32Array, keys: Float64Array, least: number, most: number): void {
  if (spareRoom.length < rows.length) {
    spareRoom = new Int32Array(rows.length);
    digitRoom = new Uint16Array(rows.length);
  }
  const spare = spareRoom.subarray(0, rows.length);
  const digits = digitRoom.subarray(0, rows.length);
  for (let weight = 1; weight <= most - least; weight *= DIGIT) {
    spare.set(rows);
    for (let at = 0; at < spare.length; at++) digits[at] = ((keys[spare[at] ?? 0] ?? 0) - least) / weight;
    placeByDigit(spare, digits, rows);
  }
}

/** One round of the sort: each row of `from` goes to its digit's place in `into`, equal digits in their order. */
function placeByDigit(from: Int32Array, digits: Uint16Array, into: Int32Array): void {
  places.fill(0);
  for (let at = 0; at < digits.length; at++) {
    const after = (digits[at] ?? 0) + 1;
    places[after] = (places[after] ?? 0) + 1;
  }
  for (let digit = 1; digit <= DIGIT; digit++)
    places[digit] = (places[digit] ?? 0) + (places[digit - 1] ?? 0);
  for (let at = 0; at < from.length; at++) {
    const digit = digits[at] ?? 0;
    const place = places[digit] ?? 0;
    into[place] = from[at] ?? 0;
    places[digit] = place + 1;
  }
}
