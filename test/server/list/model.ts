import { Temporal } from 'temporal-polyfill/implementation';
import { type DateColumn, readCellValue, toValue } from '#contract/cellValues.ts';
import { countOwnColours, themeFails } from '#contract/colour/theme.ts';
import { type ColumnId, columnOf, isColumnId, readField } from '#contract/columns.ts';
import type { ConferenceRow } from '#contract/conference.ts';
import { readInstant, readObject, readText } from '#contract/read.ts';
import { readConference } from '#contract/readConference.ts';
import { readLength, readSessionStart, readStatusFacts, readSwitch, readTitle } from '#contract/rowFacts.ts';
import { readSearch, toSearched } from '#contract/search.ts';
import { toStatus } from '#contract/status.ts';
import { toNaturalKey } from '#contract/text/natural.ts';
import type { View } from '#contract/view/view.ts';

/*
 * The list as a plain array: too simple to be wrong, too slow for anybody. Rows stand in the order in which they came.
 */

export interface ModelRow {
  readonly row: ConferenceRow;
  /** the revision it came in, as the test counts */
  readonly born: number;
}

const MINUTE = 60_000;

/** Whether the rows of a question are these: in its order, before it is cut into pages. */
export function answer(rows: readonly ModelRow[], question: View, now: number): ConferenceRow[] {
  const left = rows.map(({ row }) => row).filter((row) => passes(row, question, now));
  return sortRows(left, question, now);
}

/** Whether a row passes a question, but for some of its parts. */
export function passes(
  row: ConferenceRow,
  question: View,
  now: number,
  except: readonly (ColumnId | 'range')[] = [],
): boolean {
  const { has, lacks } = readSearch(question.q);
  if (!has.every((term) => holds(row, term)) || lacks.some((term) => holds(row, term))) return false;
  for (const [column, facet] of Object.entries(question.filters)) {
    if (!isColumnId(column) || except.includes(column)) continue;
    const value = cellOf(row, column, question.tz, now);
    const isOneOf = (values: readonly string[]) =>
      values.includes(value) || (column === 'status' && values.includes('soon') && isSoon(row, now));
    if (facet.include.length > 0 && !isOneOf(facet.include)) return false;
    if (isOneOf(facet.exclude)) return false;
  }
  if (question.theme === 'fails' && !themeFails(readConference(row))) return false;
  const session = readObject(row.active_session);
  const ids = [readText(session?.id), readText(session?.room_id)];
  if (question.session !== null && !ids.includes(question.session)) return false;
  return except.includes('range') || isInRange(row, question, now);
}

export const isUndated = ({ join_from, join_until }: ConferenceRow) =>
  readInstant(join_from) === null && readInstant(join_until) === null;

function isSoon(row: ConferenceRow, now: number): boolean {
  const { joinFrom } = readStatusFacts(row);
  const opensIn = (joinFrom ?? 0) - now;
  return toStatus(readStatusFacts(row), now) === 'scheduled' && opensIn <= 60 * MINUTE;
}

function isInRange(row: ConferenceRow, { from, to, match, undated }: View, now: number): boolean {
  if (from === '' && to === '') return true;
  if (undated && isUndated(row)) return true;
  const [start, end] = [readInstant(row.join_from), readInstant(row.join_until)];
  const first = from === '' ? -Infinity : Date.parse(from);
  const last = to === '' ? Infinity : Date.parse(to);
  switch (match) {
    case 'inside':
      return (
        (from === '' || (start !== null && start >= first)) && (to === '' || (end !== null && end <= last))
      );
    case 'starts':
      if (start === null) return false;
      return first === last ? start === first : start >= first && start < last;
    case 'overlaps': {
      const opens = start ?? -Infinity;
      const closes = end ?? Infinity;
      const touches = first === last ? opens <= first && first < closes : opens < last && first < closes;
      if (!isUndated(row) && touches) return true;
      return readStatusFacts(row).live && (readSessionStart(row) ?? now) <= last && first <= now;
    }
  }
}

