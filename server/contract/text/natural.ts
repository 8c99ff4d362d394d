import { fold } from './fold.ts';

/** Below every digit and letter, so that a number's length weighs before its digits. */
const FIRST_LENGTH = 0x21;

/**
 * A key whose plain comparison (`<`) is the natural order of texts: without case and accents, and numbers by
 * their value, "Room 2" before "Room 10". Numbers stand where digits do: after spaces and hyphens, before
 * letters. Leading zeros do not count.
 */
export function toNaturalKey(text: string): string {
  return fold(text)
    .trim()
    .replace(/\d+/g, (run) => {
      const digits = run.replace(/^0+(?=\d)/, '');
      return `0${String.fromCharCode(FIRST_LENGTH + digits.length)}${digits}`;
    });
}
