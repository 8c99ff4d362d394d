declare global {
  // ES2025, known to every Node that this server starts under and not yet to the compiler's library.
  interface JSON {
    parse(
      text: string,
      reviver: (key: string, value: unknown, context: { source?: string }) => unknown,
    ): unknown;
    rawJSON(text: string): object;
  }
}

/** A number that a double might not hold as it is written; that it may stand inside a string costs only time. */
const DELICATE_NUMBER = /[[,:]\s*(?:-0\b|-?(?:\d[\d.]{15,}|\d+(?:\.\d+)?e|\d+\.\d*0\b))/i;

/**
 * Parses JSON so that writing it again gives the same numbers: a customer's 20-digit id in `meta` is passed
 * on digit by digit. Throws a SyntaxError.
 */
export function parseExactly(text: string): unknown {
  if (!DELICATE_NUMBER.test(text)) return JSON.parse(text);
  return JSON.parse(text, (_key, value, { source }) =>
    typeof value === 'number' && source !== undefined && String(value) !== source
      ? JSON.rawJSON(source)
      : value,
  );
}
