const LEAST = 1;
const MOST = 300;
/** SignalWire's 429 usually says nothing */
const DEFAULT = 30;

const [DAY, MONTH, CLOCK] = ['[A-Z][a-z]{2}', '[A-Z][a-z]{2}', '\\d\\d:\\d\\d:\\d\\d'];
/** The three forms of a date in RFC 9110, 5.6.7. Date.parse takes much else: `-1` is a day of 2001 to it. */
const HTTP_DATE = new RegExp(
  `^(?:${DAY}, \\d\\d ${MONTH} \\d{4} ${CLOCK} GMT|[A-Z][a-z]{5,8}, \\d\\d-${MONTH}-\\d\\d ${CLOCK} GMT|${DAY} ${MONTH} [ \\d]\\d ${CLOCK} \\d{4})$`,
);

/** ms, UTC; NaN when it is no date of HTTP */
function readHttpDate(text: string): number {
  if (!HTTP_DATE.test(text)) return Number.NaN;
  return Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
}

/**
 * Seconds that a `Retry-After` (seconds, or an HTTP date) asks us to wait: 1 to 300, 30 when it says nothing.
 * A date is counted from the answer's own `Date`, or else from `now` (ms, UTC), for our clock may be wrong.
 */
export function readRetryAfter(headers: { 'retry-after'?: string; date?: string }, now: number): number {
  const text = headers['retry-after']?.trim() ?? '';
  const given = readHttpDate(headers.date ?? '');
  const from = Number.isNaN(given) ? now : given;
  const seconds = /^\d+$/.test(text) ? Number(text) : (readHttpDate(text) - from) / 1000;
  return Number.isNaN(seconds) ? DEFAULT : Math.min(MOST, Math.max(LEAST, Math.ceil(seconds)));
}
