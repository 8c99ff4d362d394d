import { formatDuration } from '../lib/duration.ts';
import { formatInstant } from '../lib/instant.ts';
import type { Bars } from './bars.ts';

/** When the window of a bar is open, and since when its session runs, in words. `now` in ms. */
export function describeBar(bars: Bars, place: number, zone: string, now: number): string {
  const [from, until, session] = [bars.from(place), bars.until(place), bars.sessionStart(place)];
  const say = (instant: number | null, otherwise: string) =>
    instant === null ? otherwise : formatInstant(instant, zone, 'short');
  const window =
    from === null && until === null ? 'No dates' : `${say(from, 'always open')} – ${say(until, 'no end')}`;
  return session === null ? window : `${window}, in session for ${formatDuration(now - session)}`;
}
