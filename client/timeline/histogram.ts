import { type Bars, isRunning, type Span } from './bars.ts';

/** How many windows are open and how many sessions run, column by column over a span. */
export interface Histogram {
  readonly open: Uint32Array;
  readonly running: Uint32Array;
  /** the most of either */
  readonly most: number;
}

/**
 * Counts over `columns` equal parts of a span: a window or session counts in each part that it touches.
 * Of sessions only those that run now are known, from their start to now (ms).
 */
export function countColumns(bars: Bars, span: Span, columns: number, now: number): Histogram {
  const open = new Int32Array(columns + 1);
  const running = new Int32Array(columns + 1);
  const width = (span.end - span.start) / columns;
  const mark = (steps: Int32Array, from: number, until: number) => {
    if (until < span.start || from >= span.end) return;
    const first = Math.max(0, Math.floor((from - span.start) / width));
    const last = Math.min(columns - 1, Math.floor((until - span.start) / width));
    steps[first] = (steps[first] ?? 0) + 1;
    steps[last + 1] = (steps[last + 1] ?? 0) - 1;
  };
  for (let place = 0; place < bars.size; place++) {
    const opens = bars.from(place);
    mark(open, opens, Math.max(bars.until(place), opens));
    if (!isRunning(bars.status(place))) continue;
    const started = bars.session(place);
    mark(running, Number.isNaN(started) ? now : Math.min(started, now), now);
  }
  const sums = { open: sum(open, columns), running: sum(running, columns) };
  return { ...sums, most: Math.max(maximum(sums.open), maximum(sums.running)) };
}

/** Steps up and down, added up from the left. */
function sum(steps: Int32Array, columns: number): Uint32Array {
  const totals = new Uint32Array(columns);
  let total = 0;
  for (let column = 0; column < columns; column++) {
    total += steps[column] ?? 0;
    totals[column] = total;
  }
  return totals;
}

function maximum(values: Uint32Array): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}
