/** The rows of an order that a question leaves, by their positions. */
export interface RowsLeft {
  /** -1 beyond the end */
  at(position: number): number;
  /** -1 for a row that is not left */
  positionOf(row: number): number;
}

/** Where nothing was asked. */
export function allRows(order: Int32Array): RowsLeft {
  return { at: (position) => order[position] ?? -1, positionOf: (row) => order.indexOf(row) };
}

/**
 * Finds them no further than somebody asks: the page on screen needs fifty of them, and to gather all for each letter
 * of a search costs more than the search.
 *
 * @param failed by row, 0 for those that are left; neither changes any more
 */
export function createRowsLeft(order: Int32Array, failed: Uint8Array): RowsLeft {
  const found: number[] = [];
  let next = 0;
  /** finds one more; false at the end */
  const step = (): boolean => {
    while (next < order.length) {
      const row = order[next++] ?? 0;
      if (failed[row] !== 0) continue;
      found.push(row);
      return true;
    }
    return false;
  };
  return {
    at(position) {
      while (found.length <= position && step());
      return found[position] ?? -1;
    },
    positionOf(row) {
      const position = found.indexOf(row);
      if (position >= 0 || failed[row] !== 0) return position;
      while (step()) if (found.at(-1) === row) return found.length - 1;
      return -1;
    },
  };
}
