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

/**
 * The stretch of time that is on screen: the range with a little beside it, a day from the end that a range
 * has, or half a day around now (ms) while there is none.
 */
export function toSight(range: { from: number | null; until: number | null }, now: number): Span {
  const { from, until } = range;
  if (from === null && until === null) {
    // In steps, so that the picture stands still between them.
    const middle = Math.floor(now / (5 * MINUTE)) * 5 * MINUTE;
    return widen(middle - 12 * HOUR, middle + 12 * HOUR);
  }
  const start = from ?? (until ?? now) - OPEN_REACH;
  return widen(start, Math.max(until ?? start + OPEN_REACH, start + SHORTEST));
}

function widen(start: number, end: number): Span {
  const margin = (end - start) * MARGIN;
  return { start: start - margin, end: end + margin };
}

/** The range whose sight this is: what `toSight` adds, taken off again. */
export function toRange({ start, end }: Span): Span {
  const margin = ((end - start) * MARGIN) / (1 + 2 * MARGIN);
  return { start: start + margin, end: end - margin };
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
