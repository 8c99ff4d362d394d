import { isProblem, type RangeProblem, toProblem } from './problem.ts';
import { WEEKDAYS } from './words.ts';

/** A date as it was typed, once its year is found. */
export interface TypedDate {
  /** `2026-11-24`, which may be no day of any calendar: that is said by who reads it */
  readonly text: string;
  readonly note: string;
}

const DAY = 86_400_000;

/** A date from its numbers, which may be no day of any calendar: `2026-02-31`. */
export function writeDate(year: number, month: number, day: number): string {
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

/** The date as it is, or why it cannot be on the weekday (0 is Monday) that was said with it. */
export function check(date: string, weekday: number | null): TypedDate | RangeProblem {
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
export function findYear(
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
export function findMonth(day: number, today: string, weekday: number): TypedDate | null {
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

/** The last day of the month that begins on a date. */
export function lastOfMonth(first: string): string {
  const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  return new Date(Date.UTC(year, month, 1) - DAY).toISOString().slice(0, 10);
}
