import {
  columnOrderingFeature,
  columnSizingFeature,
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
  /** rem that it must have to be of use */
  readonly width: number;
  /** how soon it goes when there is no room: the highest goes first, 0 stays always */
  readonly drop: number;
  readonly Cell: FC<PageRow & { column: ColumnId }>;
}

/** Every column by its id, in the order in which menus offer them. */
const COLUMNS: Record<ColumnId, Column> = {
  status: { header: 'Status', width: 8.5, drop: 0, Cell: StatusCell },
  name: { header: 'Name', width: 13, drop: 0, Cell: NameCell },
  window: { header: 'Window', width: 13, drop: 1, Cell: WindowCell },
  length: { header: 'Length', width: 6, drop: 2, Cell: LengthCell },
  join_from: { header: 'Starts', width: 9.25, drop: 1, Cell: TimeCell },
  join_until: { header: 'Ends', width: 9.25, drop: 2, Cell: TimeCell },
  quality: { header: 'Quality', width: 5.5, drop: 5, Cell: WordCell },
  layout: { header: 'Layout', width: 11, drop: 6, Cell: WordCell },
  size: { header: 'Size', width: 5.5, drop: 4, Cell: WordCell },
  created_at: { header: 'Created', width: 9.75, drop: 7, Cell: TimeCell },
  updated_at: { header: 'Updated', width: 9.75, drop: 8, Cell: TimeCell },
  description: { header: 'Description', width: 14, drop: 12, Cell: DescriptionCell },
  record_on_start: { header: 'Recording', width: 6.5, drop: 9, Cell: SwitchCell },
  enable_chat: { header: 'Chat', width: 5, drop: 10, Cell: SwitchCell },
  enable_room_previews: { header: 'Previews', width: 6, drop: 11, Cell: SwitchCell },
  tone_on_entry_and_exit: { header: 'Tone', width: 5, drop: 13, Cell: SwitchCell },
  user_join_video_off: { header: 'Video off (user)', width: 8, drop: 14, Cell: SwitchCell },
  room_join_video_off: { header: 'Video off (room)', width: 8, drop: 15, Cell: SwitchCell },
  theme: { header: 'Theme', width: 9, drop: 3, Cell: ThemeCell },
  meta: { header: 'Meta', width: 12, drop: 16, Cell: MetaCell },
  id: { header: 'ID', width: 12, drop: 17, Cell: CodeCell },
  session_id: { header: 'Session ID', width: 12, drop: 18, Cell: CodeCell },
};

/** The words above a column. */
export const headerOf = (id: ColumnId): string => COLUMNS[id].header;

/** Shown until somebody chooses otherwise, most telling first. */
export const DEFAULT_COLUMNS: readonly ColumnId[] = [
  'status',
  'name',
  'join_from',
  'join_until',
  'quality',
  'layout',
  'size',
  'created_at',
];

/** TanStack Table holds the columns, their order, visibility, size and sort. The server sorts and cuts the list. */
export const features = tableFeatures({
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
});

/** px; sizes are written in rem, so that they grow with the reader's type. */
const REM = 16;

const helper = createColumnHelper<typeof features, PageRow>();

/** The columns as TanStack Table takes them. */
export const columns = helper.columns(
  COLUMN_IDS.map((id) => {
    const { header, width, Cell } = COLUMNS[id];
    return helper.accessor(({ conference }) => readField(id, conference.raw), {
      id,
      header,
      size: width * REM,
      sortDescFirst: false,
      cell: ({ row }) => <Cell {...row.original} column={id} />,
    });
  }),
);

/** Tracks of a CSS grid for columns with their sizes (px): the name takes what the others leave; without it they share. */
export function toTracks(order: readonly { id: string; size: number }[]): string {
  const hasName = order.some(({ id }) => id === 'name');
  return order
    .map(({ id, size }) => {
      if (id === 'name') return 'minmax(0, 1fr)';
      return hasName ? `${size / REM}rem` : `minmax(0, ${size}fr)`;
    })
    .join(' ');
}

/** The same by ids alone, for the table's shape before its first rows. */
export function toTracksOf(order: readonly ColumnId[]): string {
  return toTracks(order.map((id) => ({ id, size: COLUMNS[id].width * REM })));
}

/** Those of the wanted columns that fit into a width (px at `rem` px a rem), in their order; at least one. */
export function fitColumns(wanted: readonly ColumnId[], width: number, rem: number): ColumnId[] {
  const shown = [...wanted];
  const room = (ids: readonly ColumnId[]) => ids.reduce((sum, id) => sum + COLUMNS[id].width * rem, 0);
  while (shown.length > 1 && room(shown) > width) {
    const least = shown.reduce((a, b) => (COLUMNS[b].drop > COLUMNS[a].drop ? b : a));
    if (COLUMNS[least].drop === 0) break;
    shown.splice(shown.indexOf(least), 1);
  }
  return shown;
}
