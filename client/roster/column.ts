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
  /** the row at a position was replaced by another; answers whether its value differs from the one before */
  replaced(position: number): boolean;
}

/** Where the values of a column lie. */
interface Cells<Values> {
  reserve(size: number): void;
  /** works out the value of a row; answers whether it differs from the one before */
  write(position: number, row: ConferenceRow): boolean;
  values(): Values;
}

function createColumn<Values>(
  rows: readonly (ConferenceRow | undefined)[],
  cells: Cells<Values>,
): Column<Values> {
  let filled = 0;
  let version = 0;
  return {
    upTo(size) {
      if (filled < size) cells.reserve(size);
      for (; filled < size; filled++) {
        const row = rows[filled];
        if (row !== undefined) cells.write(filled, row);
      }
      return cells.values();
    },
    filled: () => filled,
    version: () => version,
    replaced(position) {
      const row = rows[position];
      if (row === undefined || position >= filled || !cells.write(position, row)) return false;
      version++;
      return true;
    },
  };
}

/** Numbers; NaN where a row has none. */
export function createNumberColumn(
  rows: readonly (ConferenceRow | undefined)[],
  read: (row: ConferenceRow) => number | null,
): Column<Float64Array> {
  const toNumber = (row: ConferenceRow) => read(row) ?? Number.NaN;
  return createColumn(
    rows,
    numberCells(toNumber, (size) => new Float64Array(size)),
  );
}

/** Small whole numbers, such as codes of words. */
export function createCodeColumn(
  rows: readonly (ConferenceRow | undefined)[],
  read: (row: ConferenceRow) => number,
): Column<Int32Array> {
  return createColumn(
    rows,
    numberCells(read, (size) => new Int32Array(size)),
  );
}

function numberCells<Values extends Float64Array | Int32Array>(
  read: (row: ConferenceRow) => number,
  allocate: (size: number) => Values,
): Cells<Values> {
  let values = allocate(0);
  return {
    reserve(size) {
      if (size <= values.length) return;
      const larger = allocate(Math.max(size, values.length * 2, 1024));
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
  };
}

/** Texts; "" where a row has none. */
export function createTextColumn(
  rows: readonly (ConferenceRow | undefined)[],
  read: (row: ConferenceRow) => string,
): Column<readonly string[]> {
  const values: string[] = [];
  return createColumn(rows, {
    reserve() {},
    write(position, row) {
      const before = values[position];
      const value = read(row);
      values[position] = value;
      return before !== value;
    },
    values: () => values,
  });
}

/** Values worked out in one step: well under a millisecond. */
const STEP = 512;

/** Works out the next few values of a column; false when the first `size` stand ready. */
export function fillStep(column: Column<unknown>, size: number): boolean {
  if (column.filled() >= size) return false;
  column.upTo(Math.min(size, column.filled() + STEP));
  return true;
}
