import { useCallback, useMemo } from 'react';
import type { TimelineAnswer, TimelineBar } from '#contract/list.ts';
import type { TemporalApi } from '../lib/temporal.ts';
import { readAxis } from './axis.ts';
import { barsAt, isWithin, lastChange, type Span } from './bars.ts';
import { countsAsOf, mostWithin } from './counts.ts';
import { packLanes } from './lanes.ts';
import { laneHeightFor } from './paintLanes.ts';

const MINUTE = 60_000;

/** One and the same, so that nothing is laid out anew for it. */
const NO_BARS: readonly TimelineBar[] = [];

/** What the lanes take of the page, px: the same always, so that nothing below them moves. */
const LANES_HEIGHT = 132;

interface DrawingOptions {
  temporal: TemporalApi;
  answer: TimelineAnswer;
  /** the span on screen, while a hand moves it too */
  sight: Span;
  /** the span at rest: lanes are laid out for it, so that bars do not jump while a hand moves them */
  settled: Span;
  zone: string;
  /** px */
  width: number;
  /** ms */
  now: number;
  /** since when nobody knows who is in session, ms; null while that is known */
  asOf: number | null;
}

export type Drawing = ReturnType<typeof useDrawing>;

/** Everything that is worked out before anything is painted, each part again only when it changes. */
export function useDrawing({ temporal, answer, sight, settled, zone, width, now, asOf }: DrawingOptions) {
  const minute = Math.floor(now / MINUTE) * MINUTE;
  const answered = answer.bars ?? NO_BARS;
  const changed = lastChange(answered, now);
  const bars = useMemo(() => barsAt(answered, changed, asOf ?? changed), [answered, changed, asOf]);
  const counts = useMemo(() => (asOf === null ? answer : countsAsOf(answer, asOf)), [answer, asOf]);
  const lanes = useMemo(() => {
    const gap = (4 * (settled.end - settled.start)) / Math.max(width, 1);
    return packLanes(bars, minute, gap);
  }, [bars, settled, width, minute]);
  const x = useCallback(
    (instant: number) => ((instant - sight.start) / (sight.end - sight.start)) * width,
    [sight, width],
  );
  const axis = useMemo(
    () => readAxis(temporal, sight, zone, Math.max(2, Math.floor(width / 84))),
    [temporal, sight, zone, width],
  );
  const most = useMemo(() => {
    const { open, running } = mostWithin(counts, sight);
    return Math.max(open, running ?? 0);
  }, [counts, sight]);
  const drawn = useMemo(
    () => lanes.flat().filter((bar) => isWithin(bar, settled, minute)),
    [lanes, settled, minute],
  );
  // What moves with the clock moves by whole pixels.
  const pixel = (sight.end - sight.start) / Math.max(width, 1);
  const painted = Math.floor(now / pixel) * pixel;
  return {
    counts,
    most,
    lanes,
    drawn,
    minute,
    axis,
    x,
    laneHeight: laneHeightFor(lanes.length),
    lanesHeight: LANES_HEIGHT,
    painted,
  };
}
