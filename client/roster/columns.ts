/** Every column of the table by its id in the address, and the words above it. */
export const COLUMN_HEADERS = {
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
} as const;

export type ColumnId = keyof typeof COLUMN_HEADERS;

/** Whether a word is the id of a column. */
export function isColumnId(word: string): word is ColumnId {
  return Object.hasOwn(COLUMN_HEADERS, word);
}

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
