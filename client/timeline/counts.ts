import type { TimelineAnswer } from '#contract/list.ts';
import type { Axis } from './axis.ts';
import type { Span } from './bars.ts';

/** How many windows are open and how many sessions run, in the equal parts of a span. */
export type Counts = Pick<TimelineAnswer, 'from' | 'until' | 'open' | 'running'>;

/** What is counted in one part, or at most in several. */
interface Count {
  readonly open: number;
  /** of the sessions that run now; null where nobody knows who met, or will */
  readonly running: number | null;
}

/** How long each part is, ms. */
export function stepOfCounts({ from, until, open }: Counts): number {
  return (until - from) / open.length;
}

/** Counts without the sessions of later than `asOf` (ms): since then nobody knows who is in session. */
export function countsAsOf(counts: Counts, asOf: number): Counts {
  const step = stepOfCounts(counts);
  return {
    ...counts,
    running: counts.running.map((count, part) => (counts.from + part * step > asOf ? null : count)),
  };
}

/** What is counted at an instant (ms); nothing beyond the ends. */
export function countAt(counts: Counts, instant: number): Count {
  const part = Math.floor((instant - counts.from) / stepOfCounts(counts));
  return { open: counts.open[part] ?? 0, running: counts.running[part] ?? null };
}

/** The most that is counted in a part that begins or lies within a span; nothing beyond the ends. */
export function mostWithin(counts: Counts, { start, end }: Span): Count {
  const step = stepOfCounts(counts);
  const first = Math.max(0, Math.floor((start - counts.from) / step));
  const last = Math.max(first, Math.ceil((end - counts.from) / step));
  const known = counts.running.slice(first, last).filter((count) => count !== null);
  return {
    open: Math.max(0, ...counts.open.slice(first, last)),
    running: known.length === 0 ? null : Math.max(...known),
  };
}

/** A stretch of the picture between two lines of its axis, and the most that is counted in it. */
export type Interval = Span & Count;

/** What the histogram shows between each two lines of the axis, in numbers. */
export function readIntervals(counts: Counts, span: Span, axis: Axis): readonly Interval[] {
  const lines = axis.ticks.map(({ at }) => at).filter((at) => at > span.start && at < span.end);
  const edges = [span.start, ...lines, span.end];
  return edges.slice(0, -1).map((start, place) => {
    const stretch = { start, end: edges[place + 1] ?? span.end };
    return { ...stretch, ...mostWithin(counts, stretch) };
  });
}

/**
 * How many are in session in a stretch of time, in words. All are known only at `now` (ms): of earlier hours those that
 * run still, of later ones nobody.
 */
export function writeRunning(running: number | null, { start, end }: Span, now: number): string {
  if (start > now) return 'not yet known';
  if (running === null) return 'not known';
  return start <= now && now < end ? String(running) : `at least ${running}`;
}
