import { formatDuration } from '../lib/duration.ts';
import { formatInstant } from '../lib/instant.ts';
import type { Bars } from './bars.ts';

/** When the window of a bar is open, and since when its session runs, in words. `now` in ms. */
export function describeBar(bars: Bars, place: number, zone: string, now: number): string {
  const from = bars.from(place);
  const until = bars.until(place);
  const session = bars.session(place);
  const say = (instant: number, otherwise: string) =>
    Number.isFinite(instant) ? formatInstant(instant, zone, 'short') : otherwise;
  const isDated = Number.isFinite(from) || Number.isFinite(until);
  const window = isDated ? `${say(from, 'always open')} – ${say(until, 'no end')}` : 'No dates';
  return Number.isNaN(session) ? window : `${window}, in session for ${formatDuration(now - session)}`;
}
