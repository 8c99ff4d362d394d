import { z } from 'zod';

/**
 * Where the published contract and what is known of the real service leave two answers possible, the simulator
 * can give either. The first value of each is the default: the published OpenAPI's own words.
 */
export const quirksSchema = z.strictObject({
  links: z.enum(['absolute', 'relative']).describe('whether links name the host'),
  order: z.enum(['newest', 'oldest', 'shuffled']).describe('the order of the list'),
  next: z.enum(['absent', 'null', 'empty']).describe('what `next` and `prev` are at the ends of the list'),
  activeSession: z.enum(['absent', 'null']).describe('what `active_session` is when none runs'),
  sessionFields: z.enum(['absent', 'null']).describe('what a field of a session is that has no value'),
  fps: z.enum(['string', 'number']).describe('the type of `fps`'),
  sync: z
    .enum(['audio_video_sync', 'sync_audio_video'])
    .describe('what the sync field of a session is called'),
  nullDates: z.enum(['dropped', 'kept']).describe('conferences without the date that a filter asks for'),
  scope: z.enum(['401', '403']).describe('the status for a token that lacks the Video scope'),
  emptyPage: z.enum(['off', 'on']).describe('whether page 1 is empty although more pages follow'),
});

export type Quirks = z.infer<typeof quirksSchema>;

export const DEFAULT_QUIRKS: Readonly<Quirks> = {
  links: 'absolute',
  order: 'newest',
  next: 'absent',
  activeSession: 'absent',
  sessionFields: 'absent',
  fps: 'string',
  sync: 'audio_video_sync',
  nullDates: 'dropped',
  scope: '401',
  emptyPage: 'off',
};
