import { writeThemeValue } from './colour/themeValue.ts';
import { type ColumnId, type ColumnOf, columnOf, readField } from './columns.ts';
import type { ConferenceRow } from './conference.ts';
import { readFlag, readObject, readText } from './read.ts';
import { readLength, readTitle } from './rowFacts.ts';
import { isStatusFilter } from './status.ts';

/*
 * What the list can be filtered by: one short text for each cell of the table, the same for the cell that is pressed,
 * for the address, and for the rows that are looked through. Rows whose texts are equal are found together.
 */

/** Columns of timestamps: they are filtered by the calendar day in the reader's zone. */
export type DateColumn = ColumnOf<'date'>;

/** Columns whose value is the row's alone, whatever the clock and the zone. */
export type ValueColumn = Exclude<ColumnId, DateColumn | 'status'>;

export function isDateColumn(column: ColumnId): column is DateColumn {
  return columnOf(column).kind === 'date';
}

const MINUTE = 60_000;

/** The longest value: what goes beyond it would make links that no server takes. */
const LONGEST = 200;

/** The value of a column in a row; null for none. */
export function readCellValue(column: ValueColumn, row: ConferenceRow): string | null {
  switch (columnOf(column).kind) {
    case 'title':
      return toValue(readTitle(row));
    case 'switch':
      return toSwitch(readField(column, row));
    case 'theme':
      return writeThemeValue(row);
    case 'length': {
      const length = readLength(row);
      return length === null ? null : String(Math.round(length / MINUTE));
    }
    case 'keys':
      return toValue(writeKeys(readField(column, row)));
    default:
      return toValue(readText(readField(column, row)));
  }
}

/** The names of the keys of an object, as its cell shows them; "" when it is none. */
export function writeKeys(value: unknown): string {
  return Object.keys(readObject(value) ?? {}).join(', ');
}

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

/** Whether a cell of a column may ever have a value, "" for none. */
export function isPossible(column: ColumnId, value: string): boolean {
  if (column === 'status') return isStatusFilter(value);
  return columnOf(column).kind !== 'switch' || SWITCH_WORDS.includes(value);
}

function toSwitch(value: unknown): string | null {
  const flag = readFlag(value);
  return flag === null ? null : SWITCH_VALUES[flag ? 0 : 1];
}
