import { readInstant } from '../lib/read.ts';
import type { Conference } from './conference.ts';
import type { Session } from './session.ts';
import type { StatusFacts } from './status.ts';

/**
 * Whether a session is running. The documentation's own sample of an *active* session says `completed`,
 * so being there is not enough: it must say `in-progress` and have no `end_time`.
 */
export function isLive(session: Pick<Session, 'status' | 'end_time'> | null): boolean {
  return session !== null && session.status === 'in-progress' && !session.end_time;
}

/** The facts of a conference's status; a date that cannot be read counts as none. */
export function toStatusFacts(
  conference: Pick<Conference, 'join_from' | 'join_until' | 'active_session'>,
): StatusFacts {
  return {
    live: isLive(conference.active_session),
    joinFrom: readInstant(conference.join_from),
    joinUntil: readInstant(conference.join_until),
  };
}
