import { type End, readEnd } from './end.ts';
import { languageName, type Names, namesIn, orderIn } from './names.ts';
import { isProblem, type RangeProblem, toProblem } from './problem.ts';
import type { RangeField } from './resolve.ts';
import { writeTimeOfDay } from './timeOfDay.ts';
import { check, findMonth, findYear, lastOfMonth, type TypedDate, writeDate } from './typedDate.ts';
import { readWords } from './words.ts';

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
    const time = writeTimeOfDay({ hour, minute: Number(m), second: Number(s) });
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
