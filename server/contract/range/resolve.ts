import { type End, readEnd } from './end.ts';
import { isProblem, type RangeProblem, toProblem } from './problem.ts';
import { resolveRelative } from './resolveRelative.ts';
import { resolveDate, resolveWall } from './resolveWall.ts';
import type { TemporalApi } from './temporal.ts';

export type RangeField = 'from' | 'to';

/** Two instants in ms since the epoch, both of them inside; null is an open end. */
export interface ResolvedRange {
  readonly from: number | null;
  readonly until: number | null;
}

export interface FieldProblem extends RangeProblem {
  readonly field: RangeField;
}

/** What the ends rest on besides their own words. */
export interface RangeSetting {
  /** IANA zone */
  readonly zone: string;
  /** the server's now, ms */
  readonly now: number;
  /** ms; now moves in steps of this, so that two people with one relative range ask one question */
  readonly grid: number;
}

/** The one problem that belongs to both fields. */
export const MISORDERED = 'From is after To.';

/** What years of four digits can say, ms. */
export const FIRST_INSTANT = Date.parse('0001-01-01T00:00:00Z');
export const LAST_INSTANT = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * The instants of a range as typed. A date, or the edge of a unit, is its first moment as From and its last
 * as To. Never throws for what was typed: a problem names its field. A zone that does not exist throws a
 * RangeError.
 */
export function resolveRange(
  temporal: TemporalApi,
  typed: { readonly from: string; readonly to: string },
  setting: RangeSetting,
): ResolvedRange | FieldProblem {
  const from = resolveEnd(temporal, typed.from, 'from', setting);
  if (typeof from === 'object' && from !== null) return { ...from, field: 'from' };
  const until = resolveEnd(temporal, typed.to, 'to', setting);
  if (typeof until === 'object' && until !== null) return { ...until, field: 'to' };
  if (from !== null && until !== null && from > until) {
    return { problem: MISORDERED, field: 'from' };
  }
  return { from, until };
}

/** One end in ms, null when open, or its problem. */
export function resolveEnd(
  temporal: TemporalApi,
  typed: string,
  field: RangeField,
  setting: RangeSetting,
): number | null | RangeProblem {
  const end = readEnd(typed);
  if (isProblem(end)) return end;
  const instant = locate(temporal, end, field, setting);
  const outside = typeof instant === 'number' && !(instant >= FIRST_INSTANT && instant <= LAST_INSTANT);
  return outside ? toProblem('That is too far away: only the years 1 to 9999 can be asked for.') : instant;
}

function locate(
  temporal: TemporalApi,
  end: End,
  field: RangeField,
  { zone, now, grid }: RangeSetting,
): number | null | RangeProblem {
  switch (end.kind) {
    case 'open':
      return null;
    case 'instant':
      return end.instant;
    case 'unix':
      return end.seconds * 1_000;
    case 'date':
      return resolveDate(temporal, end.date, field, zone);
    case 'wall':
      return resolveWall(temporal, end.wall, zone);
    case 'relative': {
      const start = temporal.Instant.fromEpochMilliseconds(Math.floor(now / grid) * grid);
      return resolveRelative(start.toZonedDateTimeISO(zone), end.steps, field);
    }
  }
}
