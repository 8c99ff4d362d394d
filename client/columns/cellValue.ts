import { isDateColumn, readCellValue, toValue } from '#contract/cellValues.ts';
import { countOwnColours, readTheme } from '#contract/colour/theme.ts';
import { readThemeValue } from '#contract/colour/themeValue.ts';
import { type ColumnId, readField } from '#contract/columns.ts';
import { readInstant, readText } from '#contract/read.ts';
import type { Conference } from '#contract/readConference.ts';
import { readLength, readStatusFacts, titleOf } from '#contract/rowFacts.ts';
import { isStatusFilter, toStatus } from '#contract/status.ts';
import { THEME_ROLES, THEMES } from '#contract/values.ts';
import { readDay, toDay } from '../lib/day.ts';
import { formatDuration, formatRelative } from '../lib/duration.ts';
import { formatInstant } from '../lib/instant.ts';
import { describeOld, type Old } from '../status/statusNow.ts';
import { STATUS_FILTER_WORDS, STATUS_MEANINGS, STATUS_WORDS } from '../status/statusWords.ts';

/** What a cell holds, for whoever wants more of it than to read it. */
export interface CellValue {
  /** by which rows like it are found; "" for none */
  value: string;
  /** what is copied: as SignalWire sent it, or in words where the column is ours; null where there is nothing */
  copied: string | null;
  /** what the cell has no room for; null where it says everything */
  more: string | null;
}

/** The value of a conference in a column at an instant (ms), in an IANA zone; a status also by whether it is old. */
export function toCellValue(
  conference: Conference,
  column: ColumnId,
  { zone, now, old }: { zone: string; now: number; old: Old | null },
): CellValue {
  if (column === 'status') {
    const facts = readStatusFacts(conference.raw);
    const was = old === null ? null : describeOld(facts, old, now);
    if (was !== null) return { value: was.status, copied: `${was.word} ${was.detail}`, more: null };
    const status = toStatus(facts, now);
    return { value: status, copied: STATUS_WORDS[status], more: STATUS_MEANINGS[status] };
  }
  if (isDateColumn(column)) {
    const text = readText(readField(column, conference.raw));
    const instant = readInstant(text);
    if (instant === null) return { value: toValue(text) ?? '', copied: text, more: text };
    const more = `${formatInstant(instant, zone, 'precise')} · ${formatRelative(instant, now)}`;
    return { value: toDay(instant, zone), copied: text, more };
  }
  const value = readCellValue(column, conference.raw) ?? '';
  if (column === 'name') return { value, copied: titleOf(conference), more: titleOf(conference) };
  if (column === 'theme') return { value, copied: writeColours(conference), more: null };
  if (column === 'length') {
    const length = readLength(conference.raw);
    return { value, copied: length === null ? null : formatDuration(length), more: null };
  }
  const text = readText(readField(column, conference.raw));
  return { value, copied: value === '' ? null : text, more: text };
}

/** The ten colours, dark theme first, as they came; null where nobody chose any. */
function writeColours(conference: Conference): string | null {
  if (!countOwnColours(conference)) return null;
  const colours = THEMES.flatMap((theme) => {
    const of = readTheme(conference, theme);
    return THEME_ROLES.map((role) => of[role].text ?? of[role].hex);
  });
  return colours.join(' ');
}

/** The value of a filter as people read it: "Tue, 24 Nov 2026" for a day, "none" for no value, and the word in quotes. */
export function writeFilterValue(column: ColumnId, value: string): string {
  if (value === '') return 'none';
  if (value === 'none') return '“none”';
  if (column === 'status' && isStatusFilter(value)) return STATUS_FILTER_WORDS[value];
  if (column === 'theme') return writePrimaries(value);
  const day = isDateColumn(column) ? readDay(value) : null;
  return day === null ? value : formatInstant(day, 'UTC', 'datedDay');
}

/** The two primary colours stand for the ten. */
function writePrimaries(value: string): string {
  const themes = readThemeValue(value);
  return themes === null ? value : `primary ${themes.dark.primary} (dark), ${themes.light.primary} (light)`;
}
