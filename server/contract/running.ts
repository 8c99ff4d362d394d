/** What of a session says whether it runs: its status as it came, start and end in ms since the epoch. */
interface SessionTimes {
  status: unknown;
  start: number | null;
  end: number | null;
}

/**
 * When a session ended, or null. An end that cannot be read, that lies at or before 1970 (what a zero becomes
 * on its way) or before the session's own start is no end. One that lies ahead is: whoever wrote it knows more
 * than our clock.
 */
export function toSessionEnd({ start, end }: Omit<SessionTimes, 'status'>): number | null {
  if (end === null || end <= 0) return null;
  return start !== null && end < start ? null : end;
}

/**
 * Whether a session is running. The documentation's own sample of an *active* session says `completed`, so
 * being there is not enough: it must say `in-progress`, and have no end (docs/decisions/what-is-live.md).
 */
export function isRunning(session: SessionTimes): boolean {
  return session.status === 'in-progress' && toSessionEnd(session) === null;
}
