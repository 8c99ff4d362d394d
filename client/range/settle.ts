import { readEnd, writeEnd } from '#contract/range/end.ts';
import { isProblem } from '#contract/range/problem.ts';
import {
  type FieldProblem,
  MISORDERED,
  type RangeField,
  type RangeSetting,
  resolveEnd,
  resolveRange,
} from '#contract/range/resolve.ts';
import { readWall } from '#contract/range/resolveWall.ts';
import { readTyped } from '#contract/range/typed.ts';
import { isNear } from '#contract/range/typedDate.ts';
import { writeWords } from '#contract/range/words.ts';
import { toDay } from '../lib/day.ts';
import { formatInstant } from '../lib/instant.ts';
import type { TemporalApi } from '../lib/temporal.ts';

type Ends = Readonly<Record<RangeField, string>>;

/** What the fields read and write with: the calendar, the zone, the server's now in ms. */
export interface FieldSetting extends Pick<RangeSetting, 'zone' | 'now'> {
  readonly temporal: TemporalApi;
  /** the browser's language, BCP 47 */
  readonly language: string;
}

/**
 * What was typed, in canonical form, if it is a range that can be asked for; else why not, with the field to say it at:
 * From after To is said where one was typing. Ends that nobody touched are null here, and stay as `kept` has them.
 */
export function settle(
  typed: Readonly<Record<RangeField, string | null>>,
  kept: Ends,
  editing: RangeField,
  setting: FieldSetting,
): Ends | FieldProblem {
  const ends = { ...kept };
  for (const field of ['from', 'to'] as const) {
    const text = typed[field];
    if (text === null) continue;
    const read = readTyped(text, toTyping(field, setting));
    if (isProblem(read)) return { ...read, field };
    ends[field] = writeEnd(read.end);
  }
  const range = resolveRange(setting.temporal, ends, { ...setting, grid: 1 });
  if (!isProblem(range)) return ends;
  return range.problem === MISORDERED ? { ...range, field: editing } : range;
}

function toTyping(field: RangeField, { zone, now, language }: FieldSetting) {
  return { field, today: toDay(now, zone), language };
}

/**
 * An end of the address as its field shows it: "2 hours ago", "25 Nov 14:00". The field reads it back as the same
 * moment. What cannot be read stays as it is, for its author to mend.
 */
export function writeField(text: string, setting: FieldSetting): string {
  const end = readEnd(text);
  if (isProblem(end)) return text;
  const { zone } = setting;
  const today = toDay(setting.now, zone);
  switch (end.kind) {
    case 'open':
      return '';
    case 'relative':
      return writeWords(end.steps);
    case 'date':
      return writeDate(end.date, today);
    case 'wall':
      return `${writeDate(end.wall.slice(0, 10), today)} ${end.wall.slice(11)}`;
    case 'instant':
      return writeInstant(end.instant, today, setting) ?? writeEnd(end);
    case 'unix':
      return writeInstant(end.seconds * 1_000, today, setting) ?? writeEnd(end);
  }
}

/** A date without its year, where that is no other day. */
function writeDate(date: string, today: string): string {
  if (date < '1000') return date;
  const written = formatInstant(Date.parse(date), 'UTC', 'date');
  return isNear(date, today) ? written.slice(0, -5) : written;
}

/** Offsets were whole minutes from here on, in every zone: only those are written in words. */
const WHOLE_MINUTES = Date.parse('1973-01-01T00:00:00Z');

/** Null for an instant that words would not bring back. */
function writeInstant(instant: number, today: string, { temporal, zone }: FieldSetting): string | null {
  if (instant % 1_000 !== 0 || instant < WHOLE_MINUTES) return null;
  const wall = temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDateTime();
  if (readWall(temporal, wall.toString(), zone).length > 1 || wall.second > 0) {
    return formatInstant(instant, zone, 'precise');
  }
  return `${writeDate(wall.toPlainDate().toString(), today)} ${formatInstant(instant, zone, 'clock')}`;
}

/** What a text in a field comes to. */
export interface Reading {
  /** "Wed 25 Nov, 14:00"; "" for an open end, and for what cannot be read */
  readonly words: string;
  /** how a date was read that another country reads otherwise; "" when there is no doubt */
  readonly note: string;
}

/** The reading of a text while it is being typed. */
export function readField(text: string, field: RangeField, setting: FieldSetting): Reading {
  const typed = readTyped(text, toTyping(field, setting));
  if (isProblem(typed)) return { words: '', note: '' };
  const instant = resolveEnd(setting.temporal, writeEnd(typed.end), field, { ...setting, grid: 1 });
  if (instant === null) return { words: '', note: '' };
  if (typeof instant !== 'number') return { words: instant.problem, note: '' };
  return { words: sayInstant(instant, field, setting), note: typed.note };
}

function sayInstant(instant: number, field: RangeField, { zone, now, temporal }: FieldSetting): string {
  const isClose = isNear(toDay(instant, zone), toDay(now, zone));
  if (field === 'to' && formatInstant(instant + 1, zone, 'seconds') === '00:00:00') {
    return `${formatInstant(instant, zone, isClose ? 'day' : 'datedDay')}, to its end`;
  }
  const wall = temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDateTime();
  const isTwice = readWall(temporal, wall.toString(), zone).length > 1;
  if (isTwice || wall.second > 0 || !isClose) return formatInstant(instant, zone, 'precise');
  return formatInstant(instant, zone, 'short');
}
