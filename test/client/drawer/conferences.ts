import { type Conference, readConference } from '#contract/readConference.ts';
import { DEFAULT_COLOURS } from '#contract/values.ts';

/** The instant around which the conferences of these tests lie. */
export const NOW = Date.parse('2026-11-23T12:00:00Z');

const { primary, background, foreground, success, negative } = DEFAULT_COLOURS;

/** A session that has run for an hour, all 20 fields set. */
export const SESSION = {
  id: '5f0a7d1e-0001-4000-8000-000000000001',
  room_id: '5f0a7d1e-0002-4000-8000-000000000002',
  name: 'morning-round',
  display_name: 'Morning round',
  join_from: '2026-11-23T10:00:00Z',
  join_until: '2026-11-23T13:00:00Z',
  remove_at: '2026-11-23T14:00:00Z',
  remove_after_seconds_elapsed: 3900,
  layout: 'grid-responsive',
  max_members: 50,
  fps: 30,
  quality: '720p',
  start_time: '2026-11-23T11:00:00Z',
  end_time: null,
  duration: null,
  status: 'in-progress',
  record_on_start: true,
  enable_room_previews: true,
  preview_url: 'https://acme.signalwire.com/previews/1.webp',
  audio_video_sync: true,
};

/** A conference with all its fields set, read as the board reads it. */
export function makeConference(fields: Record<string, unknown> = {}): Conference {
  return readConference({
    id: '0c1d7d1e-0003-4000-8000-000000000003',
    name: 'morning-round',
    display_name: 'Morning round',
    description: 'Every weekday on ward 3',
    join_from: '2026-11-23T10:00:00Z',
    join_until: '2026-11-23T13:00:00.000Z',
    quality: '720p',
    layout: 'grid-responsive',
    size: 'medium',
    record_on_start: true,
    tone_on_entry_and_exit: false,
    user_join_video_off: false,
    room_join_video_off: true,
    enable_chat: true,
    enable_room_previews: true,
    dark_primary: primary,
    dark_background: background,
    dark_foreground: foreground,
    dark_success: success,
    dark_negative: negative,
    light_primary: primary,
    light_background: background,
    light_foreground: foreground,
    light_success: success,
    light_negative: negative,
    meta: { ward: 3, tags: ['daily'] },
    created_at: '2024-01-02T03:04:05Z',
    updated_at: '2026-11-22T03:04:05Z',
    active_session: null,
    ...fields,
  });
}
