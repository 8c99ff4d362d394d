import { type RangeProblem, toProblem, toUnread } from './problem.ts';

/** An end that stands still. */
export type AbsoluteEnd =
  /** RFC 3339: ms since the epoch, and the offset it was written with, in minutes east of UTC */
  | { readonly kind: 'instant'; readonly instant: number; readonly offset: number }
  /** Unix time in whole seconds */
  | { readonly kind: 'unix'; readonly seconds: number }
  /** a whole day in the chosen zone, `2026-11-23` */
  | { readonly kind: 'date'; readonly date: string }
  /** what the clocks of the chosen zone show, `2026-11-23T14:00` or `2026-11-23T14:00:30` */
  | { readonly kind: 'wall'; readonly wall: string };

const MINUTE = 60_000;

/** A date, a time of day, and an offset from UTC whose plus an address may have turned into a space. */
const WRITTEN =
  /^(\d{4}-\d\d-\d\d)(?:[Tt ]+(\d\d:\d\d)(?::(\d\d)(\.\d+)?)?\s*(?:([Zz])|([-+]?)(\d\d:\d\d))?)?$/;

/** Reads Unix seconds, RFC 3339, and dates and times of the chosen zone. The text begins with a digit. */
export function readAbsolute(text: string): AbsoluteEnd | RangeProblem {
  if (/^\d+$/.test(text)) return readUnix(text);
  const parts = WRITTEN.exec(text.replaceAll('−', '-'));
  if (parts === null) {
    return toUnread(text);
  }
  const [, date = '', clock, seconds = '00', fraction = '', utc, sign, offset] = parts;
  const wrongDate = checkDate(date);
  if (wrongDate !== null) return wrongDate;
  if (clock === undefined) return { kind: 'date', date };
  if (clock > '23:59' || clock.slice(3) > '59' || seconds > '59') {
    return toProblem(`There is no time ${clock}${seconds === '00' ? '' : `:${seconds}`}.`);
  }
  if (utc === undefined && offset === undefined) {
    return { kind: 'wall', wall: `${date}T${clock}${seconds === '00' ? '' : `:${seconds}`}` };
  }
  const thousandths = (fraction || '.').padEnd(4, '0').slice(0, 4);
  return readInstant(`${date}T${clock}:${seconds}${thousandths}Z`, sign === '-' ? -1 : 1, offset ?? '00:00');
}

/** Writes an absolute end in its canonical form. */
export function writeAbsolute(end: AbsoluteEnd): string {
  if (end.kind === 'date') return end.date;
  if (end.kind === 'wall') return end.wall;
  if (end.kind === 'unix') return String(end.seconds);
  const wall = new Date(end.instant + end.offset * MINUTE)
    .toISOString()
    .replace('.000Z', '')
    .replace('Z', '');
  return `${wall}${writeOffset(end.offset)}`;
}

/** Nine digits to eleven: from 1973 to 5138. Fewer are a year or a date, more are milliseconds. */
function readUnix(text: string): AbsoluteEnd | RangeProblem {
  const seconds = Number(text);
  if (seconds >= 1e11) {
    return toProblem(`That looks like milliseconds. Unix time is in seconds here: ${text.slice(0, -3)}.`);
  }
  if (seconds >= 1e8) return { kind: 'unix', seconds };
  if (text.length !== 8) return toProblem(`“${text}” is too short for Unix seconds. A date is 2026-11-23.`);
  const date = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  return toProblem(`Write a date with dashes: ${date}.`);
}

function readInstant(wall: string, sign: number, offset: string): AbsoluteEnd | RangeProblem {
  if (offset > '23:59' || offset.slice(3) > '59') return toProblem(`There is no offset ${offset} from UTC.`);
  const minutes = sign * (Number(offset.slice(0, 2)) * 60 + Number(offset.slice(3))) || 0;
  return { kind: 'instant', instant: Date.parse(wall) - minutes * MINUTE, offset: minutes };
}

function writeOffset(minutes: number): string {
  if (minutes === 0) return 'Z';
  const clock = new Date(Math.abs(minutes) * MINUTE).toISOString().slice(11, 16);
  return `${minutes < 0 ? '-' : '+'}${clock}`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** A date that no calendar has, in words; null for a real one. */
function checkDate(date: string): RangeProblem | null {
  const [year = '', month = '', day = ''] = date.split('-');
  if (year === '0000') return toProblem('There is no year 0.');
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return toProblem(`There is no month ${month}.`);
  const instant = Date.parse(`${date}T00:00:00Z`);
  // Some browsers refuse 31 February, others read 3 March into it: both are caught.
  const real = !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(date);
  return real ? null : toProblem(`There is no ${Number(day)} ${name} ${Number(year)}.`);
}
