import type { TimelineBar } from '#contract/list.ts';
import type { Status } from '#contract/status.ts';
import { endOf, startOf } from './bars.ts';

/** The bars of each lane by their start; the topmost lane first. */
export type Lanes = readonly (readonly TimelineBar[])[];

/**
 * Bars stand together by what they mean for the shift, most urgent on top. What has ended and what is to come
 * never meet in time and share their lanes.
 */
const GROUPS: Readonly<Record<Status, number>> = {
  overrunning: 0,
  live: 0,
  open: 1,
  scheduled: 2,
  ended: 2,
  unclear: 3,
  'always-open': 3,
};

function byStart(a: TimelineBar, b: TimelineBar): number {
  if (startOf(a) === startOf(b)) return a.key - b.key;
  return startOf(a) < startOf(b) ? -1 : 1;
}

/**
 * Lays bars into lanes so that no two of a lane come closer than `gap` (ms): each into the first lane of its
 * group that has room. What has an open end takes a lane for good, and stands below its group's others.
 * `now` in ms.
 */
export function packLanes(bars: readonly TimelineBar[], now: number, gap: number): Lanes {
  const groups = Array.from({ length: 8 }, () => ({ ends: [] as number[], rows: [] as TimelineBar[][] }));
  for (const bar of bars.toSorted(byStart)) {
    const start = startOf(bar);
    const end = endOf(bar, now);
    const isBounded = Number.isFinite(start) && Number.isFinite(end);
    const group = groups[2 * GROUPS[bar.status] + (isBounded ? 0 : 1)];
    if (group === undefined) continue;
    const free = group.ends.findIndex((taken) => taken <= start - gap);
    const lane = free < 0 ? group.rows.length : free;
    const row = group.rows[lane];
    if (row === undefined) group.rows[lane] = [bar];
    else row.push(bar);
    // No bar is drawn shorter than the gap, or nobody would see it.
    group.ends[lane] = Math.max(end, start + gap);
  }
  return groups.flatMap(({ rows }) => rows);
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
