import type { ConferenceRow } from './conference.ts';
import { readFlag, readInstant, readObject, readText } from './read.ts';
import { isRunning, toSessionEnd } from './running.ts';
import type { StatusFacts } from './status.ts';

/* Single facts of a row as it was sent, for server and page alike. None of them throws, whatever the row holds. */

/** Text of which nothing is seen: spaces, marks of no width, and letters that are drawn as nothing. */
const UNSEEN = /^[\s\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]*$/u;

/** What people call the conference: its display name, else its name, else its id; one of which nothing is seen is none. */
export function titleOf({
  id,
  name,
  display_name,
}: {
  readonly id: string;
  readonly name: string | null;
  readonly display_name: string | null;
}): string {
  const isSeen = (text: string | null) => text !== null && !UNSEEN.test(text);
  if (isSeen(display_name)) return display_name?.trim() ?? id;
  return isSeen(name) ? (name ?? id) : id;
}

/** What people call the conference of a row. */
export function readTitle({ id, name, display_name }: ConferenceRow): string {
  return titleOf({ id, name: readText(name), display_name: readText(display_name) });
}

/** Whether a session is running, by the one rule of `isRunning`; without one, nothing runs. */
export function isLive(
  session: { readonly status?: unknown; readonly start_time?: unknown; readonly end_time?: unknown } | null,
): boolean {
  if (session === null) return false;
  const { status, start_time, end_time } = session;
  return isRunning({ status, start: readInstant(start_time), end: readInstant(end_time) });
}

/** Whether a row's session is running. */
function readLive(row: ConferenceRow): boolean {
  return isLive(readObject(row.active_session));
}

/** Since when the session is said to run, whether one does or not, in ms; null when it does not say. */
export function readSessionStart(row: ConferenceRow): number | null {
  return readInstant(readObject(row.active_session)?.start_time);
}

/**
 * When all had left the last session of a row, ms: nobody is there since then, and not since the window opened. Null
 * while a session runs, where the row does not say it, and where the window opened later.
 */
export function readLeft(row: ConferenceRow): number | null {
  const session = readObject(row.active_session);
  if (session === null || isLive(session)) return null;
  const end = toSessionEnd({ start: readInstant(session.start_time), end: readInstant(session.end_time) });
  const opened = readInstant(row.join_from);
  return end !== null && (opened === null || end > opened) ? end : null;
}

/** What the status of a row rests on. */
export function readStatusFacts(row: ConferenceRow): StatusFacts {
  const joinFrom = readInstant(row.join_from);
  const joinUntil = readInstant(row.join_until);
  const isUnread = (value: unknown, instant: number | null) => instant === null && Boolean(readText(value));
  return {
    live: readLive(row),
    joinFrom,
    joinUntil,
    unclear: isUnread(row.join_from, joinFrom) || isUnread(row.join_until, joinUntil),
  };
}

/** 1, 0, or null for neither. */
export function readSwitch(value: unknown): number | null {
  const flag = readFlag(value);
  return flag === null ? null : Number(flag);
}

/** How long a window is open, ms; null where an end is missing or no date, or where it closes before it opens. */
export function readLength({ join_from, join_until }: ConferenceRow): number | null {
  const [from, until] = [readInstant(join_from), readInstant(join_until)];
  return from === null || until === null || until < from ? null : until - from;
}
