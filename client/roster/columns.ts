import type { ColumnId } from '#contract/columns.ts';

/** The words above every column of the table. */
export const COLUMN_HEADERS: Readonly<Record<ColumnId, string>> = {
  status: 'Status',
  name: 'Name',
  join_from: 'Starts',
  join_until: 'Ends',
  quality: 'Quality',
  layout: 'Layout',
  size: 'Size',
  created_at: 'Created',
  updated_at: 'Updated',
  description: 'Description',
  record_on_start: 'Recording',
  enable_chat: 'Chat',
  enable_room_previews: 'Previews',
  tone_on_entry_and_exit: 'Tone',
  user_join_video_off: 'Video off (user)',
  room_join_video_off: 'Video off (room)',
  theme: 'Theme',
  meta: 'Meta',
  id: 'ID',
};

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
