import type { ConferenceRow } from '#contract/conference.ts';

/**
 * One value of every row, side by side, worked out no sooner than it is needed: while pages load, nothing is
 * computed that nobody looks at. Positions are those of the rows.
 */
export interface Column<Values> {
  /** the values of the first `size` rows at least; the same object until there is no more room in it */
  upTo(size: number): Values;
  /** how many rows are worked out */
  filled(): number;
  /** counts up when a value that was worked out changes */
  version(): number;
  /** the row at a position was replaced by another */
  replaced(position: number): void;
  /** the same column over rows in another order: row i is the one that was at `source[i]` */
  rearranged(rows: readonly ConferenceRow[], source: Int32Array): Column<Values>;
}

/** Where the values of a column lie. */
interface Cells<Values> {
  reserve(size: number): void;
  /** works out the value of a row; answers whether it differs from the one before */
  write(position: number, row: ConferenceRow): boolean;
  values(): Values;
  /** new cells that hold the values of `source`, in that order */
  pick(source: Int32Array): Cells<Values>;
}

/** So many missing rows are worked out at once, so that what is known of the others need not be thrown away. */
const FEW = 2_000;

function createColumn<Values>(
  rows: readonly ConferenceRow[],
  cells: Cells<Values>,
  workedOut = 0,
): Column<Values> {
  let filled = workedOut;
  let version = 0;
  const upTo = (size: number) => {
    if (filled < size) cells.reserve(size);
    for (; filled < size; filled++) {
      const row = rows[filled];
      if (row !== undefined) cells.write(filled, row);
    }
    return cells.values();
  };
  return {
    upTo,
    filled: () => filled,
    version: () => version,
    replaced(position) {
      const row = rows[position];
      if (row !== undefined && position < filled && cells.write(position, row)) version++;
    },
    rearranged(others, source) {
      if (rows.length - filled <= FEW) upTo(rows.length);
      const kept = filled === rows.length ? source : source.subarray(0, 0);
      return createColumn(others, cells.pick(kept), kept.length);
    },
  };
}

/** Numbers; NaN where a row has none. */
export function createNumberColumn(
  rows: readonly ConferenceRow[],
  read: (row: ConferenceRow) => number | null,
): Column<Float64Array> {
  const toNumber = (row: ConferenceRow) => read(row) ?? Number.NaN;
  return createColumn(
    rows,
    numberCells(toNumber, (size) => new Float64Array(size), 0),
  );
}

/** Small whole numbers, such as codes of words. */
export function createCodeColumn(
  rows: readonly ConferenceRow[],
  read: (row: ConferenceRow) => number,
): Column<Int32Array> {
  return createColumn(
    rows,
    numberCells(read, (size) => new Int32Array(size), 0),
  );
}

function numberCells<Values extends Float64Array | Int32Array>(
  read: (row: ConferenceRow) => number,
  allocate: (size: number) => Values,
  size: number,
): Cells<Values> & { values(): Values } {
  let values = allocate(size);
  return {
    reserve(wanted) {
      if (wanted <= values.length) return;
      const larger = allocate(Math.max(wanted, values.length * 2, 1024));
      larger.set(values);
      values = larger;
    },
    write(position, row) {
      const before = values[position];
      const value = read(row);
      values[position] = value;
      return !Object.is(before, value);
    },
    values: () => values,
    pick(source) {
      const picked = numberCells(read, allocate, source.length);
      const target = picked.values();
      for (let row = 0; row < source.length; row++) target[row] = values[source[row] ?? 0] ?? Number.NaN;
      return picked;
    },
  };
}

/** Texts; "" where a row has none. */
export function createTextColumn(
  rows: readonly ConferenceRow[],
  read: (row: ConferenceRow) => string,
): Column<readonly string[]> {
  return createColumn(rows, textCells(read, []));
}

function textCells(read: (row: ConferenceRow) => string, values: string[]): Cells<readonly string[]> {
  return {
    reserve() {},
    write(position, row) {
      const before = values[position];
      const value = read(row);
      values[position] = value;
      return before !== value;
    },
    values: () => values,
    pick: (source) =>
      textCells(
        read,
        Array.from(source, (position) => values[position] ?? ''),
      ),
  };
}
