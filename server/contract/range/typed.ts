import { writeClock } from './clock.ts';
import { type End, readEnd } from './end.ts';
import { isProblem, type RangeProblem, toProblem } from './problem.ts';
import type { RangeField } from './resolve.ts';
import { readWords, WEEKDAYS } from './words.ts';

/** What the reading of a typed text rests on besides its own words. */
export interface Typing {
  readonly field: RangeField;
  /** the calendar day in the chosen zone, `2026-11-24` */
  readonly today: string;
  /** the browser's language, BCP 47 */
  readonly language: string;
}

/** An end as it was typed. */
export interface TypedEnd {
  readonly end: End;
  /** how a date was read that another country reads otherwise; "" when there is no doubt */
  readonly note: string;
}

/**
 * Reads an end as people type it into the field: all that an address may hold, and dates as they are written in English
 * and in the browser's language, with or without weekday, year, time and offset: `24 Nov`, `24.11.2026`, `11/24/2026`,
 * `Wed 25 Nov, 14:00`, `25. November`, `mer. 25 nov. 14:00`, `November 2026`. A date without a year is the one nearest
 * to today. It never throws; the end that it gives back is written with `writeEnd`, for everybody.
 */
export function readTyped(text: string, typing: Typing): TypedEnd | RangeProblem {
  const end = readEnd(text);
  if (!isProblem(end)) return { end, note: '' };
  const tidy = text
    .normalize('NFKC')
    .replace(/[\u200e\u200f\u061c]/g, '')
    .replaceAll('−', '-')
    .replaceAll('’', "'")
    .trim()
    .toLowerCase();
  return readDated(tidy, typing) ?? end;
}

const OFFSET = /\s*\b(?:gmt|utc)(?:([-+])(\d{1,2})(?::?(\d\d))?)?$/;

/** The time in a text, in English, French and German; what is left of the text is the day. */
const TIMES = [
  /(?<![\d.:])(?<h>\d{1,2})(?::(?<m>\d\d)(?::(?<s>\d\d))?)?\s*(?<half>[ap])\.?m\b\.?/,
  /(?<![\d.:])(?<h>\d{1,2}):(?<m>\d\d)(?::(?<s>\d\d))?(?:\s*uhr)?(?![\d:])/,
  /(?<![\d.:])(?<h>\d{1,2})(?:\.(?<m>\d\d))?\s*uhr\b/,
  /(?<![\d.:])(?<h>\d{1,2})\s?h\s?(?<m>\d\d)?(?![\p{L}\d])/u,
];

interface Parts {
  readonly day: string;
  /** `09:00` or `09:00:05`; null for a whole day */
  readonly time: string | null;
  /** `+05:30`, or "" for the chosen zone */
  readonly offset: string;
}

function takeApart(text: string): Parts {
  const zone = OFFSET.exec(text);
  const [, sign = '+', hours = '0', minutes = '00'] = zone ?? [];
  const offset = zone === null ? '' : `${sign}${hours.padStart(2, '0')}:${minutes}`;
  const rest = zone === null ? text : text.slice(0, zone.index);
  for (const pattern of TIMES) {
    const found = pattern.exec(rest);
    if (found === null) continue;
    const { h, m = '0', s = '0', half } = found.groups ?? {};
    const hour = half === undefined ? Number(h) : (Number(h) % 12) + (half === 'p' ? 12 : 0);
    const time = writeClock({ hour, minute: Number(m), second: Number(s) });
    return { day: rest.replace(found[0], ' ').trim(), time, offset };
  }
  return { day: rest, time: null, offset };
}

function readDated(text: string, typing: Typing): TypedEnd | RangeProblem | null {
  const { day, time, offset } = takeApart(text);
  if (offset !== '' && time === null) return null;
  const names = namesIn(typing.language);
  const near = day === '' ? 'today' : names.days.get(day.replace(JOINT, ''));
  if (near !== undefined && offset === '') return readNear(near, time);
  const date = readNumbers(day, names, typing) ?? readNamed(day, names, typing, time === null);
  if (date === null || isProblem(date)) return date;
  const end = readEnd(`${date.text}${time === null ? '' : `T${time}${offset}`}`);
  return isProblem(end) ? end : { end, note: date.note };
}

/** A day that the language has a word for, "morgen" or "lundi", as the same day in English. */
function readNear(day: string, time: string | null): TypedEnd | RangeProblem | null {
  const end = readWords(time === null ? day : `${day} ${time}`);
  return end === null || isProblem(end) ? end : { end, note: '' };
}

interface TypedDate {
  /** `2026-11-24`, which may be no day of any calendar: that is said by who reads it */
  readonly text: string;
  readonly note: string;
}

const NUMBERS = /^(\d{1,4})([./-])\s?(\d{1,2})(?:\2\s?(\d{4}|\d{1,2})?)?$/;

