import { readFlag, readNumber, readObject, readText } from './read.ts';
import type { activeSession } from './session.ts';

/**
 * Reads an active session, each field into its documented type, null where it is missing; null when there is none.
 * Room sessions call the last field `sync_audio_video`.
 */
export function readSession(value: unknown) {
  const row = readObject(value);
  if (row === null) return null;
  return {
    id: readText(row.id),
    room_id: readText(row.room_id),
    name: readText(row.name),
    display_name: readText(row.display_name),
    join_from: readText(row.join_from),
    join_until: readText(row.join_until),
    remove_at: readText(row.remove_at),
    /** seconds */
    remove_after_seconds_elapsed: readNumber(row.remove_after_seconds_elapsed),
    layout: readText(row.layout),
    max_members: readNumber(row.max_members),
    /** 20 or 30, sent as a number or as text */
    fps: readText(row.fps),
    quality: readText(row.quality),
    start_time: readText(row.start_time),
    end_time: readText(row.end_time),
    /** seconds */
    duration: readNumber(row.duration),
    status: readText(row.status),
    record_on_start: readFlag(row.record_on_start),
    enable_room_previews: readFlag(row.enable_room_previews),
    preview_url: readText(row.preview_url),
    audio_video_sync: readFlag(row.audio_video_sync ?? row.sync_audio_video),
  } satisfies Record<keyof typeof activeSession.shape, unknown>;
}

/** An active session read out of a row. */
export type Session = Readonly<NonNullable<ReturnType<typeof readSession>>>;
