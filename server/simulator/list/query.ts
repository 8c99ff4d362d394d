import type { RestApiErrorItem } from '#contract/errors.ts';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE, QUERY_PARAMETERS } from '#contract/values.ts';

/** What a request asks of the list. */
export interface ListQuery {
  /** ms, UTC */
  startsAfter: number | null;
  endsBefore: number | null;
  includeActiveSession: boolean;
  pageNumber: number;
  pageSize: number;
  pageToken: string | null;
  /** the filters and switches as they were sent; links carry them on */
  carried: ReadonlyMap<string, string>;
}

/** Reads the six parameters; of a repeated one the last counts, unknown ones are ignored. */
export function readListQuery(params: URLSearchParams): ListQuery | { errors: RestApiErrorItem[] } {
  const sent = new Map<string, string>();
  for (const name of QUERY_PARAMETERS) {
    const value = params.getAll(name).at(-1);
    if (value !== undefined) sent.set(name, value);
  }
  const errors: RestApiErrorItem[] = [];

  function read<Value>(
    name: string,
    fallback: Value,
    reader: (text: string) => Value | null,
    code: string,
  ): Value {
    const text = sent.get(name);
    if (text === undefined) return fallback;
    const value = reader(text);
    if (value !== null) return value;
    errors.push(parameterError(code, name));
    return fallback;
  }

  const startsAfter = read<number | null>('starts_after', null, readInstant, 'not_a_datetime');
  const endsBefore = read<number | null>('ends_before', null, readInstant, 'not_a_datetime');
  const includeActiveSession = read('include_active_session', false, readBoolean, 'not_a_boolean');
  const pageNumber = read('page_number', 0, (text) => readInteger(text, 0, 1e9), 'invalid_parameter');
  const pageSize = read(
    'page_size',
    DEFAULT_PAGE_SIZE,
    (text) => readInteger(text, 1, MAX_PAGE_SIZE),
    'invalid_parameter',
  );
  const pageToken = sent.get('page_token') ?? null;
  if (errors.length > 0) return { errors };

  const carried = new Map(sent);
  carried.delete('page_number');
  carried.delete('page_token');
  return { startsAfter, endsBefore, includeActiveSession, pageNumber, pageSize, pageToken, carried };
}

const MESSAGES: Readonly<Record<string, string>> = {
  not_a_datetime: 'must be an RFC 3339 datetime or a Unix timestamp',
  not_a_boolean: 'must be a boolean',
  page_token_is_invalid: 'is invalid',
  page_token_required: 'is required when page_number is greater than 0',
};

/** One entry of a 422, in the published shape. */
export function parameterError(code: string, attribute: string): RestApiErrorItem {
  return {
    type: 'validation_error',
    code,
    message: `${attribute} ${MESSAGES[code] ?? 'is invalid'}`,
    attribute,
    url: `https://developer.signalwire.com/rest/overview/error-codes/#${code}`,
  };
}

const DATETIME = /^(\d{4})-(\d{2})-(\d{2})[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/;

/** RFC 3339 with any offset, or Unix seconds; ms, UTC. */
function readInstant(text: string): number | null {
  if (/^-?\d{1,12}(\.\d+)?$/.test(text)) return Number(text) * 1000;
  const [, year, month, day] = DATETIME.exec(text) ?? [];
  const instant = Date.parse(text);
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return Number.isNaN(instant) || date.getUTCDate() !== Number(day) ? null : instant;
}

/** `true` as SDKs write it: Python's says `True`. */
function readBoolean(text: string): boolean | null {
  if (/^(true|1)$/i.test(text)) return true;
  return /^(false|0)$/i.test(text) ? false : null;
}

function readInteger(text: string, low: number, high: number): number | null {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return number >= low && number <= high ? number : null;
}
