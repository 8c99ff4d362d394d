import { z } from 'zod';
import type { RestApiErrorItem } from '#contract/errors.ts';

export const DOCUMENTATION =
  'https://signalwire.com/docs/apis/rest/video/video-conferences/list-video-conferences';

/** Their words are shown to people, as text: without control characters, and never a wall of it. */
const words = (most: number) => z.string().transform((text) => text.replace(/\p{Cc}+/gu, ' ').slice(0, most));

const item = z.object({
  type: words(50).catch('validation_error'),
  code: words(50).catch('invalid_parameter'),
  message: words(300).catch('SignalWire refused this query.'),
  attribute: words(50)
    .nullish()
    .catch(null)
    .transform((name) => name ?? null),
  url: z
    .url({ protocol: /^https$/ })
    .max(300)
    .catch(DOCUMENTATION),
});
const unknownItem = item.parse({});

const refusal = z.union([
  z.object({ errors: z.array(item).min(1) }).transform(({ errors }) => errors.slice(0, 10)),
  z.object({ error: words(300) }).transform(({ error }) => [{ ...unknownItem, message: error }]),
]);

/** What SignalWire says is wrong with a query, from the body of its 400 or 422, whatever that body is. */
export function readRefusal(body: Buffer): RestApiErrorItem[] {
  try {
    return refusal.parse(JSON.parse(body.toString()));
  } catch {
    return [unknownItem];
  }
}
