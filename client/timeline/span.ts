import { writeEnd } from '#contract/range/end.ts';
import type { TemporalApi } from '../lib/temporal.ts';
import type { Span } from './bars.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** No closer than this, and no wider: beyond, a bar says nothing any more. Both ms. */
const SHORTEST = 5 * MINUTE;
const LONGEST = 20 * 365 * DAY;

/** What is seen on either side of the range, as a share of it: its two edges stay in sight, and at hand. */
const MARGIN = 0.04;

/** How far a range without a second end is followed, ms. */
const OPEN_REACH = 24 * HOUR;

/** What is shown of the time around now while there is no range: what is going on, and what comes in a shift; ms. */
const BEFORE_NOW = 2 * HOUR;
const AFTER_NOW = 6 * HOUR;

/** The picture goes on with the time by steps, and stands still between them, ms. */
const GRID = 5 * MINUTE;

/**
 * Where the picture stands: where the range puts it, unless a hand moved it: to a span, or to as many ms around now,
 * which it then follows.
 */
export type Place = Span | { readonly around: number } | null;

/**
 * The stretch of time that is on screen: where a hand moved it, the range with a little beside it, a day from the end
 * that a range has, or some hours around now (ms) while there is none.
 */
export function toSight(
  place: Place,
  range: { from: number | null; until: number | null } | null,
  now: number,
): Span {
  const coarse = Math.floor(now / GRID) * GRID;
  if (place !== null && 'around' in place)
    return { start: coarse - place.around / 2, end: coarse + place.around / 2 };
  if (place !== null) return place;
  const { from, until } = range ?? { from: null, until: null };
  if (from === null && until === null) return { start: coarse - BEFORE_NOW, end: coarse + AFTER_NOW };
  const start = from ?? (until ?? now) - OPEN_REACH;
  const end = Math.max(until ?? start + OPEN_REACH, start + SHORTEST);
  const margin = (end - start) * MARGIN;
  return { start: start - margin, end: end + margin };
}

/** Closer (below 1) or wider (above 1), with one instant held where it is; the middle by itself. */
export function zoom(span: Span, factor: number, held = (span.start + span.end) / 2): Span {
  const length = span.end - span.start;
  const next = Math.min(Math.max(length * factor, SHORTEST), LONGEST);
  const start = held - (held - span.start) * (next / length);
  return { start, end: start + next };
}

/** On or back by a share of its own length. */
export function pan(span: Span, share: number): Span {
  const by = (span.end - span.start) * share;
  return { start: span.start + by, end: span.end + by };
}

const STEPS = [1, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1_440].map((minutes) => minutes * MINUTE);

/** A step of time that is round and, as a share of the span, at least so large; ms. */
export function stepOf(span: Span, share: number): number {
  const least = (span.end - span.start) * share;
  return STEPS.find((step) => step >= least) ?? DAY * Math.ceil(least / DAY);
}

/** The nearest instant on a step: in whole minutes, quarters or hours of UTC, which those of zones share. */
export function snap(instant: number, step: number): number {
  const grid = Math.min(step, 15 * MINUTE);
  return Math.round(instant / grid) * grid;
}

/** An instant (ms) in the language of ranges, with the offset that the zone has at that moment. */
export function toRangeText(temporal: TemporalApi, instant: number, zone: string): string {
  const moment = temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  const offset = moment.offsetNanoseconds / 1e6 / MINUTE;
  // Before there was standard time, offsets had seconds, which RFC 3339 cannot write.
  return writeEnd({ kind: 'instant', instant, offset: Number.isInteger(offset) ? offset : 0 });
}
