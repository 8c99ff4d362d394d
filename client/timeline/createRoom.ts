/** Lanes in a row, each taken up to some instant. */
export interface Room {
  /** the first lane that is free at an instant (ms), never used ones included; -1 when there is none */
  find(instant: number): number;
  /** takes a lane up to an instant (ms) */
  take(lane: number, until: number): void;
}

/**
 * Lanes that find the first free one in a few steps however many there are: a tree over them that knows at
 * each branch when its first lane comes free. `lanes` is a power of two.
 */
export function createRoom(lanes: number): Room {
  // The branch at 1, below each n those at 2n and 2n + 1, the lanes themselves last.
  const free = new Float64Array(2 * lanes).fill(Number.NEGATIVE_INFINITY);
  const at = (branch: number) => free[branch] ?? Number.POSITIVE_INFINITY;

  return {
    find(instant) {
      if (at(1) > instant) return -1;
      let branch = 1;
      while (branch < lanes) branch = at(2 * branch) <= instant ? 2 * branch : 2 * branch + 1;
      return branch - lanes;
    },
    take(lane, until) {
      let branch = lane + lanes;
      free[branch] = until;
      while (branch > 1) {
        branch >>= 1;
        free[branch] = Math.min(at(2 * branch), at(2 * branch + 1));
      }
    },
  };
}
