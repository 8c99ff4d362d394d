import { isRunning } from '#contract/running.ts';
import { readInstant } from '../lib/read.ts';
import type { Conference } from './conference.ts';
import type { Session } from './session.ts';
import type { StatusFacts } from './status.ts';

/** Whether a session is running, by the one rule of `isRunning`; without one, nothing runs. */
export function isLive(session: Pick<Session, 'status' | 'start_time' | 'end_time'> | null): boolean {
  if (session === null) return false;
  const { status, start_time, end_time } = session;
  return isRunning({ status, start: readInstant(start_time), end: readInstant(end_time) });
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
