import { LATE_AFTER, type Status, type StatusFilter } from '#contract/status.ts';
import { formatDuration } from '../lib/duration.ts';

/** What each status is called on the page. */
export const STATUS_WORDS: Record<Status, string> = {
  overrunning: 'Overrunning',
  live: 'Live',
  open: 'Nobody there',
  scheduled: 'Scheduled',
  unclear: 'Dates cannot be read',
  'always-open': 'Always open',
  ended: 'Ended',
};

/** The same for what the list can be filtered by. */
export const STATUS_FILTER_WORDS: Record<StatusFilter, string> = {
  ...STATUS_WORDS,
  soon: 'Start within the hour',
};

/** What each of them means, for whoever asks. */
export const STATUS_MEANINGS: Record<StatusFilter, string> = {
  overrunning: 'People are in it past the end of its window.',
  live: 'People are in it, and its window has not closed.',
  open: `The window is open and nobody is there, since it opened or since all have left. It is an alarm from ${formatDuration(LATE_AFTER)} on.`,
  scheduled: 'The window is not open yet.',
  unclear: 'A date of its window is none that can be read.',
  'always-open': 'No end is set: people may join, and nobody is there.',
  ended: 'The window is over and nobody is there.',
  soon: 'The window opens within the hour. These are among the scheduled ones, too.',
};
