import { scaleLinear } from 'd3-scale';
import { useMemo } from 'react';
import type { TemporalApi } from '../lib/temporal.ts';
import { readAxis } from './axis.ts';
import { type Bars, isWithin, type Span } from './bars.ts';
import { countColumns } from './histogram.ts';
import { packLanes } from './lanes.ts';
import { laneHeightFor } from './paintLanes.ts';

const MINUTE = 60_000;

/** What the lanes take of the page, px: the same always, so that nothing below them moves. */
const LANES_HEIGHT = 132;

interface DrawingOptions {
  temporal: TemporalApi;
  bars: Bars;
  /** the span on screen, while a hand moves it too */
  sight: Span;
  /** the span at rest: lanes are laid out for it, so that bars do not jump while a hand moves them */
  settled: Span;
  zone: string;
  /** px */
  width: number;
  /** ms */
  now: number;
}

export type Drawing = ReturnType<typeof useDrawing>;

/** Everything that is worked out before anything is painted, each part again only when it changes. */
export function useDrawing({ temporal, bars, sight, settled, zone, width, now }: DrawingOptions) {
  const minute = Math.floor(now / MINUTE) * MINUTE;
  const lanes = useMemo(() => {
    const length = settled.end - settled.start;
    // A little of either side too, for a hand that pans.
    const around = { start: settled.start - length / 4, end: settled.end + length / 4 };
    return packLanes(bars, around, minute, (4 * length) / Math.max(width, 1));
  }, [bars, settled, width, minute]);
  const x = useMemo(() => scaleLinear([sight.start, sight.end], [0, width]), [sight, width]);
  const axis = useMemo(
    () => readAxis(temporal, sight, zone, Math.max(2, Math.floor(width / 84))),
    [temporal, sight, zone, width],
  );
  const histogram = useMemo(
    () => countColumns(bars, sight, Math.max(1, Math.floor(width / 2)), minute),
    [bars, sight, width, minute],
  );
  const drawn = useMemo(
    () => lanes.rows.flat().filter((place) => isWithin(bars, place, settled, minute)),
    [lanes, bars, settled, minute],
  );
  const laneHeight = laneHeightFor(lanes.rows.length);
  // What moves with the clock moves by whole pixels.
  const pixel = (sight.end - sight.start) / Math.max(width, 1);
  const painted = Math.floor(now / pixel) * pixel;
  return {
    lanes,
    drawn,
    minute,
    axis,
    histogram,
    x,
    laneHeight,
    lanesHeight: LANES_HEIGHT,
    painted,
  };
}
