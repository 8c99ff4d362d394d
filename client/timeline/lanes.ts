import type { Status } from '../roster/status.ts';
import { type Bars, endOf, type Span } from './bars.ts';
import { createRoom } from './createRoom.ts';

/** Which bar lies in which lane. */
export interface Lanes {
  /** the bars of each lane by their start, as places; the topmost lane first */
  readonly rows: readonly (readonly number[])[];
  /** bars within the span for which there was no lane left */
  readonly hidden: number;
}

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
  'always-open': 3,
};

/** Of each group; a power of two. More would be a carpet of hairlines. */
const MOST_LANES = 256;

/**
 * Lays the bars of a span into lanes so that no two of a lane come closer than `gap` (ms): each into the
 * first lane of its group that has room. What has an open end takes a lane for good, and stands below its
 * group's others. `now` in ms.
 */
export function packLanes(bars: Bars, span: Span, now: number, gap: number): Lanes {
  const groups = Array.from({ length: 8 }, () => ({ room: createRoom(MOST_LANES), rows: [] as number[][] }));
  let hidden = 0;
  for (let place = 0; place < bars.size; place++) {
    const from = bars.from(place);
    if (from > span.end) break;
    const end = endOf(bars, place, now);
    const bounded = Number.isFinite(from) && Number.isFinite(end);
    const group = groups[2 * GROUPS[bars.status(place)] + (bounded ? 0 : 1)];
    if (end < span.start || group === undefined) continue;
    const lane = group.room.find(from - gap);
    if (lane < 0) {
      hidden++;
      continue;
    }
    const row = group.rows[lane];
    if (row === undefined) group.rows[lane] = [place];
    else row.push(place);
    // No bar is drawn shorter than the gap, or nobody would see it.
    group.room.take(lane, Math.max(end, from + gap));
  }
  return { rows: groups.flatMap(({ rows }) => rows), hidden };
}

/** The bar of a lane at an instant (ms), with `slack` ms around it; null when there is none. */
export function barAt(
  lanes: Lanes,
  bars: Bars,
  { lane, instant, slack, now }: { lane: number; instant: number; slack: number; now: number },
): number | null {
  const found = lanes.rows[lane]?.find(
    (place) => bars.from(place) - slack <= instant && instant <= endOf(bars, place, now) + slack,
  );
  return found ?? null;
}