/**
 * A date in numbers. With points the day comes first wherever points are used; with strokes the language decides, unless
 * only one order is a date, and then it is said.
 */
function readNumbers(
  text: string,
  names: Names,
  { today, language }: Typing,
): TypedDate | RangeProblem | null {
  const [weekday, rest] = takeWeekday(text, names);
  const [, first = '', mark = '', second = '', year] = NUMBERS.exec(rest) ?? [];
  if (mark === '') return null;
  if (first.length > 2) {
    if (first.length !== 4 || year === undefined) return null;
    return check(writeDate(Number(first), Number(second), Number(year)), weekday);
  }
  if (year?.length === 1) return null;
  const [a, b] = [Number(first), Number(second)];
  const isOpen = mark !== '.' && a <= 12 && b <= 12 && a !== b;
  const order = orderIn(language);
  if (order.startsWith('year') && year?.length === 2) return toProblem('Write the year with four digits.');
  const dayFirst = mark === '.' || a > 12 || (isOpen && order.indexOf('day') < order.indexOf('month'));
  const [day, month] = dayFirst ? [a, b] : [b, a];
  const date =
    year === undefined
      ? findYear(month, day, today, weekday)
      : check(writeDate(toYear(year), month, day), weekday);
  if (isProblem(date) || !isOpen) return date;
  return {
    ...date,
    note: `Read as ${dayFirst ? 'day/month' : 'month/day'}, as ${languageName(language)} has it.`,
  };
}

/** The name of a language in English: the page speaks English. */
function languageName(language: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
}

const toYear = (text: string) => (text.length === 2 ? 2_000 : 0) + Number(text);

/** A date with the month, or at least the weekday, in letters. */
function readNamed(
  text: string,
  names: Names,
  { today, field }: Typing,
  isWhole: boolean,
): TypedDate | RangeProblem | null {
  const words = text.split(/[\s,./-]+/u).filter((word) => word !== '' && !NOISE.has(word));
  const numbers = words
    .filter((word) => /^\d/.test(word))
    .map((word) => word.replace(/(?<=\d)(?:st|nd|rd|th|er|e|º)$/, ''));
  const letters = words.filter((word) => !/^\d/.test(word));
  const monthAt = letters.findLastIndex((word) => names.months.has(word));
  const month = names.months.get(letters[monthAt] ?? '');
  const [weekdayWord, ...more] = letters.filter((_, index) => index !== monthAt);
  const weekday = weekdayWord === undefined ? null : (names.weekdays.get(weekdayWord) ?? null);
  if (more.length > 0 || (weekdayWord !== undefined && weekday === null)) return null;
  if (numbers.some((number) => !/^(?:\d{1,2}|\d{4})$/.test(number)) || numbers.length > 2) return null;

  const year = numbers.find((number, index) => number.length === 4 || index === 1);
  const day = numbers.find((number) => number !== year);
  if (month === undefined) {
    return weekday === null || day === undefined || year !== undefined
      ? null
      : findMonth(Number(day), today, weekday);
  }
  if (day !== undefined) {
    return year === undefined
      ? findYear(month, Number(day), today, weekday)
      : check(writeDate(toYear(year), month, Number(day)), weekday);
  }
  if (!isWhole || weekday !== null) return null;
  const first =
    year === undefined ? findYear(month, 1, today, null) : check(writeDate(toYear(year), month, 1), null);
  if (isProblem(first) || field === 'from') return first;
  return { ...first, text: lastOfMonth(first.text) };
}

/** Words that say nothing about the day. */
const NOISE = new Set('at on of the um am den der le la à a uhr de del el'.split(' '));

/** What joins a day to its time, once the time is taken away. */
const JOINT = /[\s,]+(?:um|at|à|a)$|[\s,]+$/u;

function takeWeekday(text: string, { weekdays }: Names): [weekday: number | null, rest: string] {
  const day = text.replace(JOINT, '');
  const [, word = '', rest = ''] = /^(\p{L}+)[.,]*\s+(.*)$/u.exec(day) ?? [];
  const weekday = weekdays.get(word);
  return weekday === undefined ? [null, day] : [weekday, rest];
}

const DAY = 86_400_000;

