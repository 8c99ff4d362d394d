import { orderByNumber } from './numberOrder.ts';
import type { Order } from './order.ts';

/** Where ranks are laid down meanwhile: fresh memory costs more than the pass over it. */
let room = new Float64Array(0);

/**
 * Orders rows by words.
 *
 * @param codes by row, the code of its word
 * @param rows the rows to sort, in the order that ties keep
 * @param ranks by code, the place of its word among all words; NaN for no word, which comes last
 */
export function orderByWord(codes: Int32Array, rows: Int32Array, ranks: Float64Array): Order {
  if (room.length < codes.length) room = new Float64Array(codes.length);
  for (let row = 0; row < codes.length; row++) room[row] = ranks[codes[row] ?? 0] ?? Number.NaN;
  // The room has other ranks by the time that a tie is asked for; equal words have equal codes.
  return { ...orderByNumber(room, rows), isTie: (a, b) => codes[a] === codes[b] };
}
