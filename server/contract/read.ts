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

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** RFC 3339 as SignalWire writes it, with or without a fraction of a second. */
const RFC_3339 = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;

/** Milliseconds since the epoch of an RFC 3339 timestamp; null for anything else. */
export function readInstant(value: unknown): number | null {
  if (typeof value !== 'string' || !RFC_3339.test(value)) return null;
  const instant = Date.parse(value);
  return Number.isNaN(instant) ? null : instant;
}
