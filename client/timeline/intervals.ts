import type { Axis } from './axis.ts';
import type { Bars, Span } from './bars.ts';
import { countColumns } from './histogram.ts';

/** A part of the picture between two lines of its axis, in numbers. Instants in ms. */
export interface Interval extends Span {
  /** windows that are open at some moment of it */
  readonly open: number;
  /** sessions that run at some moment of it */
  readonly running: number;
}

/** What the histogram shows between each two lines of the axis; `now` in ms. */
export function readIntervals(bars: Bars, span: Span, axis: Axis, now: number): readonly Interval[] {
  const lines = axis.ticks.map(({ at }) => at).filter((at) => at > span.start && at < span.end);
  const edges = [span.start, ...lines, span.end];
  return edges.slice(0, -1).map((start, place) => {
    // An instant that begins the next part does not belong to this one.
    const part = { start, end: (edges[place + 1] ?? span.end) - 1 };
    const { open, running } = countColumns(bars, part, 1, now);
    return { ...part, open: open[0] ?? 0, running: running[0] ?? 0 };
  });
}
