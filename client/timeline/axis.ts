import type { Temporal } from 'temporal-polyfill/implementation';
import { formatInstant } from '../lib/instant.ts';
import type { TemporalApi } from '../lib/temporal.ts';
import type { Span } from './bars.ts';

/** A line of the axis. */
interface Tick {
  /** ms; round on the clocks or the calendar of the zone */
  readonly at: number;
  readonly label: string;
  /** what begins here for all lines that follow: a day, a month, a year */
  readonly begins: string | null;
}

export interface Axis {
  readonly ticks: readonly Tick[];
  /** the day, month or year in which the span begins */
  readonly lead: string;
}

type Moment = Temporal.ZonedDateTime;

const MINUTE = 60_000;
const DAY_MINUTES = 1_440;

/** Steps of the clock, in minutes, with a grain on which the clocks of every zone strike them. */
const CLOCK_STEPS = [
  { step: 1, grain: 1 },
  { step: 5, grain: 5 },
  { step: 10, grain: 5 },
  ...[15, 30, 60, 120, 180, 360, 720].map((step) => ({ step, grain: 15 })),
];

/** Steps of the calendar: how many days each takes, its first day at or before a day, and what it says. */
const CALENDAR_STEPS = [
  { days: 1, next: { days: 1 }, label: 'weekday', within: 'months', first: (day: Moment) => day },
  {
    days: 7,
    next: { days: 7 },
    label: 'weekday',
    within: 'months',
    first: (day: Moment) => day.subtract({ days: day.dayOfWeek - 1 }),
  },
  {
    days: 30,
    next: { months: 1 },
    label: 'month',
    within: 'years',
    first: (day: Moment) => day.with({ day: 1 }),
  },
  {
    days: 91,
    next: { months: 3 },
    label: 'month',
    within: 'years',
    first: (day: Moment) => day.with({ day: 1, month: day.month - ((day.month - 1) % 3) }),
  },
] as const;

/**
 * The lines of an axis over a span, about `most` of them. They are round for the people of the zone: an hour
 * that comes twice has two, one that is skipped none, and half-hour zones have them where their clocks strike.
 */
export function readAxis(temporal: TemporalApi, span: Span, zone: string, most: number): Axis {
  const start = temporal.Instant.fromEpochMilliseconds(Math.floor(span.start)).toZonedDateTimeISO(zone);
  const minutes = (span.end - span.start) / MINUTE / Math.max(most, 1);
  const clock = CLOCK_STEPS.find(({ step }) => step >= minutes);
  if (clock !== undefined) {
    return {
      lead: formatInstant(span.start, zone, 'datedDay').replace(',', ''),
      ticks: readClock(start, span, zone, clock),
    };
  }
  const days = minutes / DAY_MINUTES;
  const step = CALENDAR_STEPS.find((candidate) => candidate.days >= days);
  if (step === undefined) return { lead: '', ticks: readYears(start, span, Math.ceil(days / 365)) };
  return {
    lead: step.within === 'months' ? formatInstant(span.start, zone, 'datedMonth') : String(start.year),
    ticks: readCalendar(start, span, zone, step),
  };
}

function readClock(
  start: Moment,
  span: Span,
  zone: string,
  { step, grain }: { step: number; grain: number },
): Tick[] {
  const ticks: Tick[] = [];
  let moment = start.round({ smallestUnit: 'minute', roundingIncrement: grain, roundingMode: 'ceil' });
  for (; moment.epochMilliseconds <= span.end; moment = moment.add({ minutes: grain })) {
    const minute = moment.hour * 60 + moment.minute;
    if (minute % step !== 0) continue;
    const at = moment.epochMilliseconds;
    const begins = minute === 0 ? formatInstant(at, zone, 'day') : null;
    ticks.push({ at, label: formatInstant(at, zone, 'clock'), begins });
  }
  return ticks;
}

function readCalendar(
  start: Moment,
  span: Span,
  zone: string,
  step: (typeof CALENDAR_STEPS)[number],
): Tick[] {
  const ticks: Tick[] = [];
  let within = step.within === 'months' ? start.month : start.year;
  for (let moment = step.first(start).startOfDay(); ; moment = moment.add(step.next).startOfDay()) {
    const at = moment.epochMilliseconds;
    if (at > span.end) return ticks;
    if (at < span.start) continue;
    const now = step.within === 'months' ? moment.month : moment.year;
    const begins = step.within === 'months' ? formatInstant(at, zone, 'datedMonth') : String(moment.year);
    ticks.push({ at, label: formatInstant(at, zone, step.label), begins: now === within ? null : begins });
    within = now;
  }
}

function readYears(start: Moment, span: Span, every: number): Tick[] {
  const ticks: Tick[] = [];
  for (let moment = start.with({ month: 1, day: 1 }).startOfDay(); ; ) {
    const at = moment.epochMilliseconds;
    if (at > span.end) return ticks;
    if (at >= span.start) ticks.push({ at, label: String(moment.year), begins: null });
    moment = moment.add({ years: every }).startOfDay();
  }
}
