import type { ColumnOf } from '#contract/columns.ts';
import { SIZE_MEMBERS, SIZES } from '#contract/values.ts';

/** The switches of a conference: what each is about, and what it says when on and when off. */
export const SWITCHES = [
  {
    name: 'record_on_start',
    label: 'Recording',
    on: 'Begins by itself with each session',
    off: 'Does not begin by itself',
  },
  {
    name: 'enable_room_previews',
    label: 'Previews',
    on: 'A preview is made while a session runs',
    off: 'No preview is made',
  },
  { name: 'enable_chat', label: 'Chat', on: 'People can write to the group', off: 'No group chat' },
  {
    name: 'tone_on_entry_and_exit',
    label: 'Entry and exit tone',
    on: 'A tone is heard when somebody comes or goes',
    off: 'People come and go without a tone',
  },
  {
    name: 'user_join_video_off',
    label: 'Video off (user)',
    on: 'People join with video off, by the user setting',
    off: 'The user setting leaves video on',
  },
  {
    name: 'room_join_video_off',
    label: 'Video off (room)',
    on: 'People join with video off, by the room setting',
    off: 'The room setting leaves video on',
  },
] as const satisfies readonly { name: ColumnOf<'switch'>; label: string; on: string; off: string }[];

/** A size and what it admits; a size never met stays as it came. */
export function writeSize(size: string): string {
  const known = SIZES.find((name) => name === size);
  return known === undefined ? size : `${size}, up to ${SIZE_MEMBERS[known]} people`;
}
