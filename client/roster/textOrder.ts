import type { Column } from './column.ts';
import { type Compare, createMerge, type Merge } from './mergeRuns.ts';
import type { Order } from './order.ts';
import type { Walked } from './walked.ts';

/** Rows sorted, and rows merged, in one go: about a millisecond each, so that a slice of work never grows long. */
const BATCH = 512;
const MERGE = 4096;

/**
 * The order of the rows by a text, built up in small steps while pages come in and mended when single rows
 * change: sorted batches, merged once they are of like size. Rows without text come last.
 */
export interface TextOrder {
  /** does the next small piece of work; false when nothing is left to do */
  step(): boolean;
  /** does all that is left, and answers the order; the same object until it changes */
  finish(): Order;
  /** the row at a position was replaced, or has come to stand there */
  replaced(position: number): void;
}

/**
 * @param keys the text of each row, "" for none, in a form whose plain comparison is the wanted order
 * @param walked the rows that are there; ties keep the walk's order
 */
export function createTextOrder(keys: Column<readonly string[]>, walked: Walked): TextOrder {
  let runs: Int32Array[] = [];
  let merging: Merge | null = null;
  let covered = 0;
  let arrangement = walked.arrangement();
  const dirty = new Set<number>();
  let ready: Order | null = null;

  /** Ties are broken by the walk's order: a total order, so that merging is exact. */
  const comparing = (): Compare => {
    const texts = keys.upTo(covered);
    return (a, b) => {
      const x = texts[a] ?? '';
      const y = texts[b] ?? '';
      if (x === y) return walked.rankOf(a) - walked.rankOf(b);
      return x < y ? -1 : 1;
    };
  };

  const addBatch = (positions: Iterable<number>) => {
    const texts = keys.upTo(covered);
    const batch = Int32Array.from(positions).filter((row) => texts[row] !== '' && walked.isThere(row));
    if (batch.length > 0) runs.push(batch.sort(comparing()));
  };

  /** goes on merging the last two runs; a merge that was broken off has touched neither */
  const mergeLast = (a: Int32Array, b: Int32Array) => {
    merging ??= createMerge(a, b, comparing());
    const merged = merging.advance(MERGE);
    if (merged === null) return;
    runs.splice(-2, 2, merged);
    merging = null;
  };

  const work = (): boolean => {
    const last = runs.at(-1);
    const before = runs.at(-2);
    if (dirty.size > 0) {
      merging = null;
      runs = runs.map((run) => run.filter((position) => !dirty.has(position)));
      addBatch(dirty);
      dirty.clear();
    } else if (arrangement !== walked.arrangement()) {
      merging = null;
      arrangement = walked.arrangement();
      runs = runs.map((run) => rearrange(run, keys.upTo(covered), walked));
    } else if (last !== undefined && before !== undefined && last.length * 2 > before.length) {
      mergeLast(before, last);
    } else if (covered < walked.capacity()) {
      merging = null;
      const from = covered;
      covered = Math.min(walked.capacity(), from + BATCH);
      addBatch(Array.from({ length: covered - from }, (_, index) => from + index));
    } else if (last !== undefined && before !== undefined) {
      mergeLast(before, last);
    } else {
      return false;
    }
    return true;
  };

  const step = () => {
    const worked = work();
    if (worked) ready = null;
    return worked;
  };

  return {
    step,
    finish() {
      while (step());
      ready ??= toOrder(runs[0] ?? new Int32Array(0), keys.upTo(covered), walked);
      return ready;
    },
    replaced(position) {
      if (position < covered) dirty.add(position);
    },
  };
}

/** Drops rows that are gone, and puts ties into the walk's new order. */
function rearrange(run: Int32Array, texts: readonly string[], walked: Walked): Int32Array {
  const kept = run.filter((position) => walked.isThere(position));
  const byRank: Compare = (a, b) => walked.rankOf(a) - walked.rankOf(b);
  let from = 0;
  for (let at = 1; at <= kept.length; at++) {
    if (at < kept.length && texts[kept[at] ?? 0] === texts[kept[from] ?? 0]) continue;
    if (at - from > 1) kept.subarray(from, at).sort(byRank);
    from = at;
  }
  return kept;
}

function toOrder(run: Int32Array, texts: readonly string[], walked: Walked): Order {
  const order = walked.order();
  const rows = new Int32Array(order.length);
  rows.set(run);
  let at = run.length;
  for (const row of order) if (texts[row] === '') rows[at++] = row;
  return { rows, keyed: run.length, isTie: (a, b) => texts[a] === texts[b] };
}
