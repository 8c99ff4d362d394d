import { z } from 'zod';
import type { RestApiErrorItem } from '#contract/errors.ts';
import type { Limits } from '../limits.ts';
import type { AnswerRedact } from './answerRedact.ts';
import { readOutline } from './outline.ts';

const DOCUMENTATION = 'https://signalwire.com/docs/apis/rest/video/video-conferences/list-video-conferences';

/** More errors than these help nobody. */
const MOST_ERRORS = 10;

/** Characters of a text that are looked through for credentials, before it is cut to what is shown. */
const MOST_READ = 10_000;

const UNKNOWN: RestApiErrorItem = {
  type: 'validation_error',
  code: 'invalid_parameter',
  message: 'SignalWire refused this query.',
  attribute: null,
  url: DOCUMENTATION,
};

/** What is wrong with a parameter of ours, in SignalWire's own shape. */
export function toInvalid(name: string, message: string, code = UNKNOWN.code): RestApiErrorItem {
  // The name comes from the browser: told back short, and as plain characters.
  const attribute = name.replace(/[^\w.-]/g, '?').slice(0, 50);
  return { type: UNKNOWN.type, code, message, attribute, url: DOCUMENTATION };
}

const list = z.object({ errors: z.array(z.unknown()).min(1) });
const single = z.object({ error: z.string() });

/** Reads what SignalWire says is wrong with a query, from the body of its 400 or 422, whatever that body is. */
export function createReadRefusal(limits: Limits, redact: AnswerRedact) {
  /** Their words are shown to people, as text: without control characters and credentials, and never a wall of it. */
  const words = (most: number) =>
    z.string().transform((text) =>
      redact
        .words(text.slice(0, MOST_READ))
        .replace(/\p{Cc}+/gu, ' ')
        .slice(0, most),
    );
  const item = z.object({
    type: words(50).catch(UNKNOWN.type),
    code: words(50).catch(UNKNOWN.code),
    message: words(300).catch(UNKNOWN.message),
    attribute: words(50)
      .nullish()
      .catch(null)
      .transform((name) => name ?? null),
    url: z
      .url({ protocol: /^https$/ })
      .max(300)
      .refine((url) => redact.words(url) === url)
      .catch(DOCUMENTATION),
  });

  return function readRefusal(body: Buffer): RestApiErrorItem[] {
    try {
      // Only to count the values in it: 50,000 errors are read no further than the first few.
      readOutline(body, limits);
      const parsed: unknown = JSON.parse(body.toString());
      const { data } = list.safeParse(parsed);
      if (data !== undefined) return z.array(item).parse(data.errors.slice(0, MOST_ERRORS));
      return [{ ...UNKNOWN, message: words(300).parse(single.parse(parsed).error) }];
    } catch {
      return [UNKNOWN];
    }
  };
}
