/**
 * Readers for values of a row, whose shape nobody promised: each takes anything and answers a value of one
 * type, or null where there is none. They never throw.
 */

/**
 * Text as it is; null for nothing, JSON text for anything else. What is nested so deeply that no JSON can be
 * written of it (some thousand levels) is named as that.
 */
export function readText(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value;
  try {
    return JSON.stringify(value) ?? null;
  } catch {
    return '(nested too deeply to be shown)';
  }
}

/** A finite number, also when it was sent as text; null otherwise. */
export function readNumber(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** A boolean; null otherwise. */
export function readFlag(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

/** An object that is no array, its keys unknown; null otherwise. */
export function readObject(value: unknown): Readonly<Record<string, unknown>> | null {
  return isObject(value) ? value : null;
}

/** Whether a value is an object with keys, and no list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** RFC 3339 as SignalWire writes it, with or without a fraction of a second. */
const RFC_3339 = /^\d{4}-(\d\d)-(\d\d)[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;

/** Milliseconds since the epoch of an RFC 3339 timestamp; null for anything else, a day that no calendar has too. */
export function readInstant(value: unknown): number | null {
  if (typeof value !== 'string') return null;
  const [, month, day] = RFC_3339.exec(value) ?? [];
  if (month === undefined) return null;
  const instant = Date.parse(value);
  // Some engines read 30 February as 2 March, others refuse it: server and page must agree.
  return Number.isNaN(instant) || (Number(day) > 28 && !isDay(value.slice(0, 10), Number(month)))
    ? null
    : instant;
}

function isDay(date: string, month: number): boolean {
  const midnight = new Date(`${date}T00:00:00Z`);
  return midnight.getUTCMonth() + 1 === month;
}
