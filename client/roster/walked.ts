/**
 * Which rows are there, and in what order the walk saw them. A row keeps its position for as long as it stays;
 * the position of one that went is given to another only after the walk after, so that an answer given before
 * can still be read.
 */
export interface Walked {
  /** the rows that are there, in the walk's order; what was given stays as it is, whatever comes or goes */
  order(): Int32Array;
  /** how many positions were ever in use at once */
  capacity(): number;
  isThere(position: number): boolean;
  /** the less, the earlier in the walk's order */
  rankOf(position: number): number;
  /** counts up when rows went or moved; not when rows come, which stand last */
  arrangement(): number;
  /** the row that the walk saw after the one at a position */
  after(position: number): number | undefined;
  /** the position for a row that comes */
  take(): number;
  /** the walk's order from now on: rows that are not in it are gone */
  arrange(order: Int32Array): Arranged;
}

interface Arranged {
  /** positions of rows that are gone */
  readonly gone: readonly number[];
  /** positions of rows that went in the walk before, which others may take now */
  readonly free: readonly number[];
}

const GONE = -1;

export function createWalked(): Walked {
  let order = new Int32Array(1024);
  let ranks = new Int32Array(1024);
  let size = 0;
  let capacity = 0;
  let arrangement = 0;
  /** positions of rows that are gone: since the walk before, and since the last one */
  let free: number[] = [];
  let leaving: number[] = [];

  return {
    order: () => order.subarray(0, size),
    capacity: () => capacity,
    isThere: (position) => (ranks[position] ?? GONE) !== GONE,
    rankOf: (position) => ranks[position] ?? GONE,
    arrangement: () => arrangement,
    after: (position) => order[(ranks[position] ?? GONE) + 1],
    take() {
      const position = free.pop() ?? capacity++;
      if (capacity > order.length) {
        order = enlarge(order);
        ranks = enlarge(ranks);
      }
      ranks[position] = size;
      order[size++] = position;
      return position;
    },
    arrange(next) {
      const before = order.subarray(0, size);
      const released = leaving;
      free = free.concat(released);
      leaving = [];
      if (!isSame(before, next)) {
        ranks.fill(GONE);
        // Rows that come are written behind what was given; another order is not written over it.
        order = new Int32Array(order.length);
        order.set(next);
        size = next.length;
        for (let rank = 0; rank < size; rank++) ranks[next[rank] ?? 0] = rank;
        for (const position of before) if (ranks[position] === GONE) leaving.push(position);
        arrangement++;
      }
      return { gone: leaving, free: released };
    },
  };
}

function isSame(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((position, rank) => position === b[rank]);
}

function enlarge(values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(values.length * 2);
  larger.set(values);
  return larger;
}
