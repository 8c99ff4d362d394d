import { isDateColumn, readCellValue, toValue } from '#contract/cellValues.ts';
import { countOwnColours, readTheme } from '#contract/colour/theme.ts';
import type { ColumnId } from '#contract/columns.ts';
import { readInstant, readText } from '#contract/read.ts';
import type { Conference } from '#contract/readConference.ts';
import { titleOf } from '#contract/rowFacts.ts';
import { THEME_ROLES, THEMES } from '#contract/values.ts';
import { toDay } from '../lib/day.ts';
import { formatRelative } from '../lib/duration.ts';
import { formatInstant } from '../lib/instant.ts';
import { toStatusFacts } from '../roster/facts.ts';
import { toStatus } from '../roster/status.ts';
import { STATUS_MEANINGS, STATUS_WORDS } from '../status/statusWords.ts';

/** What a cell holds, for whoever wants more of it than to read it. */
export interface CellValue {
  /** by which rows like it are found; "" for none */
  value: string;
  /** what is copied: as SignalWire sent it; null where there is nothing */
  copied: string | null;
  /** what the cell has no room for; null where it says everything */
  more: string | null;
}

/** The value of a conference in a column at an instant (ms), in an IANA zone. */
export function toCellValue(
  conference: Conference,
  column: ColumnId,
  { zone, now }: { zone: string; now: number },
): CellValue {
  if (column === 'status') {
    const status = toStatus(toStatusFacts(conference), now);
    return { value: status, copied: STATUS_WORDS[status], more: STATUS_MEANINGS[status] };
  }
  if (isDateColumn(column)) {
    const text = conference[column];
    const instant = readInstant(text);
    if (instant === null) return { value: toValue(text) ?? '', copied: text, more: text };
    const more = `${formatInstant(instant, zone, 'precise')} · ${formatRelative(instant, now)}`;
    return { value: toDay(instant, zone), copied: text, more };
  }
  const value = readCellValue(column, conference.raw) ?? '';
  if (column === 'name') return { value, copied: titleOf(conference), more: titleOf(conference) };
  if (column === 'theme') return { value, copied: writeColours(conference), more: null };
  const text = readText(conference.raw[column]);
  const isLong = column === 'description' || column === 'meta' || column === 'id';
  return { value, copied: value === '' ? null : text, more: isLong ? text : null };
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
