import {
  columnOrderingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import type { FC } from 'react';
import { COLUMN_IDS, type ColumnId, readField } from '#contract/columns.ts';
import {
  CodeCell,
  DescriptionCell,
  LengthCell,
  MetaCell,
  NameCell,
  type PageRow,
  StatusCell,
  SwitchCell,
  ThemeCell,
  TimeCell,
  WindowCell,
  WordCell,
} from './cells.tsx';

/** What the table makes of a column of the contract. */
interface Column {
  /** the words above it, in menus, and in the words of its filters */
  readonly header: string;
  /** rem, until a reader draws it wider or narrower */
  readonly width: number;
  readonly Cell: FC<PageRow & { column: ColumnId }>;
}

/** Every column by its id, in the order in which menus offer them. */
const COLUMNS: Record<ColumnId, Column> = {
  status: { header: 'Status', width: 14, Cell: StatusCell },
  name: { header: 'Name', width: 13, Cell: NameCell },
  window: { header: 'Window', width: 19, Cell: WindowCell },
  length: { header: 'Length', width: 7, Cell: LengthCell },
  join_from: { header: 'Starts', width: 9.25, Cell: TimeCell },
  join_until: { header: 'Ends', width: 9.25, Cell: TimeCell },
  quality: { header: 'Quality', width: 5.5, Cell: WordCell },
  layout: { header: 'Layout', width: 11, Cell: WordCell },
  size: { header: 'Size', width: 6, Cell: WordCell },
  created_at: { header: 'Created', width: 9.75, Cell: TimeCell },
  updated_at: { header: 'Updated', width: 9.75, Cell: TimeCell },
  description: { header: 'Description', width: 14, Cell: DescriptionCell },
  record_on_start: { header: 'Recording', width: 7, Cell: SwitchCell },
  enable_chat: { header: 'Chat', width: 5, Cell: SwitchCell },
  enable_room_previews: { header: 'Previews', width: 6, Cell: SwitchCell },
  tone_on_entry_and_exit: { header: 'Tone', width: 5, Cell: SwitchCell },
  user_join_video_off: { header: 'Video off (user)', width: 8, Cell: SwitchCell },
  room_join_video_off: { header: 'Video off (room)', width: 8, Cell: SwitchCell },
  theme: { header: 'Theme', width: 9, Cell: ThemeCell },
  meta: { header: 'Meta', width: 12, Cell: MetaCell },
  id: { header: 'ID', width: 12, Cell: CodeCell },
  session_id: { header: 'Session ID', width: 12, Cell: CodeCell },
};

/** The words above a column. */
export const headerOf = (id: ColumnId): string => COLUMNS[id].header;

/** Shown until somebody chooses otherwise, most telling first. */
export const DEFAULT_COLUMNS: readonly ColumnId[] = [
  'status',
  'name',
  'window',
  'length',
  'record_on_start',
  'size',
];

/** They stay in sight when the table is scrolled sideways, and so stand before all others. */
const PINNED: readonly string[] = ['status', 'name'] satisfies readonly ColumnId[];

/** Columns in the order in which the table can show them. */
export function pinnedFirst(order: readonly ColumnId[]): ColumnId[] {
  return [...order.filter((id) => PINNED.includes(id)), ...order.filter((id) => !PINNED.includes(id))];
}

/** The widths (rem) that a reader has given to columns. */
export type Widths = Readonly<Partial<Record<ColumnId, number>>>;

/** How wide a column is, rem. */
export function widthOf(id: ColumnId, widths: Widths): number {
  return widths[id] ?? COLUMNS[id].width;
}

/** TanStack Table holds the columns, their order, visibility and sort. The server sorts and cuts the list. */
export const features = tableFeatures({
  columnOrderingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
});

const helper = createColumnHelper<typeof features, PageRow>();

/** The columns as TanStack Table takes them. */
export const columns = helper.columns(
  COLUMN_IDS.map((id) => {
    const { header, Cell } = COLUMNS[id];
    return helper.accessor(({ conference }) => readField(id, conference.raw), {
      id,
      header,
      sortDescFirst: false,
      cell: ({ row }) => <Cell {...row.original} column={id} />,
    });
  }),
);

/** How columns are laid out: the tracks of a CSS grid, and where those that are pinned begin. */
export interface Layout {
  readonly tracks: string;
  /** of all columns together, at the least */
  readonly rem: number;
  /** of each pinned column, from the edge of the table */
  readonly pins: Readonly<Record<string, string>>;
  /** how wide those are together */
  readonly pinned: string;
}

/** The columns as they stand in the table: on a phone without the window, which stands under the name there. */
export function toOrder(shown: readonly ColumnId[], narrow: boolean): readonly ColumnId[] {
  const isUnderName = narrow && shown.includes('name');
  return pinnedFirst(isUnderName ? shown.filter((id) => id !== 'window') : shown);
}

/** Whether a table of a width (rem) has room for little more than status and name. */
export function isNarrow(room: number): boolean {
  return room < 30;
}

/**
 * On a phone status and name share the screen, and the window stands under the name; rem. An edge of the next column
 * says that there are more.
 */
function toNarrowWidths(room: number): Widths {
  const status = 9.75;
  return { status, name: Math.max(9, room - status - 1.25) };
}

/** Lays columns out in a width (rem): the name takes what the others leave; without it they share. */
export function toLayout(order: readonly ColumnId[], chosen: Widths, room = Infinity): Layout {
  const widths = isNarrow(room) ? { ...toNarrowWidths(room), ...chosen } : chosen;
  const hasName = order.includes('name');
  const tracks = order.map((id) => {
    const width = widthOf(id, widths);
    if (id === 'name') return `minmax(${width}rem, 1fr)`;
    return hasName ? `${width}rem` : `minmax(${width}rem, ${width}fr)`;
  });
  const pins: Record<string, string> = {};
  let edge = 0;
  for (const id of order.filter((id) => PINNED.includes(id))) {
    pins[id] = `${edge}rem`;
    // A name that has taken more room than its own stands last of the pinned ones.
    edge += widthOf(id, widths);
  }
  const rem = order.reduce((sum, id) => sum + widthOf(id, widths), 0);
  return { tracks: tracks.join(' '), rem, pins, pinned: `${edge}rem` };
}
