import type { Temporal } from 'temporal-polyfill/implementation';
import { type RangeProblem, toProblem } from './problem.ts';
import { type Step, UNITS, type UnitLetter } from './step.ts';

type Moment = Temporal.ZonedDateTime;

/**
 * Takes the steps from now, left to right; days and longer are days of the zone's calendar, whatever their
 * hours. An edge is the first moment of its unit as From and the last as To. Milliseconds since the epoch.
 */
export function resolveRelative(
  now: Moment,
  steps: readonly Step[],
  field: 'from' | 'to',
): number | RangeProblem {
  try {
    return steps.reduce((moment, step) => take(moment, step, field), now).epochMilliseconds;
  } catch (error) {
    // Temporal's own calendar ends some 270,000 years from here.
    if (error instanceof RangeError) return toProblem('That is too far from now.');
    throw error;
  }
}

function take(moment: Moment, step: Step, field: 'from' | 'to'): Moment {
  if (step.kind === 'shift') return moment.add({ [`${UNITS[step.unit]}s`]: step.amount });
  const first = FIRST_MOMENT[step.unit](moment);
  return field === 'from' ? first : nextAfter(first, moment, step.unit).subtract({ milliseconds: 1 });
}

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
  if (unit !== 's' && unit !== 'm' && unit !== 'h') return next.startOfDay();
  if (next.epochNanoseconds > moment.epochNanoseconds) return next;
  return moment.add({ nanoseconds: 1 }).round({ smallestUnit: UNITS[unit], roundingMode: 'ceil' });
}
