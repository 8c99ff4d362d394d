import type { ConferenceRow } from '#contract/conference.ts';
import { DEFAULT_COLOURS, THEME_ROLES, THEMES } from '#contract/values.ts';
import { readFlag, readObject, readText } from '../lib/read.ts';
import type { ColumnId } from './columns.ts';
import { titleOf } from './conference.ts';
import { countOwnColours } from './rowFacts.ts';
import { isStatus } from './status.ts';

/*
 * What the list can be filtered by: one short text for each cell of the table, the same for the cell that is pressed,
 * for the address, and for the rows that are looked through. Rows whose texts are equal are found together.
 */

/** Columns of timestamps: they are filtered by the calendar day in the reader's zone. */
const DATE_COLUMNS = ['join_from', 'join_until', 'created_at', 'updated_at'] as const;

export type DateColumn = (typeof DATE_COLUMNS)[number];

/** Columns whose value is the row's alone, whatever the clock and the zone. */
export type ValueColumn = Exclude<ColumnId, DateColumn | 'status'>;

export function isDateColumn(column: ColumnId): column is DateColumn {
  return DATE_COLUMNS.some((date) => date === column);
}

/** A theme that nobody has touched, as a value. */
export const DEFAULT_THEME = 'default';

/** The longest value: what goes beyond it would make links that no server takes. */
const LONGEST = 200;

/** The value of each column in a row; null for none. */
export const ROW_VALUES: Readonly<Record<ValueColumn, (row: ConferenceRow) => string | null>> = {
  name: ({ id, name, display_name }) =>
    toValue(titleOf({ id, name: readText(name), display_name: readText(display_name) })),
  quality: (row) => toValue(readText(row.quality)),
  layout: (row) => toValue(readText(row.layout)),
  size: (row) => toValue(readText(row.size)),
  record_on_start: (row) => toSwitch(row.record_on_start),
  enable_chat: (row) => toSwitch(row.enable_chat),
  enable_room_previews: (row) => toSwitch(row.enable_room_previews),
  tone_on_entry_and_exit: (row) => toSwitch(row.tone_on_entry_and_exit),
  user_join_video_off: (row) => toSwitch(row.user_join_video_off),
  room_join_video_off: (row) => toSwitch(row.room_join_video_off),
  description: (row) => toValue(readText(row.description)),
  theme: toThemeValue,
  meta: (row) => toValue(Object.keys(readObject(row.meta) ?? {}).join(', ')),
  id: (row) => toValue(row.id),
};

/**
 * A text as a value: no longer than 200 UTF-16 units, and with nothing that an address could not carry. Null for
 * none, and for blank text.
 */
export function toValue(text: string | null): string | null {
  if (text === null || text.trim() === '') return null;
  return text.slice(0, LONGEST).toWellFormed();
}

/** The words of a switch in the address. */
const SWITCH_VALUES = ['yes', 'no'] as const;

const SWITCH_WORDS: readonly string[] = [...SWITCH_VALUES, ''];

const SWITCHES: readonly ColumnId[] = [
  'record_on_start',
  'enable_chat',
  'enable_room_previews',
  'tone_on_entry_and_exit',
  'user_join_video_off',
  'room_join_video_off',
];

/** Whether a cell of a column may ever have a value, "" for none. */
export function isPossible(column: ColumnId, value: string): boolean {
  if (column === 'status') return isStatus(value);
  return !SWITCHES.includes(column) || SWITCH_WORDS.includes(value);
}

function toSwitch(value: unknown): string | null {
  const flag = readFlag(value);
  return flag === null ? null : SWITCH_VALUES[flag ? 0 : 1];
}

/** The ten colours, dark theme first; themes that look alike have one value, inherited colours or not. */
function toThemeValue(row: ConferenceRow): string | null {
  if (!countOwnColours(row)) return DEFAULT_THEME;
  const colours = THEMES.flatMap((theme) =>
    THEME_ROLES.map((role) => (readText(row[`${theme}_${role}`]) ?? DEFAULT_COLOURS[role]).toLowerCase()),
  );
  return toValue(colours.join('-').replaceAll('#', ''));
}
