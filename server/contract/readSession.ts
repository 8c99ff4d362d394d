import { readFlag, readNumber, readObject, readText } from './read.ts';

/** The 20 fields of an active session, each read into its documented type; null where missing. */
export interface Session {
  id: string | null;
  room_id: string | null;
  name: string | null;
  display_name: string | null;
  join_from: string | null;
  join_until: string | null;
  remove_at: string | null;
  /** seconds */
  remove_after_seconds_elapsed: number | null;
  layout: string | null;
  max_members: number | null;
  /** 20 or 30, sent as a number or as text */
  fps: string | null;
  quality: string | null;
  start_time: string | null;
  end_time: string | null;
  /** seconds */
  duration: number | null;
  status: string | null;
  record_on_start: boolean | null;
  enable_room_previews: boolean | null;
  preview_url: string | null;
  audio_video_sync: boolean | null;
}

/** Reads an active session; null when there is none. Room sessions call the last field `sync_audio_video`. */
export function readSession(value: unknown): Session | null {
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
    remove_after_seconds_elapsed: readNumber(row.remove_after_seconds_elapsed),
    layout: readText(row.layout),
    max_members: readNumber(row.max_members),
    fps: readText(row.fps),
    quality: readText(row.quality),
    start_time: readText(row.start_time),
    end_time: readText(row.end_time),
    duration: readNumber(row.duration),
    status: readText(row.status),
    record_on_start: readFlag(row.record_on_start),
    enable_room_previews: readFlag(row.enable_room_previews),
    preview_url: readText(row.preview_url),
    audio_video_sync: readFlag(row.audio_video_sync ?? row.sync_audio_video),
  };
}
