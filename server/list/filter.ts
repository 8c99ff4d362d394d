import { type DateColumn, isDateColumn } from '#contract/cellValues.ts';
import { type ColumnId, columnOf, isColumnId } from '#contract/columns.ts';
import { ID_LETTERS, readSearch } from '#contract/search.ts';
import { EVER, isStatusFilter, NEVER, ranksOf } from '#contract/status.ts';
import type { Facet } from '#contract/view/parameters.ts';
import type { View } from '#contract/view/view.ts';
import { END, type SortedColumn, START, sortName, valueName } from './facts.ts';
import { allOf, anyOf, isOneOf, not, type Sql, sql } from './sql.ts';

/** Two instants in ms; null for an open end. Each way to match decides whether the ends belong to it. */
interface Span {
  readonly from: number | null;
  readonly until: number | null;
}

/** What the words of a question come to at a moment, in its zone. */
export interface Resolved {
  /** the moment itself, ms */
  readonly now: number;
  readonly range: Span;
  /** a calendar day, its first and its last ms; null for a text that is no day */
  dayOf(text: string): { readonly from: number; readonly until: number } | null;
}

/** The tables that a filter can be asked of: what is there, or what went. */
export type Source = 'facts' | 'gone';

/** The parts of a filter by what they belong to; a facet leaves out its own, the strip that of the status. */
export type FilterPart = ColumnId | 'q' | 'range' | 'fails' | 'session';

export type Filter = ReadonlyMap<FilterPart, Sql>;

/** The conditions of a question, over the columns of a source. */
export function toFilter(question: View, resolved: Resolved, source: Source): Filter {
  const parts = new Map<FilterPart, Sql>();
  const { has, lacks } = readSearch(question.q);
  if (has.length + lacks.length > 0) {
    const find = source === 'facts' ? findInSearch : findInGone;
    parts.set(
      'q',
      allOf([...(has.length > 0 ? [find(has)] : []), ...lacks.map((term) => not(find([term])))]),
    );
  }
  for (const [column, facet] of Object.entries(question.filters))
    if (isColumnId(column)) parts.set(column, filterColumn(column, facet, resolved));
  const { range } = resolved;
  if (range.from !== null || range.until !== null)
    parts.set('range', filterRange(question, range, resolved.now));
  if (question.theme === 'fails') parts.set('fails', sql('fails = 1'));
  if (question.session !== null)
    parts.set(
      'session',
      sql(`(${sortName('session_id')} = ? OR room_id = ?)`, question.session, question.session),
    );
  return parts;
}

/** All conditions, but for some parts. */
export function without(filter: Filter, ...left: readonly FilterPart[]): Sql {
  return allOf([...filter].filter(([part]) => !left.includes(part)).map(([, condition]) => condition));
}

/** The conferences without any date. */
export const UNDATED = sql(`(${START} IS NULL AND ${END} IS NULL)`);

/** Groups of three letters are what `search` knows; shorter terms are looked for in the texts themselves. */
const LEAST_LETTERS = 3;

function findInSearch(terms: readonly string[]): Sql {
  const lettersOf = (term: string) => Array.from(term).length;
  const long = terms.filter((term) => lettersOf(term) >= LEAST_LETTERS);
  const short = terms.filter((term) => lettersOf(term) < LEAST_LETTERS);
  // In the language of FTS5 a text in quotes is only ever a text.
  const phrase = (term: string) =>
    `(${lettersOf(term) < ID_LETTERS ? '{words} : ' : ''}"${term.replaceAll('"', '""')}")`;
  if (long.length === 0) return findInWords(short);
  return allOf([
    sql('key IN (SELECT rowid FROM search WHERE search MATCH ?)', long.map(phrase).join(' AND ')),
    // Asked row by row, of what the long ones found.
    ...short.map((term) =>
      sql('instr((SELECT words.words FROM words WHERE words.key = facts.key), ?) > 0', term),
    ),
  ]);
}

/**
 * Reads all texts once and remembers the keys: half of the time that a look from row to text takes. The plus has SQLite
 * go through the rows in their order, for most rows have any one letter.
 */
function findInWords(terms: readonly string[]): Sql {
  const found = allOf(terms.map((term) => sql('instr(words, ?) > 0', term)));
  return { text: `+key IN (SELECT key FROM words WHERE ${found.text})`, values: found.values };
}

