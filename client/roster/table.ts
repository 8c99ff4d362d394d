import type { ConferenceRow } from '#contract/conference.ts';
import { type Conference, readConference } from '#contract/readConference.ts';
import { type Column, createCodeColumn, createNumberColumn, createTextColumn } from './column.ts';
import { createJoinedColumn, type JoinedTexts } from './joined.ts';
import type { CodeName, Keys, NumberName, SearchedName, SortedName } from './keys.ts';
import { createShelf, type Shelf } from './shelf.ts';
import { createTextOrder, type TextOrder } from './textOrder.ts';
import { createWalked, type Walked } from './walked.ts';

/** All rows, their facts side by side in columns. A row keeps its position for as long as it stays. */
export interface Table {
  readonly walked: Walked;
  readonly numbers: Shelf<NumberName, Column<Float64Array>>;
  readonly codes: Shelf<CodeName, Column<Int32Array>>;
  readonly searched: Shelf<SearchedName, Column<JoinedTexts>>;
  readonly orders: Shelf<SortedName, TextOrder>;
  positionOf(id: string): number | undefined;
  rowAt(position: number): ConferenceRow | undefined;
  /** one object for as long as the row stays as it is and somebody holds it */
  conferenceAt(position: number): Conference | null;
  /** the revision in which the row came */
  addedIn(position: number): number;
  /** answers its position */
  add(row: ConferenceRow, revision: number): number;
  /** puts another object of the same content in place, and lets it share the values of the one before */
  adopt(position: number, row: ConferenceRow): void;
  /** puts other content in place */
  replace(position: number, row: ConferenceRow): void;
  /** the walk's order from now on; answers the rows that are not in it, which are gone */
  arrange(order: Int32Array): { id: string; addedIn: number }[];
}

export function createTable(keys: Keys): Table {
  const rows: (ConferenceRow | undefined)[] = [];
  const positions = new Map<string, number>();
  const addedIn: number[] = [];
  /** weak, so that an export of everything leaves nothing behind */
  const read: (WeakRef<Conference> | undefined)[] = [];
  const walked = createWalked();
  const numbers = createShelf((name: NumberName) => createNumberColumn(rows, keys.numbers[name]));
  const codes = createShelf((name: CodeName) => createCodeColumn(rows, keys.codeOf(name)));
  const searched = createShelf((name: SearchedName) =>
    createJoinedColumn((position) => {
      const row = rows[position];
      return row === undefined ? '' : keys.searched[name](row);
    }),
  );
  const sorted = createShelf((name: SortedName) => createTextColumn(rows, keys.sorted[name]));
  const orders = createShelf((name: SortedName) => createTextOrder(sorted.get(name), walked));

  const put = (position: number, row: ConferenceRow, isNew: boolean) => {
    rows[position] = row;
    read[position] = undefined;
    for (const shelf of [numbers, codes, searched]) {
      for (const [, column] of shelf.made()) column.replaced(position);
    }
    for (const [name, column] of sorted.made()) {
      if (column.replaced(position) || isNew) orders.get(name).replaced(position);
    }
  };

  return {
    walked,
    numbers,
    codes,
    searched,
    orders,
    positionOf: (id) => positions.get(id),
    rowAt: (position) => rows[position],
    conferenceAt(position) {
      const row = rows[position];
      if (row === undefined) return null;
      const known = read[position]?.deref();
      if (known !== undefined) return known;
      const conference = readConference(row);
      read[position] = new WeakRef(conference);
      return conference;
    },
    addedIn: (position) => addedIn[position] ?? 0,
    add(row, revision) {
      const position = walked.take();
      positions.set(row.id, position);
      addedIn[position] = revision;
      put(position, row, true);
      return position;
    },
    adopt(position, row) {
      rows[position] = Object.assign(row, rows[position]);
    },
    replace: (position, row) => put(position, row, false),
    arrange(order) {
      const { gone, free } = walked.arrange(order);
      for (const position of free) rows[position] = undefined;
      const left: { id: string; addedIn: number }[] = [];
      for (const position of gone) {
        const id = rows[position]?.id ?? '';
        positions.delete(id);
        left.push({ id, addedIn: addedIn[position] ?? 0 });
      }
      return left;
    },
  };
}
