import type { ConferenceRow } from '#contract/conference.ts';
import { type Column, createCodeColumn, createNumberColumn, createTextColumn } from './column.ts';
import { type Conference, readConference } from './conference.ts';
import { type CodeName, type Coding, NUMBERS, type NumberName, TEXTS, type TextName } from './keys.ts';
import { toSearchText } from './rowFacts.ts';
import { createShelf, type Shelf } from './shelf.ts';
import { createTextOrder, type TextOrder } from './textOrder.ts';

/**
 * All conferences of the walk, in its order, their facts side by side. Rows are added at the end and replaced
 * in place; when rows go or move, a new table takes over, so that an answer given on the old one stays
 * readable for as long as somebody holds it.
 */
export interface Table {
  readonly rows: readonly ConferenceRow[];
  readonly numbers: Shelf<NumberName, Column<Float64Array>>;
  readonly codes: Shelf<CodeName, Column<Int32Array>>;
  readonly orders: Shelf<TextName, TextOrder>;
  readonly search: Column<readonly string[]>;
  /** the revision in which the row at a position came */
  addedIn(position: number): number;
  positionOf(id: string): number | undefined;
  /** one object for as long as the row stays as it is and somebody holds it */
  conferenceAt(position: number): Conference | null;
  add(row: ConferenceRow, revision: number): void;
  /** puts another object of the same content in place */
  adopt(position: number, row: ConferenceRow): void;
  /** puts another content in place */
  replace(position: number, row: ConferenceRow): void;
  /** a table of the rows at `source`, in that order */
  rearranged(source: Int32Array): Table;
}

/** What of a table moves along when it is rearranged. */
interface Contents {
  rows: ConferenceRow[];
  addedIn: number[];
  /** weak, so that an export of everything leaves nothing behind */
  read: (WeakRef<Conference> | undefined)[];
  numbers: readonly [NumberName, Column<Float64Array>][];
  codes: readonly [CodeName, Column<Int32Array>][];
  orders: readonly [TextName, TextOrder][];
  search: Column<readonly string[]> | null;
}

export function createTable(coding: Coding): Table {
  return toTable(coding, {
    rows: [],
    addedIn: [],
    read: [],
    numbers: [],
    codes: [],
    orders: [],
    search: null,
  });
}

function toTable(coding: Coding, contents: Contents): Table {
  const { rows, addedIn, read } = contents;
  const numbers = createShelf((name) => createNumberColumn(rows, NUMBERS[name]), contents.numbers);
  const codes = createShelf((name) => createCodeColumn(rows, coding.codes[name]), contents.codes);
  const orders = createShelf((name) => createTextOrder(rows, TEXTS[name]), contents.orders);
  const search = contents.search ?? createTextColumn(rows, toSearchText);
  const positions = new Map(rows.map((row, position) => [row.id, position]));

  return {
    rows,
    numbers,
    codes,
    orders,
    search,
    addedIn: (position) => addedIn[position] ?? 0,
    positionOf: (id) => positions.get(id),
    conferenceAt(position) {
      const row = rows[position];
      if (row === undefined) return null;
      const known = read[position]?.deref();
      if (known !== undefined) return known;
      const conference = readConference(row);
      read[position] = new WeakRef(conference);
      return conference;
    },
    add(row, revision) {
      positions.set(row.id, rows.length);
      addedIn.push(revision);
      rows.push(row);
    },
    adopt(position, row) {
      rows[position] = row;
    },
    replace(position, row) {
      rows[position] = row;
      read[position] = undefined;
      for (const shelf of [numbers, codes, orders])
        for (const [, kept] of shelf.made()) kept.replaced(position);
      search.replaced(position);
    },
    rearranged(source) {
      const others = pick(rows, source);
      return toTable(coding, {
        rows: others,
        addedIn: pick(addedIn, source),
        read: Array.from(source, (position) => read[position]),
        numbers: [...numbers.made()].map(([name, column]) => [name, column.rearranged(others, source)]),
        codes: [...codes.made()].map(([name, column]) => [name, column.rearranged(others, source)]),
        orders: [...orders.made()].map(([name, order]) => [name, order.rearranged(others, source)]),
        search: search.rearranged(others, source),
      });
    },
  };
}

function pick<Value>(values: readonly Value[], source: Int32Array): Value[] {
  const picked: Value[] = [];
  for (const position of source) {
    const value = values[position];
    if (value !== undefined) picked.push(value);
  }
  return picked;
}
