/** Characters that are not seen and change what is: controls, direction marks, spaces and joiners of no width. */
const INVISIBLE = /[[\p{Cc}\p{Bidi_Control}\u200b\u2028\u2029\u2060-\u2064\ufeff]--[\t\n]]/gv;

/**
 * A text with its invisible characters written out as `\u202E`, so that nobody reads it in another order than
 * it has. Within JSON text that is the same value; tabs and line breaks stay.
 */
export function escapeInvisible(text: string): string {
  return text.replace(INVISIBLE, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return `\\u${code}`;
  });
}
