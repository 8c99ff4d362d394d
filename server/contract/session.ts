import { z } from 'zod';

/**
 * An active session as SignalWire documents it (schema `Video.ActiveSession`). No field is required
 * by the published OpenAPI and any may be null. Status and quality are open enums, see values.ts.
 */
export const activeSession = z.looseObject({
  id: z.string().nullish(),
  room_id: z.string().nullish(),
  name: z.string().nullish(),
  display_name: z.string().nullish(),
  join_from: z.string().nullish(),
  join_until: z.string().nullish(),
  remove_at: z.string().nullish(),
  /** seconds */
  remove_after_seconds_elapsed: z.int().nullish(),
  layout: z.string().nullish(),
  max_members: z.int().nullish(),
  fps: z.union([z.string(), z.number()]).nullish(),
  quality: z.string().nullish(),
  start_time: z.string().nullish(),
  end_time: z.string().nullish(),
  /** seconds */
  duration: z.int().nullish(),
  status: z.string().nullish(),
  record_on_start: z.boolean().nullish(),
  enable_room_previews: z.boolean().nullish(),
  preview_url: z.string().nullish(),
  audio_video_sync: z.boolean().nullish(),
});

/** {@link activeSession} as a type. */
export type ActiveSession = z.infer<typeof activeSession>;
