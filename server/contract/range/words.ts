import { isProblem, type RangeProblem } from './problem.ts';
import { limitSteps, type RelativeEnd, writeRelative } from './relative.ts';
import { type Step, UNITS, type UnitLetter } from './step.ts';
import { readTimeOfDay, TIME_OF_DAY, type TimeOfDay, writeTimeOfDay } from './timeOfDay.ts';

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

const shift = (amount: number, unit: UnitLetter): Step => ({ kind: 'shift', amount, unit });
const edge = (unit: UnitLetter): Step => ({ kind: 'edge', unit });

/** One day of a week that is found by going to a day of it. */
const dayOfWeek = (days: number, place: number): readonly Step[] => [
  ...(days === 0 ? [] : [shift(days, 'd')]),
  edge('w'),
  ...(place === 0 ? [] : [shift(place, 'd')]),
  edge('d'),
];

/**
 * Whole days that have a name. A bare weekday is the one that comes, today included: the board is asked what will be
 * there, and "last monday" is as short. "next" is never today, and "last" neither.
 */
const DAYS: readonly (readonly [name: string, steps: readonly Step[]])[] = [
  ['today', [edge('d')]],
  ['tomorrow', [shift(1, 'd'), edge('d')]],
  ['yesterday', [shift(-1, 'd'), edge('d')]],
  ['day after tomorrow', [shift(2, 'd'), edge('d')]],
  ['day before yesterday', [shift(-2, 'd'), edge('d')]],
  ...WEEKDAYS.flatMap(
    (name, place) =>
      [
        [name, dayOfWeek(6 - place, place)],
        [`this ${name}`, dayOfWeek(0, place)],
        [`next ${name}`, dayOfWeek(7 - place, place)],
        [`last ${name}`, dayOfWeek(-1 - place, place)],
      ] as const,
  ),
];

/** The units as people write them, without the plural. */
const WRITTEN_UNITS: ReadonlyMap<string, UnitLetter> = new Map([
  ...(['s', 'sec', 'second'] as const).map((word) => [word, 's'] as const),
  ...(['m', 'min', 'minute'] as const).map((word) => [word, 'm'] as const),
  ...(['h', 'hr', 'hour'] as const).map((word) => [word, 'h'] as const),
  ...(['d', 'day'] as const).map((word) => [word, 'd'] as const),
  ...(['w', 'wk', 'week'] as const).map((word) => [word, 'w'] as const),
  ...(['M', 'mo', 'month'] as const).map((word) => [word, 'M'] as const),
  ...(['y', 'yr', 'year'] as const).map((word) => [word, 'y'] as const),
]);

/** A capital M is a month, as in `now-1M`; in any other word capitals make no difference. */
function readUnit(text: string): UnitLetter | null {
  const word = text === 'M' ? text : text.toLowerCase();
  return WRITTEN_UNITS.get(word) ?? WRITTEN_UNITS.get(word.replace(/(?<=..)s$/, '')) ?? null;
}

const SPAN = String.raw`(?:\d{1,6}|an?)\s*[a-z]+(?:\s*(?:and\s*)?\d{1,6}\s*[a-z]+)*`;
const IN = new RegExp(`^in (${SPAN})$|^(${SPAN}) from now$`, 'i');
const AGO = new RegExp(`^(${SPAN}) ago$`, 'i');
const BESIDE = new RegExp(`^(${SPAN}) (after|before) (.+)$`, 'i');
const UNIT_OF = /^([a-z]+) of (.+)$/i;
const PERIOD = /^(this|current|next|last|previous) ([a-z]+)$/i;
const TIME_LAST = new RegExp(`^(?:at |(.*?)[ ,]+(?:at )?)?(${TIME_OF_DAY})$`, 'i');
const TIME_FIRST = new RegExp(`^(?:at )?(${TIME_OF_DAY})[ ,]+(?:on )?(.+)$`, 'i');

const PERIODS: Readonly<Record<string, number>> = { this: 0, current: 0, next: 1, last: -1, previous: -1 };

/** As many words as anybody strings together; it keeps a pasted page from being taken apart. */
const LONGEST = 400;

