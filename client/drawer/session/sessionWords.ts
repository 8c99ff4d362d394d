import type { Session } from '#contract/readSession.ts';
import { formatDuration } from '../../lib/duration.ts';
import { formatNumber } from '../../lib/number.ts';

/** What each field of a session is called. */
export const SESSION_LABELS: Readonly<Record<keyof Session, string>> = {
  status: 'State',
  start_time: 'Started',
  end_time: 'Ended',
  duration: 'Duration',
  join_from: 'People may join from',
  join_until: 'People may join until',
  remove_at: 'Everyone removed at',
  remove_after_seconds_elapsed: 'Each person is removed after',
  max_members: 'Capacity',
  layout: 'Layout at the start',
  quality: 'Quality',
  fps: 'Frame rate',
  audio_video_sync: 'Sound and picture',
  record_on_start: 'Recording',
  enable_room_previews: 'Previews',
  preview_url: 'Preview address',
  name: 'Name',
  display_name: 'Display name',
  id: 'Session ID',
  room_id: 'Room ID',
};

const STATES: Readonly<Record<string, string>> = { 'in-progress': 'In progress', completed: 'Completed' };

/** The state as people say it; a value never met stays as it came. */
export function writeState(status: string): string {
  return Object.hasOwn(STATES, status) ? (STATES[status] ?? status) : status;
}

/** Seconds in words and figures: "1 h 05 min (3,900 s)". */
export function writeSeconds(seconds: number): string {
  const figures = `${formatNumber(seconds)} s`;
  return seconds < 60 ? figures : `${formatDuration(seconds * 1_000)} (${figures})`;
}

/** `fps` as it came, with its unit when it is a number. */
export function writeFrameRate(fps: string): string {
  return /^\d+(\.\d+)?$/.test(fps) ? `${fps} frames a second` : fps;
}

export function writeRecording(on: boolean): string {
  return on ? 'Began with the session' : 'Did not begin with the session';
}

export function writeSync(on: boolean): string {
  return on ? 'Kept in step (jitter buffer on)' : 'Not kept in step (jitter buffer off)';
}

export function writeMembers(most: number): string {
  return `${formatNumber(most)} people at most`;
}
