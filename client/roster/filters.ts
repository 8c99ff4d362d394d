import { toValue } from '#contract/cellValues.ts';
import type { Facet } from '#contract/view/parameters.ts';
import { readDay, toDay } from '../lib/day.ts';

/**
 * A facet as a table by code: 1 where the value is refused, 0 where it may stay. Code 0 is "no value", which is
 * wanted and refused as "".
 *
 * @param values every value by its code, "" at 0
 */
export function toRefused({ include, exclude }: Facet, values: readonly string[]): Uint8Array {
  const wanted = new Set(include);
  const unwanted = new Set(exclude);
  return Uint8Array.from(values, (value) => {
    const refused = (wanted.size > 0 && !wanted.has(value)) || unwanted.has(value);
    return refused ? 1 : 0;
  });
}

const HOUR = 3_600_000;

/** No zone is further ahead of UTC, and none further behind, in hours; with room for those yet to be. */
const MOST_AHEAD = 15;
const MOST_BEHIND = 13;

/**
 * Whether a timestamp is refused by a facet of calendar days in a zone. Only instants near one of the days are looked
 * at closely: writing the day of 100,000 instants would take longer than everything else.
 *
 * @returns of an instant (ms, NaN for none that can be read) and the text it was read from
 */
export function createDayRefusal({ include, exclude }: Facet, zone: string) {
  const wanted = createDaySet(include, zone);
  const unwanted = createDaySet(exclude, zone);
  return (instant: number, text: () => string | null): boolean =>
    (include.length > 0 && !wanted(instant, text)) || unwanted(instant, text);
}

function createDaySet(values: readonly string[], zone: string) {
  const days = values.flatMap((day) => {
    const start = readDay(day);
    return start === null
      ? []
      : { day, from: start - MOST_AHEAD * HOUR, until: start + (24 + MOST_BEHIND) * HOUR };
  });
  const others = new Set(values.filter((value) => readDay(value) === null));
  return (instant: number, text: () => string | null): boolean => {
    if (Number.isNaN(instant)) return others.size > 0 && others.has(toValue(text()) ?? '');
    return days.some(
      ({ day, from, until }) => instant >= from && instant < until && toDay(instant, zone) === day,
    );
  };
}