/**
 * Reads a time from now in English words: `2h ago`, `in 1 hour`, `tomorrow 9:00`, `9am`, `monday`, `last week`,
 * `2 hours after today`. All of them move with the clock. Null for a text that is none of these.
 */
export function readWords(typed: string): RelativeEnd | RangeProblem | null {
  if (typed.length > LONGEST) return null;
  const text = typed
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^(?:on )?(?:the )?/i, '');
  const steps = readSteps(text);
  return steps === null || isProblem(steps) ? steps : limitSteps(steps);
}

function readSteps(text: string): readonly Step[] | RangeProblem | null {
  if (/^now$/i.test(text)) return [];
  const [, ahead, later = ahead] = IN.exec(text) ?? [];
  if (later !== undefined) return readSpan(later, 1);
  const [, back] = AGO.exec(text) ?? [];
  if (back !== undefined) return readSpan(back, -1);
  const [, span, side, place] = BESIDE.exec(text) ?? [];
  if (span !== undefined && place !== undefined) {
    return append(place, readSpan(span, side?.toLowerCase() === 'after' ? 1 : -1));
  }
  return readEdge(text) ?? readDay(text);
}

/** The steps of a text, and more of them behind. */
function append(text: string, more: readonly Step[] | null): readonly Step[] | RangeProblem | null {
  const steps = more && readSteps(text.replace(/^the /i, ''));
  return steps === null || more === null || isProblem(steps) ? steps : [...steps, ...more];
}

function readSpan(text: string, sign: 1 | -1): readonly Step[] | null {
  const steps: Step[] = [];
  for (const [, count = '', word = ''] of text.matchAll(/(\d+|\ban?\b)\s*(?!and\b)([a-z]+)/gi)) {
    const unit = readUnit(word);
    if (unit === null) return null;
    const amount = /^a/i.test(count) ? 1 : Number(count);
    steps.push(shift(amount === 0 ? 0 : sign * amount, unit));
  }
  return steps;
}

/** "week of 2 months ago", "start of today", "next week". */
function readEdge(text: string): readonly Step[] | RangeProblem | null {
  const [, part, rest] = UNIT_OF.exec(text) ?? [];
  if (part !== undefined && rest !== undefined) {
    const isEnd = /^end$/i.test(part);
    if (isEnd || /^(?:start|beginning)$/i.test(part)) return readBorder(rest, isEnd);
    const unit = readUnit(part);
    return unit && append(rest, [edge(unit)]);
  }
  const [, which = '', word = ''] = PERIOD.exec(text) ?? [];
  const amount = PERIODS[which.toLowerCase()];
  const unit = readUnit(word);
  if (amount === undefined || unit === null) return null;
  return [...(amount === 0 ? [] : [shift(amount, unit)]), edge(unit)];
}

/** A step of no seconds names the moment at which a unit begins, as From and as To. */
const AT_ONCE = shift(0, 's');

function readBorder(text: string, isEnd: boolean): readonly Step[] | RangeProblem | null {
  const steps = append(text, []);
  if (steps === null || isProblem(steps)) return steps;
  const last = steps.at(-1);
  if (last?.kind !== 'edge') return null;
  return [...steps, ...(isEnd ? [shift(1, last.unit)] : []), AT_ONCE];
}

const SHORT_WEEKDAYS = new RegExp(
  String.raw`\b(${WEEKDAYS.map((day) => day.slice(0, 3)).join('|')})(?:r|rs|s|nes)?\b`,
);

/** "tomorrow", "next mon", "9:00", "today at 9am", "9:00 on friday". */
function readDay(text: string): readonly Step[] | RangeProblem | null {
  const [, before, last] = TIME_LAST.exec(text) ?? [];
  const [, first, after] = last === undefined ? (TIME_FIRST.exec(text) ?? []) : [];
  const time = last ?? first;
  const day = (time === undefined ? text : (before ?? after ?? 'today')).toLowerCase();
  const full = day
    .replace(/^the /, '')
    .replace(SHORT_WEEKDAYS, (_, short: string) => WEEKDAYS.find((name) => name.startsWith(short)) ?? short);
  const steps = DAYS.find(([name]) => name === full)?.[1];
  if (steps === undefined) return null;
  if (time === undefined) return steps;
  const clock = readTimeOfDay(time);
  return isProblem(clock) ? clock : [...steps, ...toSteps(clock)];
}