function writeDate(year: number, month: number, day: number): string {
  return [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join(
    '-',
  );
}

/** Where a date begins in UTC, ms; NaN for one that no calendar has. */
function toInstant(date: string): number {
  const instant = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(instant) || !new Date(instant).toISOString().startsWith(date) ? Number.NaN : instant;
}

/** Monday is 0. */
const weekdayOf = (date: string) => (new Date(toInstant(date)).getUTCDay() + 6) % 7;

function check(date: string, weekday: number | null): TypedDate | RangeProblem {
  const isDay = !Number.isNaN(toInstant(date));
  if (isDay && weekday !== null && weekdayOf(date) !== weekday) return toOtherDay(date, weekday);
  return { text: date, note: '' };
}

function toOtherDay(date: string, weekday: number): RangeProblem {
  const nameOf = (place: number) => {
    const name = WEEKDAYS[place] ?? '';
    return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
  };
  return toProblem(`${date} is a ${nameOf(weekdayOf(date))}, not a ${nameOf(weekday)}.`);
}

/** The day of this month, in the year that brings it nearest to today: with its weekday that is said with it. */
function findYear(
  month: number,
  day: number,
  today: string,
  weekday: number | null,
): TypedDate | RangeProblem {
  const year = Number(today.slice(0, 4));
  const near = nearest(
    [0, -1, 1, -2, 2, -3, 3, -4, 4].map((years) => writeDate(year + years, month, day)),
    today,
  );
  const [first] = near;
  if (first === undefined) return check(writeDate(year, month, day), null);
  if (weekday === null) return { text: first, note: '' };
  const fitting = near.slice(0, 3).find((date) => weekdayOf(date) === weekday);
  return fitting === undefined ? toOtherDay(first, weekday) : { text: fitting, note: '' };
}

/** The nearest day of this number that is this weekday: what "Mon 23" on the timeline means. */
function findMonth(day: number, today: string, weekday: number): TypedDate | null {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const dates = Array.from({ length: 25 }, (_, index) => {
    const first = new Date(Date.UTC(year, month - 1 + index - 12, 1)).toISOString();
    return writeDate(Number(first.slice(0, 4)), Number(first.slice(5, 7)), day);
  });
  const [found] = nearest(dates, today).filter((date) => weekdayOf(date) === weekday);
  return found === undefined ? null : { text: found, note: '' };
}

/** Those that a calendar has, the nearest to today first. */
function nearest(dates: readonly string[], today: string): readonly string[] {
  const away = (date: string) => Math.abs(toInstant(date) - toInstant(today));
  return dates.filter((date) => !Number.isNaN(toInstant(date))).sort((a, b) => away(a) - away(b));
}

/** Whether a date may be written without its year: it then reads back as the same. */
export function isNear(date: string, today: string): boolean {
  const found = findYear(Number(date.slice(5, 7)), Number(date.slice(8, 10)), today, null);
  return !isProblem(found) && found.text === date;
}

function lastOfMonth(first: string): string {
  const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  return new Date(Date.UTC(year, month, 1) - DAY).toISOString().slice(0, 10);
}

/** The names of a language and of English, in lower case and without points. */
interface Names {
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
  /** words for a day by what English calls it */
  readonly days: ReadonlyMap<string, string>;
}

const known = new Map<string, Names>();

function namesIn(language: string): Names {
  const before = known.get(language);
  if (before !== undefined) return before;
  const months = new Map<string, number>();
  const weekdays = new Map<string, number>();
  const days = new Map<string, string>();
  // The reader's own words come last: where two languages use one word, it is theirs.
  for (const tongue of ['en', 'en-GB', language]) {
    for (const style of ['long', 'short'] as const) {
      const inDate = new Intl.DateTimeFormat(tongue, { timeZone: 'UTC', day: 'numeric', month: style });
      const alone = new Intl.DateTimeFormat(tongue, { timeZone: 'UTC', month: style });
      const weekday = new Intl.DateTimeFormat(tongue, { timeZone: 'UTC', weekday: style });
      for (let place = 0; place < 12; place++) {
        const instant = Date.UTC(2024, place, 1);
        const part = inDate.formatToParts(instant).find(({ type }) => type === 'month')?.value;
        for (const name of [part ?? '', alone.format(instant)]) months.set(toName(name), place + 1);
      }
      // The first of January 2024 was a Monday.
      WEEKDAYS.forEach((name, place) => {
        const own = toName(weekday.format(Date.UTC(2024, 0, 1 + place)));
        weekdays.set(own, place);
        days.set(own, name);
      });
    }
    const relative = new Intl.RelativeTimeFormat(tongue, { numeric: 'auto' });
    NEAR_DAYS.forEach((name, place) => {
      days.set(toName(relative.format(place - 1, 'day')), name);
    });
  }
  const names = { months, weekdays, days };
  known.set(language, names);
  return names;
}

const NEAR_DAYS = ['yesterday', 'today', 'tomorrow'];

const toName = (text: string) =>
  text.normalize('NFKC').toLowerCase().replaceAll('.', '').replaceAll('’', "'");

/** The order in which a language writes a date in numbers: "month day year". */
function orderIn(language: string): string {
  const format = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'numeric', day: 'numeric' });
  return format
    .formatToParts(0)
    .map(({ type }) => type)
    .filter((type) => type !== 'literal')
    .join(' ');
}
