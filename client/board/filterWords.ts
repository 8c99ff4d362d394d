import { isDateColumn } from '#contract/cellValues.ts';
import { readThemeValue } from '#contract/colour/themeValue.ts';
import type { ColumnId } from '#contract/columns.ts';
import { readDay } from '../lib/day.ts';
import { formatInstant } from '../lib/instant.ts';
import { isStatus } from '../roster/status.ts';
import { STATUS_WORDS } from '../status/statusWords.ts';

/** The value of a filter as people read it: "Tue, 24 Nov 2026" for a day, "none" for no value. */
export function writeFilterValue(column: ColumnId, value: string): string {
  if (value === '') return 'none';
  if (column === 'status' && isStatus(value)) return STATUS_WORDS[value];
  if (column === 'theme') return writeColours(value);
  const day = isDateColumn(column) ? readDay(value) : null;
  return day === null ? value : formatInstant(day, 'UTC', 'datedDay');
}

/** The two primary colours stand for the ten. */
function writeColours(value: string): string {
  const themes = readThemeValue(value);
  return themes === null ? value : `primary ${themes.dark.primary} (dark), ${themes.light.primary} (light)`;
}
