import { readInstant } from '#contract/read.ts';
import type { Conference } from '#contract/readConference.ts';
import type { Session } from '#contract/readSession.ts';
import { isLive, readStatusFacts } from '#contract/rowFacts.ts';
import { toSessionEnd } from '#contract/running.ts';
import { type Status, toStatus } from '#contract/status.ts';

/** What is said of a conference without a session. Such a one is never live or overrunning: those two are never said. */
const EMPTY: Record<Status, string> = {
  overrunning: 'No session.',
  live: 'No session.',
  open: 'No session. The window is open, and nobody has come.',
  scheduled: 'No session. The window is not open yet.',
  unclear: 'No session. A date of the window cannot be read.',
  'always-open': 'No session. People may join at any time.',
  ended: 'No session. The window is over.',
};

/** What is going on in a conference at an instant (ms), in a sentence or two. */
export function toSessionStory(conference: Conference, now: number): string {
  const session = conference.active_session;
  const status = toStatus(readStatusFacts(conference.raw), now);
  if (session === null) return EMPTY[status];
  if (!isLive(session)) return tellOther(session, now);
  const start = readInstant(session.start_time);
  if (start !== null && start > now) return 'The session says that it runs, though its start lies ahead.';
  return status === 'overrunning'
    ? 'People are in it past the end of its window. Nobody new may join; it runs until all have left.'
    : 'People are in it.';
}

/** A session that is there and not live: over, about to end, or saying something of its own. */
function tellOther({ status, start_time, end_time }: Session, now: number): string {
  const end = toSessionEnd({ start: readInstant(start_time), end: readInstant(end_time) });
  if (end !== null && end > now)
    return 'The session says when it ends, so it no longer counts as live, though that time lies ahead.';
  if (end !== null) return 'The last session is over.';
  if (status === 'completed') return 'The last session is over; when it ended is not said.';
  return status === null
    ? 'There is a session, and it does not say whether it runs.'
    : `There is a session, and it says “${status}”, which is none of the documented states.`;
}
