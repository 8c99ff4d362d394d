import { readInstant } from '#contract/read.ts';
import type { Conference } from '#contract/readConference.ts';
import { isLive } from '#contract/rowFacts.ts';
import type { StatusFacts } from './status.ts';

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
