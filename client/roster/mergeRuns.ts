export type Compare = (a: number, b: number) => number;

/** How many times longer one run must be for halving to beat walking through it. */
const LOPSIDED = 16;

/** Merges two ascending runs of positions into one; no two positions may compare as 0. */
export function mergeRuns(a: Int32Array, b: Int32Array, compare: Compare): Int32Array {
  if (a.length < b.length) return mergeRuns(b, a, compare);
  return a.length > b.length * LOPSIDED ? insertInto(a, b, compare) : interleave(a, b, compare);
}

function interleave(a: Int32Array, b: Int32Array, compare: Compare): Int32Array {
  const merged = new Int32Array(a.length + b.length);
  let fromA = 0;
  let fromB = 0;
  for (let at = 0; at < merged.length; at++) {
    const nextA = a[fromA];
    const nextB = b[fromB];
    if (nextB === undefined || (nextA !== undefined && compare(nextA, nextB) < 0)) {
      merged[at] = nextA ?? 0;
      fromA++;
    } else {
      merged[at] = nextB;
      fromB++;
    }
  }
  return merged;
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
