export type Compare = (a: number, b: number) => number;

/** How many times longer one run must be for halving to beat walking through it. */
const LOPSIDED = 16;

/** Two ascending runs on their way to becoming one. */
export interface Merge {
  /** goes on by so many positions; answers the whole run once it is done, null before */
  advance(count: number): Int32Array | null;
}

/** Begins to merge two ascending runs of positions; no two positions may compare as 0. */
export function createMerge(a: Int32Array, b: Int32Array, compare: Compare): Merge {
  if (a.length < b.length) return createMerge(b, a, compare);
  if (a.length > b.length * LOPSIDED) return { advance: () => insertInto(a, b, compare) };
  const merged = new Int32Array(a.length + b.length);
  let fromA = 0;
  let fromB = 0;
  let at = 0;
  return {
    advance(count) {
      const until = Math.min(merged.length, at + count);
      while (at < until) {
        const nextA = a[fromA];
        const nextB = b[fromB];
        if (nextB === undefined || (nextA !== undefined && compare(nextA, nextB) < 0)) {
          merged[at++] = nextA ?? 0;
          fromA++;
        } else {
          merged[at++] = nextB;
          fromB++;
        }
      }
      return at === merged.length ? merged : null;
    },
  };
}

/** Few positions among many: each finds its place by halving, and what lies between is copied whole. */
function insertInto(many: Int32Array, few: Int32Array, compare: Compare): Int32Array {
  const merged = new Int32Array(many.length + few.length);
  let copied = 0;
  let at = 0;
  for (const position of few) {
    let low = copied;
    let high = many.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(many[middle] ?? 0, position) < 0) low = middle + 1;
      else high = middle;
    }
    merged.set(many.subarray(copied, low), at);
    at += low - copied;
    copied = low;
    merged[at++] = position;
  }
  merged.set(many.subarray(copied), at);
  return merged;
}