function findInGone(terms: readonly string[]): Sql {
  return allOf(
    terms.map((term) =>
      Array.from(term).length < ID_LETTERS
        ? sql('instr(words, ?) > 0', term)
        : sql('(instr(words, ?) > 0 OR instr(ids, ?) > 0)', term, term),
    ),
  );
}

function filterColumn(column: ColumnId, facet: Facet, resolved: Resolved): Sql {
  const match = (values: readonly string[]) => matchValues(column, values, resolved);
  const { include, exclude } = facet;
  return allOf([
    ...(include.length > 0 ? [match(include)] : []),
    ...(exclude.length > 0 ? [not(match(exclude))] : []),
  ]);
}

function matchValues(column: ColumnId, values: readonly string[], resolved: Resolved): Sql {
  if (column === 'status') return isOneOf('rank', values.filter(isStatusFilter).flatMap(ranksOf));
  if (isDateColumn(column)) return anyOf(values.map((value) => matchDay(column, value, resolved)));
  if (columnOf(column).kind === 'switch') return anyOf(values.map((value) => matchSwitch(column, value)));
  const name = valueName(column);
  const texts = values.filter(Boolean);
  return anyOf([
    ...(texts.length > 0 ? [isOneOf(name, texts)] : []),
    ...(values.includes('') ? [sql(`${name} IS NULL`)] : []),
  ]);
}

/** A text that is no date may look like a day all the same: both are found by it. */
function matchDay(column: DateColumn, value: string, { dayOf }: Resolved): Sql {
  const isText = value === '' ? sql(`${valueName(column)} IS NULL`) : sql(`${valueName(column)} = ?`, value);
  const isUnread = allOf([sql(`${sortName(column)} IS NULL`), isText]);
  const day = dayOf(value);
  return day === null
    ? isUnread
    : anyOf([sql(`${sortName(column)} BETWEEN ? AND ?`, day.from, day.until), isUnread]);
}

/** The plus keeps SQLite from its index: half of the list has the value, and would have to be sorted. */
function matchSwitch(column: SortedColumn, value: string): Sql {
  if (value === '') return sql(`+${sortName(column)} IS NULL`);
  return sql(`+${sortName(column)} = ?`, value === 'yes' ? 1 : 0);
}

/** What a range leaves at a moment (ms). */
export function filterRange(
  { match, undated }: Pick<View, 'match' | 'undated'>,
  span: Span,
  now: number,
): Sql {
  const inRange = MATCHERS[match](span, now);
  // Nothing can be said of what has no dates, but that somebody is in it now.
  return undated ? anyOf([inRange, UNDATED]) : inRange;
}

type Matcher = (span: Span, now: number) => Sql;

const MATCHERS: Readonly<Record<View['match'], Matcher>> = {
  overlaps: touches,
  // As SignalWire's `starts_after` and `ends_before`: both ends belong to the range.
  inside: ({ from, until }) =>
    allOf([
      ...(from === null ? [] : [sql(`${START} >= ?`, from)]),
      ...(until === null ? [] : [sql(`${END} <= ?`, until)]),
    ]),
  starts: (span) => allOf([sql(`${START} IS NOT NULL`), ...bounds(span, START, START)]),
};

/**
 * Windows are half open, and so are ranges: what ends as a range begins does not touch it. An end that is not there
 * reaches to infinity. A running session counts from its start to now, now included.
 */
function touches(span: Span, now: number): Sql {
  const { from, until } = span;
  const window = allOf([
    not(UNDATED),
    ...bounds(span, `coalesce(${START}, ${EVER})`, `coalesce(${END}, ${NEVER})`),
  ]);
  const running = allOf([
    sql('live = 1'),
    ...(until === null ? [] : [sql('coalesce(started, ?) <= ?', now, until)]),
    ...(from === null ? [] : [sql('? >= ?', now, from)]),
  ]);
  return anyOf([window, running]);
}

/** Whether what goes from a start to an end, which does not belong to it, has a moment in a range. */
function bounds({ from, until }: Span, start: string, end: string): Sql[] {
  const isMoment = from !== null && from === until;
  // What only starts has no length: it lies in the range that it starts in.
  const isPoint = start === end;
  return [
    ...(until === null ? [] : [sql(`${start} ${isMoment ? '<=' : '<'} ?`, until)]),
    ...(from === null ? [] : [sql(`${end} ${isPoint ? '>=' : '>'} ?`, from)]),
  ];
}
