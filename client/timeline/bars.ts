import type { TimelineBar } from '#contract/list.ts';
import { type Status, toStatus } from '#contract/status.ts';
import { formatDuration } from '../lib/duration.ts';
import { formatInstant } from '../lib/instant.ts';

/** A stretch of time, ms since the epoch; `end` is after `start`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** When the window of a bar opens, ms; -Infinity: it has always been open. */
export function startOf({ from }: TimelineBar): number {
  return from ?? Number.NEGATIVE_INFINITY;
}

/**
 * When a bar ends on the picture, ms: a window that closes before it opens is drawn as the moment of its opening, and
 * an overrunning session goes on past its window, to now.
 */
export function endOf(bar: TimelineBar, now: number): number {
  const until = Math.max(bar.until ?? Number.POSITIVE_INFINITY, startOf(bar));
  return bar.status === 'overrunning' ? Math.max(until, now) : until;
}

/** Whether any of a bar lies within a span; `now` in ms. */
export function isWithin(bar: TimelineBar, span: Span, now: number): boolean {
  return startOf(bar) <= span.end && endOf(bar, now) >= span.start;
}

/** The last instant up to now at which some bar changed its status by the clock; -Infinity for none. Both ms. */
export function lastChange(bars: readonly TimelineBar[], now: number): number {
  let last = Number.NEGATIVE_INFINITY;
  for (const { from, until } of bars) {
    if (from !== null && from <= now && from > last) last = from;
    if (until !== null && until <= now && until > last) last = until;
  }
  return last;
}

/**
 * The bars with their statuses at an instant (ms). Whether a session runs is as the server last knew it. One that does
 * is told as it was at `asOf` (ms), where that is earlier: the clock alone cannot say that people are still there.
 */
export function barsAt(
  bars: readonly TimelineBar[],
  instant: number,
  asOf: number = instant,
): readonly TimelineBar[] {
  return bars.map((bar) => {
    const facts = {
      live: isRunning(bar.status),
      joinFrom: bar.from,
      joinUntil: bar.until,
      unclear: bar.status === 'unclear',
    };
    const status = toStatus(facts, facts.live ? Math.min(instant, asOf) : instant);
    return status === bar.status ? bar : { ...bar, status };
  });
}

/** Whether people are in it. */
function isRunning(status: Status): boolean {
  return status === 'live' || status === 'overrunning';
}

/** When the window of a bar is open, and since when its session runs, in words. `now` in ms. */
export function describeBar(
  { status, from, until, started }: TimelineBar,
  zone: string,
  now: number,
): string {
  const say = (instant: number | null, otherwise: string) =>
    instant === null ? otherwise : formatInstant(instant, zone, 'short');
  if (status === 'unclear') return 'Dates cannot be read';
  const isDated = from !== null || until !== null;
  const window = isDated ? `${say(from, 'always open')} – ${say(until, 'no end')}` : 'No dates';
  return started === null ? window : `${window}, in session for ${formatDuration(now - started)}`;
}
