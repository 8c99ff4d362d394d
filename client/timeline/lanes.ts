import type { TimelineBar } from '#contract/list.ts';
import { emptySince, LATE_AFTER, type Status } from '#contract/status.ts';
import { endOf, startOf } from './bars.ts';

/** The bars of each lane by their start; the topmost lane first. */
export type Lanes = readonly (readonly TimelineBar[])[];

/** The group of which several share a lane. */
const SHARED = 4;

/**
 * Bars stand in the order of urgency, most urgent on top. What has ended and what is to come never meet in time, and
 * share their lanes.
 */
function groupOf({ status, from, left }: TimelineBar, now: number): number {
  const since = emptySince({ joinFrom: from, left });
  const isLate = status === 'open' && since !== null && since <= now - LATE_AFTER;
  return isLate ? 1 : GROUPS[status];
}

const GROUPS: Readonly<Record<Status, number>> = {
  overrunning: 0,
  live: 2,
  open: 3,
  scheduled: SHARED,
  ended: SHARED,
  unclear: 5,
  'always-open': 6,
};

function byStart(a: TimelineBar, b: TimelineBar): number {
  if (startOf(a) === startOf(b)) return a.key - b.key;
  return startOf(a) < startOf(b) ? -1 : 1;
}

/**
 * Lays bars into lanes. Each has one of its own, in the order in which they come within their group; what has ended
 * and what is to come goes into the first lane that has room, so that no two of a lane come closer than `gap` (ms).
 * `now` in ms.
 */
export function packLanes(bars: readonly TimelineBar[], now: number, gap: number): Lanes {
  const groups = Array.from({ length: 7 }, (): TimelineBar[][] => []);
  for (const bar of bars) {
    const group = groupOf(bar, now);
    if (group !== SHARED) groups[group]?.push([bar]);
  }
  groups[SHARED] = shareLanes(
    bars.filter((bar) => groupOf(bar, now) === SHARED),
    now,
    gap,
  );
  return groups.flat();
}

function shareLanes(bars: readonly TimelineBar[], now: number, gap: number): TimelineBar[][] {
  const ends: number[] = [];
  const rows: TimelineBar[][] = [];
  for (const bar of bars.toSorted(byStart)) {
    const start = startOf(bar);
    const free = ends.findIndex((taken) => taken <= start - gap);
    const lane = free < 0 ? rows.length : free;
    const row = rows[lane];
    if (row === undefined) rows[lane] = [bar];
    else row.push(bar);
    // No bar is drawn shorter than the gap, or nobody would see it.
    ends[lane] = Math.max(endOf(bar, now), start + gap);
  }
  return rows;
}

/** The bar of a lane at an instant (ms), with `slack` ms around it; null when there is none. */
export function barAt(
  lanes: Lanes,
  { lane, instant, slack, now }: { lane: number; instant: number; slack: number; now: number },
): TimelineBar | null {
  const found = lanes[lane]?.find(
    (bar) => startOf(bar) - slack <= instant && instant <= endOf(bar, now) + slack,
  );
  return found ?? null;
}
