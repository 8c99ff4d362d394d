import type { ConferenceRow } from '#contract/conference.ts';
import { isRunning } from '#contract/running.ts';
import { DEFAULT_COLOURS, THEME_ROLES, THEMES } from '#contract/values.ts';
import { readFlag, readInstant, readObject, readText } from '../lib/read.ts';

/*
 * Single facts of a raw row, for columns of 100,000 of them: each says what the fields of a `Conference` say,
 * without reading the other forty.
 */

/** 1 for a live session, 0 for none. */
export function readLive(row: ConferenceRow): number {
  const session = readObject(row.active_session);
  if (session === null) return 0;
  const { status, start_time, end_time } = session;
  return isRunning({ status, start: readInstant(start_time), end: readInstant(end_time) }) ? 1 : 0;
}

/** Since when the session runs, in ms. */
export function readSessionStart(row: ConferenceRow): number | null {
  const session = readObject(row.active_session);
  return session === null ? null : readInstant(session.start_time);
}

/** 1, 0, or null for neither. */
export function readSwitch(value: unknown): number | null {
  const flag = readFlag(value);
  return flag === null ? null : Number(flag);
}

/** How many of the ten colours are a choice of somebody's; null where the row has no colour at all. */
export function countOwnColours(row: ConferenceRow): number | null {
  let set = 0;
  let own = 0;
  for (const theme of THEMES) {
    for (const role of THEME_ROLES) {
      const colour = readText(row[`${theme}_${role}`]);
      if (colour === null) continue;
      set++;
      if (colour.toUpperCase() !== DEFAULT_COLOURS[role]) own++;
    }
  }
  return set === 0 ? null : own;
}
