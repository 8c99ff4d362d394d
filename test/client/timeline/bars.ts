import fc from 'fast-check';
import type { TimelineAnswer, TimelineBar } from '#contract/list.ts';
import { STATUSES, type Status } from '#contract/status.ts';
import type { Span } from '../../../client/timeline/bars.ts';

/** A bar in whole hours from `BASE`. */
export interface TestBar {
  title?: string;
  from: number | null;
  until: number | null;
  status: Status;
  session?: number | null;
  left?: number | null;
}

/** A Monday noon, UTC, ms. */
export const BASE = Date.parse('2026-11-23T12:00:00Z');

export const HOUR = 3_600_000;

/** Bars as the server sends them. */
export function createBars(list: readonly TestBar[]): TimelineBar[] {
  const toInstant = (hours: number | null | undefined) => (hours == null ? null : BASE + hours * HOUR);
  return list.map(({ title, from, until, status, session, left }, key) => ({
    key,
    id: `bar-${key}`,
    title: title ?? `Bar ${key}`,
    from: toInstant(from),
    until: toInstant(until),
    started: toInstant(session),
    left: toInstant(left),
    status,
  }));
}

/** An answer with these bars, counted one by one for each part of a span; sessions run up to `now` (ms). */
export function createAnswer(
  bars: readonly TimelineBar[],
  span: Span,
  parts: number,
  now: number,
): TimelineAnswer {
  const step = (span.end - span.start) / parts;
  const count = (touches: (start: number, bar: TimelineBar) => boolean, part: number) =>
    bars.filter((bar) => touches(span.start + part * step, bar)).length;
  const places = Array.from({ length: parts }, (_, part) => part);
  const isOpen = (start: number, { from, until }: TimelineBar) =>
    (from ?? -Infinity) < start + step && (until ?? Infinity) > start;
  const isRunning = (start: number, { started }: TimelineBar) => started !== null && started < start + step;
  const present = Math.floor((now - span.start) / step);
  return {
    from: span.start,
    until: span.end,
    open: places.map((part) => count(isOpen, part)),
    running: places.map((part) => {
      const running = count(isRunning, part);
      return part === present || (part < present && running > 0) ? running : null;
    }),
    seen: { from: span.start, until: span.end, count: bars.length },
    bars,
    more: 0,
  };
}

const hours = fc.option(fc.integer({ min: -40, max: 40 }), { nil: null });

/** Bars of every kind, windows that close before they open among them. */
export const anyBars: fc.Arbitrary<TestBar[]> = fc.array(
  fc.record({ from: hours, until: hours, status: fc.constantFrom(...STATUSES), session: hours }),
  { maxLength: 60 },
);
