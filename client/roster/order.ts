/** Rows in ascending order of one key. Rows of equal keys keep the walk's order, rows without a key come last. */
export interface Order {
  /** positions of rows: those with a key, ascending, then those without */
  readonly rows: Int32Array;
  /** how many have a key */
  readonly keyed: number;
  /** whether two rows have the same key */
  isTie(a: number, b: number): boolean;
}

/**
 * The same order from the other end: the greatest first, ties still in the walk's order, rows without a key
 * still last.
 */
export function toDescending({ rows, keyed, isTie }: Order): Int32Array {
  const turned = new Int32Array(rows.length);
  let at = 0;
  let until = keyed;
  while (until > 0) {
    let from = until - 1;
    while (from > 0 && isTie(rows[from - 1] ?? 0, rows[from] ?? 0)) from--;
    for (let tied = from; tied < until; tied++) turned[at++] = rows[tied] ?? 0;
    until = from;
  }
  turned.set(rows.subarray(keyed), keyed);
  return turned;
}
