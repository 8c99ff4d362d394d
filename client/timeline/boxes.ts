import type { TimelineBar } from '#contract/list.ts';
import type { Axis } from './axis.ts';
import { endOf, startOf } from './bars.ts';
import type { Lanes } from './lanes.ts';

/** How far an open end fades out, px. */
export const FADE = 44;

/** What is painted of the lanes, and where. */
export interface LanePicture {
  lanes: Lanes;
  axis: Axis;
  laneHeight: number;
  /** px that the lanes are scrolled by */
  scrolled: number;
  /** px of an instant */
  x: (instant: number) => number;
  width: number;
  height: number;
  /** ms */
  now: number;
  selectedId: string | null;
}

/** A bar with its place in px. */
export interface Box {
  readonly bar: TimelineBar;
  readonly left: number;
  readonly right: number;
  /** the part in which a session runs; empty without one */
  readonly core: { readonly left: number; readonly right: number };
  /** where the window ended before its session did; null otherwise */
  readonly notch: number | null;
  readonly top: number;
  readonly height: number;
  /** px up to which the lane is free behind the bar */
  readonly free: number;
}

/** The bars in sight with their places in px. */
export function readBoxes({ lanes, laneHeight, scrolled, x, width, height, now }: LanePicture): Box[] {
  const boxes: Box[] = [];
  const gap = laneHeight >= 12 ? 3 : 1;
  // A scale knows no infinity.
  const across = (instant: number) => (Number.isFinite(instant) ? x(instant) : instant);
  const first = Math.max(0, Math.floor(scrolled / laneHeight));
  const last = Math.min(lanes.length, Math.ceil((scrolled + height) / laneHeight));
  for (let lane = first; lane < last; lane++) {
    const row = lanes[lane] ?? [];
    const top = lane * laneHeight - scrolled + 1;
    for (const [order, bar] of row.entries()) {
      const from = startOf(bar);
      const left = Math.max(across(from), -FADE);
      const right = Math.min(across(endOf(bar, now)), width + FADE);
      if (right < 0 || left > width) continue;
      const next = row[order + 1];
      const free = next === undefined ? width : Math.min(across(startOf(next)), width);
      const core = {
        left: Math.max(across(bar.started ?? from), left),
        right: Math.min(across(now), right),
      };
      const notch =
        bar.status === 'overrunning' && bar.until !== null ? across(Math.max(bar.until, from)) : null;
      boxes.push({ bar, left, right, core, notch, top, height: laneHeight - gap, free });
    }
  }
  return boxes;
}
