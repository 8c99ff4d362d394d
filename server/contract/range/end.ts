import { type AbsoluteEnd, readAbsolute, writeAbsolute } from './absolute.ts';
import { type RangeProblem, toUnread } from './problem.ts';
import { type RelativeEnd, readRelative, writeRelative } from './relative.ts';
import { readWords } from './words.ts';

/** One end of a range as it was meant, not as it falls: what moves with the clock stays moving. */
export type End = { readonly kind: 'open' } | AbsoluteEnd | RelativeEnd;

/**
 * Reads an end as an address holds it: absolute (RFC 3339 with any offset, Unix seconds, a date or a date with a time
 * in the chosen zone), relative (`now-6h`, `now+1d/d+9h`), relative in English words (`tomorrow 9:00`, `2h ago`), or
 * "" for an open end. It means the same to everybody: what depends on today or on a language is read in the field
 * alone (`readTyped`). It never throws: what cannot be read is a problem with a sentence for the field.
 */
export function readEnd(typed: string): End | RangeProblem {
  const text = typed.trim();
  if (text === '') return { kind: 'open' };
  if (/^now/i.test(text)) return readRelative(text);
  const words = readWords(text);
  if (words !== null) return words;
  return /^\d/.test(text) ? readAbsolute(text) : toUnread(text);
}

/** Writes an end in its one canonical form, which reads back as the same end. */
export function writeEnd(end: End): string {
  if (end.kind === 'open') return '';
  if (end.kind === 'relative') return writeRelative(end.steps);
  return writeAbsolute(end);
}
