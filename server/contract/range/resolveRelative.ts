import type { Temporal } from 'temporal-polyfill/implementation';
import { type RangeProblem, toProblem } from './problem.ts';
import { type Step, UNITS, type UnitLetter } from './step.ts';

type Moment = Temporal.ZonedDateTime;

/**
 * Takes the steps from now, left to right; days and longer are days of the zone's calendar, whatever their hours.
 * Milliseconds since the epoch.
 *
 * An edge is the first moment of its unit as From and the last as To. What names a place inside the unit starts from
 * its first moment at either end: `now+1d/d+9h` is tomorrow at nine, `now/w+1d/d` the Tuesday of this week.
 *
 * After the edge of a day or longer, steps are taken on the zone's clock: nine is nine on days of 23 hours and of 25.
 * A time that the clocks show twice is the first of the two, and one that they skip is as much later: a view that moves
 * with the days has to mean something on each.
 */
export function resolveRelative(
  now: Moment,
  steps: readonly Step[],
  field: 'from' | 'to',
): number | RangeProblem {
  try {
    let place: Place = { moment: now, wall: null };
    for (const [index, step] of steps.entries()) {
      const isLast = field === 'to' && !steps.slice(index + 1).some((later) => isWithin(later, step.unit));
      place = step.kind === 'shift' ? move(place, step.amount, step.unit) : toEdge(place, step.unit, isLast);
    }
    return toMoment(place).epochMilliseconds;
  } catch (error) {
    // Temporal's own calendar ends some 270,000 years from here.
    if (error instanceof RangeError) return toProblem('That is too far from now.');
    throw error;
  }
}

/** Where the steps have led: a moment, or what the clocks show when they show it. */
interface Place {
  readonly moment: Moment;
  readonly wall: Temporal.PlainDateTime | null;
}

const toMoment = ({ moment, wall }: Place): Moment => wall?.toZonedDateTime(moment.timeZoneId) ?? moment;

const SIZES = Object.keys(UNITS);

/** Whether a step after the edge of a unit names a place inside it. */
function isWithin(step: Step, unit: UnitLetter): boolean {
  return step.kind === 'edge' || SIZES.indexOf(step.unit) < SIZES.indexOf(unit);
}

function move(place: Place, amount: number, unit: UnitLetter): Place {
  const span = { [`${UNITS[unit]}s`]: amount };
  if (place.wall !== null) return { ...place, wall: place.wall.add(span) };
  return { moment: place.moment.add(span), wall: null };
}

function toEdge(place: Place, unit: UnitLetter, isLast: boolean): Place {
  const moment = toMoment(place);
  const first = FIRST_MOMENT[unit](moment);
  if (isLast) return { moment: nextAfter(first, moment, unit).subtract({ milliseconds: 1 }), wall: null };
  return { moment: first, wall: isShort(unit) ? null : first.toPlainDate().toPlainDateTime() };
}

const isShort = (unit: UnitLetter): unit is 's' | 'm' | 'h' => unit === 's' || unit === 'm' || unit === 'h';

const FIRST_MOMENT: Record<UnitLetter, (moment: Moment) => Moment> = {
  s: (moment) => moment.round({ smallestUnit: 'second', roundingMode: 'floor' }),
  m: (moment) => moment.round({ smallestUnit: 'minute', roundingMode: 'floor' }),
  h: (moment) => moment.round({ smallestUnit: 'hour', roundingMode: 'floor' }),
  d: (moment) => moment.startOfDay(),
  /** weeks begin on Monday, as ISO 8601 has it */
  w: (moment) => moment.subtract({ days: moment.dayOfWeek - 1 }).startOfDay(),
  M: (moment) => moment.with({ day: 1 }).startOfDay(),
  y: (moment) => moment.with({ month: 1, day: 1 }).startOfDay(),
};

/**
 * The first moment after the unit that began at `first`. Days may have 23 hours or 25; and where clocks go
 * back by half an hour, an hour on the clock outlasts the hour.
 */
function nextAfter(first: Moment, moment: Moment, unit: UnitLetter): Moment {
  const next = first.add({ [`${UNITS[unit]}s`]: 1 });
  if (!isShort(unit)) return next.startOfDay();
  if (next.epochNanoseconds > moment.epochNanoseconds) return next;
  return moment.add({ nanoseconds: 1 }).round({ smallestUnit: UNITS[unit], roundingMode: 'ceil' });
}
