import { type RangeProblem, toProblem } from './problem.ts';

/** A time of day, on the clocks of the chosen zone. */
export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** How a time of day is written: `9:00`, `21:14:05`, `9am`, `9:30 p.m.`, `noon`, `midnight` (the day's first moment). */
export const TIME_OF_DAY = String.raw`(?:\d{1,2}(?::\d\d){0,2}\s*[ap]\.?m\b\.?|\d{1,2}:\d\d(?::\d\d)?|noon|midnight)`;

const PARTS = /^(\d{1,2})(?::(\d\d))?(?::(\d\d))?\s*([ap])?/i;

/** Reads what TIME_OF_DAY matches. */
export function readTimeOfDay(text: string): TimeOfDay | RangeProblem {
  if (/^noon$/i.test(text)) return { hour: 12, minute: 0, second: 0 };
  if (/^midnight$/i.test(text)) return { hour: 0, minute: 0, second: 0 };
  const [, hours = '', minutes = '0', seconds = '0', half] = PARTS.exec(text) ?? [];
  const [written, minute, second] = [Number(hours), Number(minutes), Number(seconds)];
  const isHour = half === undefined ? written < 24 : written >= 1 && written <= 12;
  if (!isHour || minute > 59 || second > 59) return toProblem(`There is no time ${text}.`);
  const hour = half === undefined ? written : (written % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return { hour, minute, second };
}

/** Writes a time of day, "09:00"; seconds only where there are any. */
export function writeTimeOfDay({ hour, minute, second }: TimeOfDay): string {
  return [hour, minute, ...(second === 0 ? [] : [second])]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
