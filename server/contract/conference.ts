import { z } from 'zod';
import { activeSession } from './session.ts';

const text = z.string();
const textOrNull = z.string().nullable();

/**
 * A conference as SignalWire documents it (schema `Video.Conference`): all fields are
 * required but `active_session`, which comes when it was asked for. Timestamps are RFC 3339 in UTC; enums are open, see values.ts.
 * Rows that come are not checked against it: the server's `readReply` asks only for an id.
 */
export const conference = z.looseObject({
  id: text,
  name: text,
  display_name: textOrNull,
  description: textOrNull,
  join_from: textOrNull,
  join_until: textOrNull,
  quality: text,
  layout: text,
  size: textOrNull,
  record_on_start: z.boolean(),
  tone_on_entry_and_exit: z.boolean(),
  user_join_video_off: z.boolean(),
  room_join_video_off: z.boolean(),
  enable_chat: z.boolean(),
  enable_room_previews: z.boolean().nullable(),
  dark_primary: textOrNull,
  dark_background: textOrNull,
  dark_foreground: textOrNull,
  dark_success: textOrNull,
  dark_negative: textOrNull,
  light_primary: textOrNull,
  light_background: textOrNull,
  light_foreground: textOrNull,
  light_success: textOrNull,
  light_negative: textOrNull,
  meta: z.record(text, z.unknown()).nullable(),
  created_at: text,
  updated_at: text,
  active_session: activeSession.nullish(),
});

/** {@link conference} as a type: what the documentation promises and the simulator sends. */
export type SentConference = z.infer<typeof conference>;

/**
 * The least a row must be to be shown, and what the proxied route promises its readers: an object with an
 * id. Everything else in it may be missing, null, of another type or unknown; it is passed on unchanged.
 */
export interface ConferenceRow {
  id: string;
  [field: string]: unknown;
}
