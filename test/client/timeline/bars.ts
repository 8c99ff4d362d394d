import fc from 'fast-check';
import { STATUSES, type Status } from '../../../client/roster/status.ts';
import type { Bars } from '../../../client/timeline/bars.ts';

/** A bar in whole hours from `BASE`. */
export interface TestBar {
  title?: string;
  from: number | null;
  until: number | null;
  status: Status;
  session?: number | null;
}

/** A Monday noon, UTC, ms. */
export const BASE = Date.parse('2026-11-23T12:00:00Z');

export const HOUR = 3_600_000;

/** Bars of a list, in the order in which the timeline wants them. */
export function createBars(list: readonly TestBar[]): Bars {
  const sorted = list.toSorted((a, b) => (a.from ?? -1_000) - (b.from ?? -1_000));
  const toInstant = (hours: number | null | undefined, otherwise: number) =>
    hours == null ? otherwise : BASE + hours * HOUR;
  return {
    size: list.length,
    id: (place) => `bar-${place}`,
    title: (place) => sorted[place]?.title ?? `Bar ${place}`,
    from: (place) => toInstant(sorted[place]?.from, Number.NEGATIVE_INFINITY),
    until: (place) => toInstant(sorted[place]?.until, Number.POSITIVE_INFINITY),
    session: (place) => toInstant(sorted[place]?.session, Number.NaN),
    status: (place) => sorted[place]?.status ?? 'ended',
  };
}

const hours = fc.option(fc.integer({ min: -40, max: 40 }), { nil: null });

/** Bars of every kind, windows that close before they open among them. */
export const anyBars: fc.Arbitrary<TestBar[]> = fc.array(
  fc.record({ from: hours, until: hours, status: fc.constantFrom(...STATUSES), session: hours }),
  { maxLength: 60 },
);
