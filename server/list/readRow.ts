import type { ConferenceRow } from '#contract/conference.ts';

/** More digits than a double can hold. */
const LONG_NUMBER = /\d{16}/;

/**
 * The row in a JSON text. A number with more digits than a double can hold becomes the text of its digits, so that a
 * search finds it; the page has the number that JavaScript makes of it. Throws a SyntaxError when it is no JSON.
 */
export function readRow(id: string, text: string): ConferenceRow {
  const row: unknown = LONG_NUMBER.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text);
  return typeof row === 'object' && row !== null ? { ...row, id } : { id };
}

function keepDigits(_key: string, value: unknown, context?: { source?: string }): unknown {
  const source = context?.source;
  const isLong = typeof value === 'number' && source !== undefined && LONG_NUMBER.test(source);
  return isLong && String(value) !== source ? source : value;
}
