import type { ColumnId } from '#contract/columns.ts';
import { type Column, fillStep } from './column.ts';
import type { CodeName, Keys, NumberName, SortedName, WordName } from './keys.ts';
import { orderByNumber } from './numberOrder.ts';
import { type Order, toDescending } from './order.ts';
import type { Statuses } from './statuses.ts';
import { orderByStatus } from './statusOrder.ts';
import type { Table } from './table.ts';
import { orderByWord } from './wordOrder.ts';

type Key =
  | { by: 'status' }
  | { by: 'number'; name: NumberName }
  | { by: 'word'; name: WordName }
  | { by: 'text'; name: SortedName };

/**
 * What each column of the page is sorted by: switches off before on, the theme by how many of its colours are
 * somebody's own choice, the metadata by the keys that its cell shows.
 */
const KEYS: Readonly<Record<ColumnId, Key>> = {
  status: { by: 'status' },
  name: { by: 'text', name: 'title' },
  join_from: { by: 'number', name: 'join_from' },
  join_until: { by: 'number', name: 'join_until' },
  quality: { by: 'word', name: 'quality' },
  layout: { by: 'word', name: 'layout' },
  size: { by: 'word', name: 'size' },
  created_at: { by: 'number', name: 'created_at' },
  updated_at: { by: 'number', name: 'updated_at' },
  description: { by: 'text', name: 'description' },
  record_on_start: { by: 'number', name: 'record_on_start' },
  enable_chat: { by: 'number', name: 'enable_chat' },
  enable_room_previews: { by: 'number', name: 'enable_room_previews' },
  tone_on_entry_and_exit: { by: 'number', name: 'tone_on_entry_and_exit' },
  user_join_video_off: { by: 'number', name: 'user_join_video_off' },
  room_join_video_off: { by: 'number', name: 'room_join_video_off' },
  theme: { by: 'number', name: 'theme' },
  meta: { by: 'text', name: 'meta' },
  id: { by: 'text', name: 'id' },
};

/** Text orders by how likely somebody is to want them. */
const TEXTS: readonly SortedName[] = ['title', 'id', 'description', 'meta'];

/** What every answer needs. */
const CODES: readonly CodeName[] = ['live', 'quality', 'layout', 'size'];

/** What every answer needs, and dates that somebody may sort by. */
const DATES: readonly NumberName[] = ['join_from', 'join_until', 'started', 'created_at', 'updated_at'];

/** What people sort by first, one of each kind of key. */
const LIKELY: readonly ColumnId[] = ['status', 'name', 'join_from'];

export interface Sorter {
  /** every row in the order of a column; at once when nothing has changed since the last time */
  rowsBy(column: ColumnId, descending: boolean, statuses: Statuses): Int32Array;
  /** does the next small piece of work for orders that nobody has asked for yet; false when all stand ready */
  step(): boolean;
  /** pieces of work that make the orders that people ask for first, upwards and downwards */
  rehearsals(statuses: Statuses): (() => void)[];
}

/** Keeps the orders of one table. */
export function createSorter(table: Table, { wordsOf }: Keys): Sorter {
  const { walked } = table;
  const orders = new Map<ColumnId | NumberName, { from: unknown; order: Order }>();
  const turned = new WeakMap<Order, Int32Array>();

  /** the kept order while `from` is the same as when it was made, else a new one */
  const keep = (by: ColumnId | NumberName, from: unknown, make: () => Order): Order => {
    const kept = orders.get(by);
    if (kept !== undefined && kept.from === from) return kept.order;
    const order = make();
    orders.set(by, { from, order });
    return order;
  };

  const rowsOf = (order: Order, descending: boolean): Int32Array => {
    if (!descending) return order.rows;
    const known = turned.get(order);
    if (known !== undefined) return known;
    const rows = toDescending(order);
    turned.set(order, rows);
    return rows;
  };

  const orderOf = (name: NumberName): Order => {
    const numbers = table.numbers.get(name);
    const values = numbers.upTo(walked.capacity());
    return keep(name, stateOf(numbers), () => orderByNumber(values, walked.order()));
  };

  const orderBy = (column: ColumnId, statuses: Statuses): Order => {
    const key = KEYS[column];
    switch (key.by) {
      case 'status':
        return keep(column, statuses, () =>
          orderByStatus(table, statuses, (name, descending) => rowsOf(orderOf(name), descending)),
        );
      case 'text':
        return table.orders.get(key.name).finish();
      case 'number':
        return orderOf(key.name);
      case 'word': {
        const codes = table.codes.get(key.name);
        const values = codes.upTo(walked.capacity());
        return keep(column, stateOf(codes), () =>
          orderByWord(values, walked.order(), wordsOf(key.name).ranks()),
        );
      }
    }
  };

  /** changes whenever an order of the column would */
  const stateOf = (column: Column<unknown>) =>
    `${walked.arrangement()} ${walked.order().length} ${column.version()}`;

  const rowsBy: Sorter['rowsBy'] = (column, descending, statuses) =>
    rowsOf(orderBy(column, statuses), descending);

  return {
    rowsBy,
    rehearsals: (statuses) =>
      LIKELY.flatMap((column) => [false, true].map((down) => () => rowsBy(column, down, statuses))),
    step() {
      return (
        CODES.some((name) => fillStep(table.codes.get(name), walked.capacity())) ||
        DATES.some((name) => fillStep(table.numbers.get(name), walked.capacity())) ||
        TEXTS.some((name) => table.orders.get(name).step())
      );
    },
  };
}
