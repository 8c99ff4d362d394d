import { type AbsoluteEnd, readAbsolute, writeAbsolute } from './absolute.ts';
import { type RangeProblem, toProblem } from './problem.ts';
import { type RelativeEnd, readRelative, writeRelative } from './relative.ts';

/** One end of a range as it was meant, not as it falls: what moves with the clock stays moving. */
export type End = { readonly kind: 'open' } | AbsoluteEnd | RelativeEnd;

/**
 * Reads an end as people type it: absolute (RFC 3339 with any offset, Unix seconds, a date or a date with a
 * time in the chosen zone), relative (`now-6h`, `now/w+1d`) or "" for an open end. It never throws: what
 * cannot be read is a problem with a sentence for the field.
 */
export function readEnd(typed: string): End | RangeProblem {
  const text = typed.trim();
  if (text === '') return { kind: 'open' };
  if (/^now/i.test(text)) return readRelative(text);
  if (/^\d/.test(text)) return readAbsolute(text);
  return toProblem('Write a date (2026-11-23), a time (2026-11-23 14:00) or one from now (now-6h).');
}

/** Writes an end in its one canonical form, which reads back as the same end. */
export function writeEnd(end: End): string {
  if (end.kind === 'open') return '';
  if (end.kind === 'relative') return writeRelative(end.steps);
  return writeAbsolute(end);
}
