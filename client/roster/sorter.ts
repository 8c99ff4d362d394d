import { type Column, fillStep } from './column.ts';
import type { ColumnId } from './columns.ts';
import type { CodeName, Keys, NumberName, SortedName, WordName } from './keys.ts';
import { orderByNumber } from './numberOrder.ts';
import { type Order, toDescending } from './order.ts';
import type { Statuses } from './statuses.ts';
import { orderByStatus } from './statusOrder.ts';
import type { Table } from './table.ts';

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
const DATES: readonly NumberName[] = ['join_from', 'join_until', 'created_at', 'updated_at'];

export interface Sorter {
  /** every row in the order of a column; at once when nothing has changed since the last time */
  rowsBy(column: ColumnId, descending: boolean, statuses: Statuses): Int32Array;
  /** does the next small piece of work for orders that nobody has asked for yet; false when all stand ready */
  step(): boolean;
}

/** Keeps the orders of one table. */
export function createSorter(table: Table, { wordsOf }: Keys): Sorter {
  const { walked } = table;
  const orders = new Map<ColumnId, { from: unknown; order: Order }>();
  const turned = new WeakMap<Order, Int32Array>();

  /** the kept order while `from` is the same as when it was made, else a new one */
  const keep = (column: ColumnId, from: unknown, make: () => Order): Order => {
    const kept = orders.get(column);
    if (kept !== undefined && kept.from === from) return kept.order;
    const order = make();
    orders.set(column, { from, order });
    return order;
  };

  const orderBy = (column: ColumnId, statuses: Statuses): Order => {
    const key = KEYS[column];
    switch (key.by) {
      case 'status':
        return keep(column, statuses, () => orderByStatus(table, statuses));
      case 'text':
        return table.orders.get(key.name).finish();
      case 'number': {
        const numbers = table.numbers.get(key.name);
        const values = numbers.upTo(walked.capacity());
        return keep(column, stateOf(numbers), () => orderByNumber(values, walked.order()));
      }
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

  return {
    rowsBy(column, descending, statuses) {
      const order = orderBy(column, statuses);
      if (!descending) return order.rows;
      const known = turned.get(order);
      if (known !== undefined) return known;
      const rows = toDescending(order);
      turned.set(order, rows);
      return rows;
    },
    step() {
      return (
        CODES.some((name) => fillStep(table.codes.get(name), walked.capacity())) ||
        DATES.some((name) => fillStep(table.numbers.get(name), walked.capacity())) ||
        TEXTS.some((name) => table.orders.get(name).step())
      );
    },
  };
}

function orderByWord(codes: Int32Array, rows: Int32Array, ranks: Float64Array): Order {
  return orderByNumber(
    Float64Array.from(codes, (code) => ranks[code] ?? Number.NaN),
    rows,
  );
}
