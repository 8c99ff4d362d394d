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

export function createBars(list: readonly TestBar[]): Bars {
  const at = (place: number) => list[place] ?? { from: null, until: null, status: 'ended' };
  const toInstant = (hours: number | null | undefined) => (hours == null ? null : BASE + hours * HOUR);
  return {
    size: list.length,
    id: (place) => `bar-${place}`,
    title: (place) => at(place).title ?? `Bar ${place}`,
    from: (place) => toInstant(at(place).from),
    until: (place) => toInstant(at(place).until),
    status: (place) => at(place).status,
    sessionStart: (place) => toInstant(at(place).session),
  };
}

const hours = fc.option(fc.integer({ min: -40, max: 40 }), { nil: null });

/** Bars of every kind, windows that close before they open among them. */
export const anyBars: fc.Arbitrary<TestBar[]> = fc.array(
  fc.record({ from: hours, until: hours, status: fc.constantFrom(...STATUSES), session: hours }),
  { maxLength: 60 },
);
