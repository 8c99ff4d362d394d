import type { StatusFacts } from '#contract/status.ts';
import { formatDuration } from '../../lib/duration.ts';

/** When a window opens and closes as seen from an instant (ms), in a sentence. */
export function toScheduleStory({ joinFrom, joinUntil, unclear }: StatusFacts, now: number): string {
  if (unclear) return 'A date of the window cannot be read, so it is not known when people may join.';
  if (joinFrom === null && joinUntil === null) return 'No window: people may join at any time.';
  if (joinFrom !== null && joinUntil !== null && joinUntil < joinFrom)
    return 'The window closes before it opens, so nobody can join.';
  const length = joinFrom === null || joinUntil === null ? null : formatDuration(joinUntil - joinFrom);
  if (joinFrom !== null && joinFrom > now) {
    const opens = `Opens in ${formatDuration(joinFrom - now)}`;
    return length === null ? `${opens}, with no end set.` : `${opens} and stays open for ${length}.`;
  }
  if (joinUntil !== null && joinUntil <= now) {
    const closed = `Closed ${formatDuration(now - joinUntil)} ago`;
    return length === null ? `${closed}.` : `${closed}, after ${length}.`;
  }
  const since = joinFrom === null ? 'Open' : `Open for ${formatDuration(now - joinFrom)}`;
  return joinUntil === null
    ? `${since}, with no end set.`
    : `${since}; closes in ${formatDuration(joinUntil - now)}.`;
}
