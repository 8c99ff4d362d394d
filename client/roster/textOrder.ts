import type { ConferenceRow } from '#contract/conference.ts';
import { type Column, createTextColumn } from './column.ts';
import { type Compare, mergeRuns } from './mergeRuns.ts';
import type { Order } from './order.ts';

/** Rows sorted in one go: about a millisecond, so that a slice of work never grows long. */
const BATCH = 512;

/** So many rows are put in their places at once when others move, so that the order need not begin anew. */
const FEW = 2_000;

/**
 * The order of the rows by a text, built up in small steps while pages come in and mended when single rows
 * change: sorted batches that are merged once they are of like size. Rows without text come last.
 */
export interface TextOrder {
  /** does the next small piece of work for the first `size` rows; false when nothing is left to do */
  step(size: number): boolean;
  /** does all that is left, and answers the order of the first `size` rows; the same object until it changes */
  finish(size: number): Order;
  /** the row at a position was replaced by another */
  replaced(position: number): void;
  /** the same order over rows that moved: row i is the one that was at `source[i]` */
  rearranged(rows: readonly ConferenceRow[], source: Int32Array): TextOrder;
}

/** @param toKey the text of a row, "" for none, in a form whose plain comparison is the wanted order */
export function createTextOrder(
  rows: readonly ConferenceRow[],
  toKey: (row: ConferenceRow) => string,
): TextOrder {
  return build(rows, createTextColumn(rows, toKey), [], 0);
}

function build(
  rows: readonly ConferenceRow[],
  column: Column<readonly string[]>,
  runs: Int32Array[],
  sorted: number,
): TextOrder {
  let covered = sorted;
  const dirty = new Set<number>();
  let ready: Order | null = null;

  const addBatch = (positions: Iterable<number>, until: number) => {
    const keys = column.upTo(until);
    const run = Int32Array.from(positions).filter((position) => keys[position] !== '');
    if (run.length > 0) runs.push(run.sort(comparing(keys)));
  };

  const step = (size: number): boolean => {
    const last = runs.at(-1);
    const before = runs.at(-2);
    if (dirty.size > 0) {
      for (const [index, run] of runs.entries()) runs[index] = run.filter((position) => !dirty.has(position));
      addBatch(dirty, covered);
      dirty.clear();
    } else if (last !== undefined && before !== undefined && last.length * 2 > before.length) {
      runs.splice(-2, 2, mergeRuns(before, last, comparing(column.upTo(covered))));
    } else if (covered < size) {
      const until = Math.min(size, covered + BATCH);
      addBatch(between(covered, until), until);
      covered = until;
    } else if (last !== undefined && before !== undefined) {
      runs.splice(-2, 2, mergeRuns(before, last, comparing(column.upTo(covered))));
    } else {
      return false;
    }
    ready = null;
    return true;
  };

  const finish = (size: number): Order => {
    while (step(size));
    ready ??= toOrder(runs[0] ?? new Int32Array(0), column.upTo(size), size);
    return ready;
  };

  return {
    step,
    finish,
    replaced(position) {
      const version = column.version();
      column.replaced(position);
      if (column.version() !== version && position < covered) dirty.add(position);
    },
    rearranged(others, source) {
      const few = rows.length - covered <= FEW && dirty.size <= FEW;
      if (few) finish(rows.length);
      const moved = column.rearranged(others, source);
      if (!few) return build(others, moved, [], 0);
      return build(others, moved, rearrangeRuns(runs, source, moved.upTo(source.length)), source.length);
    },
  };
}

function* between(from: number, until: number): Generator<number> {
  for (let position = from; position < until; position++) yield position;
}

/** Ties are broken by position: the walk's order, and a total one, so that merging is exact. */
function comparing(keys: readonly string[]): Compare {
  return (a, b) => {
    const x = keys[a] ?? '';
    const y = keys[b] ?? '';
    if (x === y) return a - b;
    return x < y ? -1 : 1;
  };
}

const GONE = -1;

/** Where each former position went. */
function invert(source: Int32Array): Int32Array {
  const most = source.reduce((a, b) => Math.max(a, b), GONE);
  const places = new Int32Array(most + 1).fill(GONE);
  for (let place = 0; place < source.length; place++) places[source[place] ?? 0] = place;
  return places;
}

/** Rows that are gone drop out; rows of equal keys may have changed places among themselves. */
function rearrangeRuns(
  runs: readonly Int32Array[],
  source: Int32Array,
  keys: readonly string[],
): Int32Array[] {
  const compare = comparing(keys);
  const places = invert(source);
  return runs.map((run) => {
    const moved = run.map((position) => places[position] ?? GONE).filter((position) => position !== GONE);
    let from = 0;
    for (let at = 1; at <= moved.length; at++) {
      if (at < moved.length && keys[moved[at] ?? 0] === keys[moved[from] ?? 0]) continue;
      if (at - from > 1) moved.subarray(from, at).sort(compare);
      from = at;
    }
    return moved;
  });
}

function toOrder(run: Int32Array, keys: readonly string[], size: number): Order {
  const rows = new Int32Array(size);
  rows.set(run);
  let at = run.length;
  for (let position = 0; position < size; position++) if (keys[position] === '') rows[at++] = position;
  return { rows, keyed: run.length, isTie: (a, b) => keys[a] === keys[b] };
}
