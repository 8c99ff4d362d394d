import { isDateColumn, readCellValue, toValue, writeKeys } from '#contract/cellValues.ts';
import { countOwnColours, themeFails } from '#contract/colour/theme.ts';
import { COLUMN_IDS, type ColumnId, columnOf, readField } from '#contract/columns.ts';
import type { ConferenceRow } from '#contract/conference.ts';
import { readInstant, readObject, readText } from '#contract/read.ts';
import {
  readLeft,
  readLength,
  readSessionStart,
  readStatusFacts,
  readSwitch,
  readTitle,
} from '#contract/rowFacts.ts';
import { toSearched } from '#contract/search.ts';
import { toNaturalKey } from '#contract/text/natural.ts';

/** A value as SQLite keeps it. */
export type Fact = string | number | null;

/** Sort keys are cut to this many UTF-16 units: what differs later stands in the order in which it came. */
const KEY_LENGTH = 200;

/** At most this much of a row is searched, in UTF-16 units. */
const SEARCHED_LENGTH = 4_096;

export type SortedColumn = Exclude<ColumnId, 'status'>;

/** The columns that are sorted by a key of their own: all but the status, which moves with the clock. */
const SORTED_COLUMNS: readonly SortedColumn[] = COLUMN_IDS.filter(
  (id): id is SortedColumn => id !== 'status',
);

/** Two columns that show one field share its facts. */
function ownerOf(column: SortedColumn): string {
  const [field, ...deeper] = columnOf(column).field ?? [];
  return field === undefined || deeper.length > 0 ? column : field;
}

/** The columns that have facts of their own. */
export const FACT_COLUMNS = SORTED_COLUMNS.filter((column) => ownerOf(column) === column);

/** The name of a column's sort key among the facts, and that of the value it is filtered by. */
export const sortName = (column: SortedColumn) => `sort_${ownerOf(column)}`;
export const valueName = (column: SortedColumn) => `value_${ownerOf(column)}`;

/** The names of the facts that a conference's window lies between. */
export const START = sortName('join_from');
export const END = sortName('join_until');

/** What a row is searched by: folded, see `toSearched`. */
interface SearchedTexts {
  /** name, display name, description and metadata values, a line each */
  words: string;
  /** ids of the conference, its session and its room */
  ids: string;
}

/** What is worked out of a row, once, when it comes: by the names of the columns in the table of facts. */
export interface FactsAndTexts {
  readonly facts: Readonly<Record<string, Fact>>;
  readonly texts: SearchedTexts;
}

/** Reads the facts of a row. It never throws, whatever the row holds. */
export function readFacts(row: ConferenceRow): FactsAndTexts {
  const { live, unclear } = readStatusFacts(row);
  const session = readObject(row.active_session);
  const sessionId = readText(session?.id);
  const roomId = readText(session?.room_id);
  const facts: Record<string, Fact> = {
    live: Number(live),
    unclear: Number(unclear),
    started: live ? readSessionStart(row) : null,
    left_at: readLeft(row),
    room_id: clean(roomId),
    fails: Number(themeFails(row)),
  };
  for (const column of FACT_COLUMNS) {
    facts[sortName(column)] = readSortKey(column, row);
    facts[valueName(column)] = readValue(column, row);
  }
  return { facts, texts: readTexts(row, [sessionId, roomId]) };
}

/** What a column is sorted by; null, which comes last, for nothing. */
function readSortKey(column: SortedColumn, row: ConferenceRow): Fact {
  const { kind, known = [] } = columnOf(column);
  const value = readField(column, row);
  switch (kind) {
    case 'date':
      return readInstant(value);
    case 'switch':
      return readSwitch(value);
    case 'theme':
      return countOwnColours(row);
    case 'id':
      return clean(readText(value));
    case 'title':
      return toKey(readTitle(row));
    case 'length':
      return readLength(row);
    case 'keys':
      return toKey(writeKeys(value));
    case 'word': {
      const word = readText(value);
      const place = known.indexOf(word ?? '');
      // Known words stand in their own order, before all others.
      return place >= 0 ? String.fromCharCode(1 + place) : toKey(word ?? '');
    }
    default:
      return toKey(readText(value) ?? '');
  }
}

/** What a column is filtered by; of dates only what is no date, for days are found by the sort key. */
function readValue(column: SortedColumn, row: ConferenceRow): string | null {
  if (!isDateColumn(column)) return readCellValue(column, row);
  const text = readText(readField(column, row));
  return readInstant(text) === null ? clean(toValue(text)) : null;
}

function toKey(text: string): string | null {
  return clean(toNaturalKey(text).slice(0, KEY_LENGTH)) || null;
}

/** Half a surrogate pair has no place in UTF-8. */
function clean(text: string | null): string | null {
  return text?.toWellFormed() ?? null;
}

function readTexts(row: ConferenceRow, sessionIds: readonly (string | null)[]): SearchedTexts {
  const words = [row.name, row.display_name, row.description].map((value) => readText(value) ?? '');
  const meta = collectValues(readObject(row.meta));
  return {
    words: joinLines([...words, ...meta]),
    ids: joinLines([row.id, ...sessionIds.filter((id) => id !== null)]),
  };
}

function joinLines(texts: readonly string[]): string {
  const lines = texts.map((text) => toSearched(text.slice(0, SEARCHED_LENGTH)));
  return lines.filter(Boolean).join('\n').slice(0, SEARCHED_LENGTH);
}

/** Metadata is anybody's: so many values of it are searched, and no deeper than this. */
const MOST_VALUES = 200;
const DEEPEST = 8;

/** The values in metadata, not their keys. */
function collectValues(meta: unknown): string[] {
  const found: string[] = [];
  const collect = (value: unknown, depth: number) => {
    if (found.length >= MOST_VALUES || depth > DEEPEST || value === null) return;
    if (typeof value === 'object') for (const inner of Object.values(value)) collect(inner, depth + 1);
    else found.push(String(value));
  };
  collect(meta, 0);
  return found;
}
