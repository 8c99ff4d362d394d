import { Temporal } from 'temporal-polyfill/implementation';
import { isProblem } from '#contract/range/problem.ts';
import { resolveRange } from '#contract/range/resolve.ts';
import { resolveDate } from '#contract/range/resolveWall.ts';
import type { View } from '#contract/view/view.ts';
import { toInvalid } from '../conferences/refusal.ts';
import { InvalidQuery } from '../http/Fault.ts';
import type { Resolved } from './filter.ts';

/**
 * What the words of a question come to at a moment, in its zone. Throws an InvalidQuery that names `from` or `to`
 * when they are no range.
 *
 * @param now ms
 */
export function resolveQuestion({ from, to, tz }: View, now: number): Resolved {
  const range = resolveRange(Temporal, { from, to }, { zone: tz, now, grid: 1 });
  if (isProblem(range)) throw new InvalidQuery([toInvalid(range.field, range.problem)]);
  const days = new Map<string, ReturnType<Resolved['dayOf']>>();
  return {
    now,
    range,
    dayOf(text) {
      const known = days.get(text);
      if (known !== undefined) return known;
      const day = readDay(text, tz);
      days.set(text, day);
      return day;
    },
  };
}

function readDay(text: string, zone: string): ReturnType<Resolved['dayOf']> {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  try {
    const from = resolveDate(Temporal, text, 'from', zone);
    const until = resolveDate(Temporal, text, 'to', zone);
    return typeof from === 'number' && typeof until === 'number' ? { from, until } : null;
  } catch (error) {
    // No calendar has such a day.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
