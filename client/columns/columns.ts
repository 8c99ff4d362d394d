import {
  columnOrderingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  rowPaginationFeature,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import type { ColumnId } from '#contract/columns.ts';
import type { Conference } from '#contract/readConference.ts';
import { COLUMN_HEADERS } from '../roster/columns.ts';

/**
 * TanStack Table owns columns, their order and visibility, sort state and page state. Rows are sorted and
 * cut by the roster: the library's own row models cost 1.5 s and 318 MiB at 100,000 rows.
 */
export const features = tableFeatures({
  columnOrderingFeature,
  columnVisibilityFeature,
  rowPaginationFeature,
  rowSortingFeature,
});

/** A place of the page on screen, and what stands in it. */
export interface PageRow {
  /** counts from 0; it is what stays when another order writes other conferences into the page */
  readonly place: number;
  readonly conference: Conference;
  /** the search text whose matches are marked: it comes to a row out of sight as late as its conference does */
  readonly query: string;
}

const helper = createColumnHelper<typeof features, PageRow>();

/** Every column there is; which are shown, and where, is state. */
export const columns = helper.columns(
  Object.entries(COLUMN_HEADERS).map(([id, header]) =>
    helper.accessor(({ conference }) => conference.raw[id], { id, header, sortDescFirst: false }),
  ),
);

/**
 * How wide a column must be to be of use (rem), and how soon it goes when there is no room: the highest
 * `drop` goes first, 0 stays always.
 */
const COLUMN_ROOM: Record<ColumnId, { width: number; drop: number }> = {
  status: { width: 8.5, drop: 0 },
  name: { width: 13, drop: 0 },
  join_from: { width: 9.25, drop: 1 },
  join_until: { width: 9.25, drop: 2 },
  layout: { width: 11, drop: 6 },
  quality: { width: 5.5, drop: 5 },
  size: { width: 5.5, drop: 4 },
  created_at: { width: 9.75, drop: 7 },
  updated_at: { width: 9.75, drop: 8 },
  theme: { width: 9, drop: 3 },
  description: { width: 14, drop: 12 },
  record_on_start: { width: 6.5, drop: 9 },
  enable_chat: { width: 5, drop: 10 },
  enable_room_previews: { width: 6, drop: 11 },
  tone_on_entry_and_exit: { width: 5, drop: 13 },
  user_join_video_off: { width: 8, drop: 14 },
  room_join_video_off: { width: 8, drop: 15 },
  meta: { width: 12, drop: 16 },
  id: { width: 12, drop: 17 },
};

/** Tracks of a CSS grid for some columns: the name takes what the others leave; without it they share. */
export function toTracks(order: readonly ColumnId[]): string {
  const hasName = order.includes('name');
  const track = (id: ColumnId) => {
    if (id === 'name') return 'minmax(0, 1fr)';
    const { width } = COLUMN_ROOM[id];
    return hasName ? `${width}rem` : `minmax(0, ${width}fr)`;
  };
  return order.map(track).join(' ');
}

/** Those of the wanted columns that fit into a width (px at `rem` px a rem), in their order; at least one. */
export function fitColumns(wanted: readonly ColumnId[], width: number, rem: number): ColumnId[] {
  const shown = [...wanted];
  const room = (ids: readonly ColumnId[]) => ids.reduce((sum, id) => sum + COLUMN_ROOM[id].width * rem, 0);
  while (shown.length > 1 && room(shown) > width) {
    const least = shown.reduce((a, b) => (COLUMN_ROOM[b].drop > COLUMN_ROOM[a].drop ? b : a));
    if (COLUMN_ROOM[least].drop === 0) break;
    shown.splice(shown.indexOf(least), 1);
  }
  return shown;
}