const toSteps = ({ hour, minute, second }: TimeOfDay): readonly Step[] => [
  shift(hour, 'h'),
  ...(minute === 0 ? [] : [shift(minute, 'm')]),
  ...(second === 0 ? [] : [shift(second, 's')]),
];

/** Writes steps from now in words that `readWords` reads as the same steps. */
export function writeWords(steps: readonly Step[]): string {
  return (
    writeSpanFromNow(steps) ?? writePeriod(steps) ?? writeDay(steps) ?? writeBorder(steps) ?? writeLast(steps)
  );
}

function countUnits(amount: number, unit: UnitLetter): string {
  const count = Math.abs(amount);
  return `${count} ${UNITS[unit]}${count === 1 ? '' : 's'}`;
}

function writeSpanFromNow(steps: readonly Step[]): string | null {
  if (steps.length === 0) return 'now';
  const shifts = steps.filter((step) => step.kind === 'shift');
  if (shifts.length < steps.length) return null;
  const span = shifts.map(({ amount, unit }) => countUnits(amount, unit)).join(' ');
  if (shifts.every(({ amount }) => amount >= 0)) return `in ${span}`;
  return shifts.every(({ amount }) => amount < 0) ? `${span} ago` : null;
}

const same = (some: readonly Step[], others: readonly Step[]) =>
  writeRelative(some) === writeRelative(others);

function writeDay(steps: readonly Step[]): string | null {
  for (const [name, day] of DAYS) {
    const rest = steps.slice(day.length);
    if (!same(day, steps.slice(0, day.length))) continue;
    const words = name.replace(/[a-z]+$/, (last) => (isWeekday(last) ? capitalise(last) : last));
    if (rest.length === 0) return words;
    const clock = toTimeOfDay(rest);
    if (clock !== null) return `${words} ${writeTimeOfDay(clock)}`;
  }
  return null;
}

/** The time of day that steps after the beginning of a day come to; null when they are written in another way. */
function toTimeOfDay(steps: readonly Step[]): TimeOfDay | null {
  const amountOf = (unit: UnitLetter) =>
    steps.reduce((sum, step) => (step.kind === 'shift' && step.unit === unit ? sum + step.amount : sum), 0);
  const clock = { hour: amountOf('h'), minute: amountOf('m'), second: amountOf('s') };
  const isTime =
    Math.min(...Object.values(clock)) >= 0 && clock.hour < 24 && clock.minute < 60 && clock.second < 60;
  return isTime && same(toSteps(clock), steps) ? clock : null;
}

const isWeekday = (word: string) => WEEKDAYS.some((name) => name === word);
const capitalise = (word: string) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;

function writePeriod(steps: readonly Step[]): string | null {
  const [first, second] = steps;
  if (first === undefined || steps.length > 2) return null;
  const last = second ?? first;
  if (last.kind !== 'edge' || last.unit === 'd') return null;
  if (second === undefined) return `this ${UNITS[last.unit]}`;
  if (first.kind !== 'shift' || first.unit !== last.unit || Math.abs(first.amount) !== 1) return null;
  return `${first.amount > 0 ? 'next' : 'last'} ${UNITS[last.unit]}`;
}

function writeBorder(steps: readonly Step[]): string | null {
  if (!same(steps.slice(-1), [AT_ONCE])) return null;
  const [unit, next] = steps.slice(-3, -1);
  if (steps.at(-2)?.kind === 'edge') return `the start of ${writeWords(steps.slice(0, -1))}`;
  if (unit?.kind !== 'edge' || next === undefined || !same([next], [shift(1, unit.unit)])) return null;
  return `the end of ${writeWords(steps.slice(0, -2))}`;
}

/** Any other steps, the last one first. */
function writeLast(steps: readonly Step[]): string {
  const rest = writeWords(steps.slice(0, -1));
  const last = steps.at(-1);
  if (last === undefined) return rest;
  if (last.kind === 'edge') return `the ${UNITS[last.unit]} of ${rest}`;
  return `${countUnits(last.amount, last.unit)} ${last.amount < 0 ? 'before' : 'after'} ${rest}`;
}