function holds(row: ConferenceRow, term: string): boolean {
  const meta: string[] = [];
  const collect = (value: unknown) => {
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
    else if (value !== null) meta.push(String(value));
  };
  collect(readObject(row.meta));
  const words = [row.name, row.display_name, row.description].map((value) => readText(value) ?? '');
  const session = readObject(row.active_session);
  const ids = [row.id, readText(session?.id) ?? '', readText(session?.room_id) ?? ''];
  const searched = Array.from(term).length >= 4 ? [...words, ...meta, ...ids] : [...words, ...meta];
  return searched.some((text) => toSearched(text).includes(term));
}

export function cellOf(row: ConferenceRow, column: ColumnId, zone: string, now: number): string {
  if (column === 'status') return toStatus(readStatusFacts(row), now);
  if (!isDate(column)) return readCellValue(column, row) ?? '';
  const instant = readInstant(readField(column, row));
  if (instant === null) return toValue(readText(readField(column, row))) ?? '';
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

function isDate(column: ColumnId): column is DateColumn {
  return columnOf(column).kind === 'date';
}

/** The order of urgency, as it is written down for the people at the board. */
function urgencyOf(row: ConferenceRow, now: number): [rank: number, at: number] {
  const facts = readStatusFacts(row);
  const started = readSessionStart(row);
  switch (toStatus(facts, now)) {
    case 'overrunning':
      return [0, facts.joinUntil ?? 0];
    case 'open': {
      const { start_time, end_time } = readObject(row.active_session) ?? {};
      const [start, end] = [readInstant(start_time), readInstant(end_time)];
      const hasLeft = end !== null && end > 0 && end >= (start ?? end) && end > (facts.joinFrom ?? 0);
      const since = hasLeft ? end : (facts.joinFrom ?? Infinity);
      return now - since >= 10 * MINUTE ? [1, since] : [3, since];
    }
    case 'live':
      return [2, started ?? Infinity];
    case 'scheduled': {
      const opens = facts.joinFrom ?? 0;
      return [opens - now <= 60 * MINUTE ? 4 : 5, opens];
    }
    case 'unclear':
      return [6, facts.joinFrom ?? Infinity];
    case 'always-open':
      return [7, facts.joinFrom ?? Infinity];
    case 'ended':
      return [8, -(facts.joinUntil ?? 0)];
  }
}

function sortRows(rows: readonly ConferenceRow[], { sort }: View, now: number): ConferenceRow[] {
  const { column, descending } = sort ?? { column: 'status' as const, descending: false };
  const turn = descending ? -1 : 1;
  const order = rows.map((row, place) => ({ row, place }));
  order.sort((a, b) => {
    const ties = turn * (a.place - b.place);
    if (column === 'status') {
      const [x, y] = [urgencyOf(a.row, now), urgencyOf(b.row, now)];
      // Two that are open for ever are equal, though their difference is no number.
      const at = x[1] === y[1] ? 0 : x[1] - y[1];
      return turn * (x[0] - y[0]) || turn * at || ties;
    }
    const [x, y] = [keyOf(a.row, column), keyOf(b.row, column)];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || ties;
    return turn * compare(x, y) || ties;
  });
  return order.map(({ row }) => row);
}

function keyOf(row: ConferenceRow, column: Exclude<ColumnId, 'status'>): string | number | null {
  const { kind, known = [] } = columnOf(column);
  const value = readField(column, row);
  const text = readText(value) ?? '';
  const natural = (words: string) => toNaturalKey(words).slice(0, 200).toWellFormed() || null;
  switch (kind) {
    case 'date':
      return readInstant(value);
    case 'switch':
      return readSwitch(value);
    case 'theme':
      return countOwnColours(row);
    case 'id':
      return readText(value)?.toWellFormed() ?? null;
    case 'title':
      return natural(readTitle(row));
    case 'length':
      return readLength(row);
    case 'keys':
      return natural(Object.keys(readObject(value) ?? {}).join(', '));
    case 'word':
      return known.includes(text) ? String.fromCharCode(1 + known.indexOf(text)) : natural(text);
    default:
      return natural(text);
  }
}

/** By code point, as SQLite compares UTF-8; JavaScript's own `<` goes by units of UTF-16. */
function compare(x: string | number, y: string | number): number {
  if (typeof x === 'number' && typeof y === 'number') return x - y;
  return Buffer.compare(Buffer.from(String(x)), Buffer.from(String(y)));
}
