/** A text as one word of a POSIX shell: within single quotes nothing has a meaning. NUL cannot be passed. */
export function quoteForShell(text: string): string {
  return `'${text.replaceAll('\u0000', '').replaceAll("'", String.raw`'\''`)}'`;
}
