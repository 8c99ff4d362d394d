import { readObject } from './read.ts';
import { SIZES } from './values.ts';

/**
 * What a column holds, and so how the list is sorted and filtered by it:
 * - `status`: derived from the clock, sorted by urgency
 * - `title`: what people call the conference
 * - `date`: an instant, filtered by its calendar day in the reader's zone
 * - `word`: one of an open set of words, the `known` ones first and in their own order
 * - `switch`: on or off
 * - `text`: free text
 * - `theme`: the ten colours, sorted by how many are somebody's own choice
 * - `keys`: an object, of which only the names of its keys count
 * - `id`: sorted letter by letter
 * - `length`: how long the window is, filtered by whole minutes
 */
interface Column {
  readonly kind:
    | 'status'
    | 'title'
    | 'date'
    | 'word'
    | 'switch'
    | 'text'
    | 'theme'
    | 'keys'
    | 'id'
    | 'length';
  /** the parameter of the address that filters it, where it is not the column's own id */
  readonly parameter?: string;
  readonly known?: readonly string[];
  /** where its value stands in a row, key by key, where that is not the column's own id; null where it is worked out of several */
  readonly field?: readonly string[] | null;
}

/** Every column by its id, which is also the name of its field in a row, where it has one and no other is given. */
const COLUMNS = {
  status: { kind: 'status', field: null },
  name: { kind: 'title' },
  // Both ends in one cell, sorted and filtered by the first.
  window: { kind: 'date', field: ['join_from'] },
  length: { kind: 'length', field: null },
  join_from: { kind: 'date' },
  join_until: { kind: 'date' },
  quality: { kind: 'word' },
  layout: { kind: 'word' },
  size: { kind: 'word', known: SIZES },
  created_at: { kind: 'date' },
  updated_at: { kind: 'date' },
  description: { kind: 'text' },
  record_on_start: { kind: 'switch' },
  enable_chat: { kind: 'switch' },
  enable_room_previews: { kind: 'switch' },
  tone_on_entry_and_exit: { kind: 'switch' },
  user_join_video_off: { kind: 'switch' },
  room_join_video_off: { kind: 'switch' },
  // `theme` is the parameter that says whether a theme passes.
  theme: { kind: 'theme', parameter: 'colours', field: null },
  meta: { kind: 'keys' },
  id: { kind: 'id' },
  session_id: { kind: 'id', field: ['active_session', 'id'] },
} as const satisfies Record<string, Column>;

export type ColumnId = keyof typeof COLUMNS;

/** The columns of one kind. */
export type ColumnOf<Kind extends Column['kind']> = {
  [Id in ColumnId]: (typeof COLUMNS)[Id]['kind'] extends Kind ? Id : never;
}[ColumnId];

/** Whether a word is the id of a column. */
export function isColumnId(word: string): word is ColumnId {
  return Object.hasOwn(COLUMNS, word);
}

export const COLUMN_IDS: readonly ColumnId[] = Object.keys(COLUMNS).filter(isColumnId);

/** The entry of a column, in its general type. */
export function columnOf(id: ColumnId): Column {
  return COLUMNS[id];
}

/** What stands in a row for a column, as it was sent; undefined where nothing does, and for a column worked out of several fields. */
export function readField(id: ColumnId, row: Readonly<Record<string, unknown>>): unknown {
  const { field = [id] } = columnOf(id);
  return field?.reduce<unknown>((value, key) => readObject(value)?.[key], row);
}
