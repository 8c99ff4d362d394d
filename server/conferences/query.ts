import type { RestApiErrorItem } from '#contract/errors.ts';
import { MAX_PAGE_SIZE, QUERY_PARAMETERS } from '#contract/values.ts';
import { InvalidQuery } from '../http/Fault.ts';
import { isInstant } from './instant.ts';
import { toInvalid } from './refusal.ts';

/** A query in its one canonical spelling: what SignalWire is asked, and what answers are kept under. */
export interface Query {
  /** without `?`; the same for the same parameters, whatever their order */
  canonical: string;
  /** 0 for the first page of the list */
  pageNumber: number;
}

type Parameter = (typeof QUERY_PARAMETERS)[number];

interface Rule {
  code: string;
  message: string;
  /** the canonical spelling, or null for a value that is refused */
  read(value: string): string | null;
}

const MAX_TOKEN_LENGTH = 1024;

const instant: Rule = {
  code: 'not_a_datetime',
  message: 'must be an RFC 3339 datetime or a Unix timestamp',
  read: (value) => (isInstant(value) ? value : null),
};

const readWhole = (value: string, least: number, most: number) =>
  /^(?:0|[1-9]\d{0,8})$/.test(value) && Number(value) >= least && Number(value) <= most ? value : null;

const RULES: Record<Parameter, Rule> = {
  starts_after: instant,
  ends_before: instant,
  include_active_session: {
    code: 'not_a_boolean',
    message: 'must be true or false',
    // SignalWire's Python SDK writes True.
    read: (value) => (/^(?:true|false)$/i.test(value) ? value.toLowerCase() : null),
  },
  page_number: {
    code: 'invalid_parameter',
    message: 'must be a whole number, 0 or more',
    read: (value) => readWhole(value, 0, Number.MAX_SAFE_INTEGER),
  },
  page_size: {
    code: 'invalid_parameter',
    message: `must be a whole number from 1 to ${MAX_PAGE_SIZE}`,
    read: (value) => readWhole(value, 1, MAX_PAGE_SIZE),
  },
  page_token: {
    code: 'page_token_is_invalid',
    message: 'must be a token from the links of an earlier page',
    read: (value) => (/^[\x21-\x7e]+$/.test(value) && value.length <= MAX_TOKEN_LENGTH ? value : null),
  },
};

/**
 * Reads the query of a request, with or without its `?`: the six parameters, each at most once. Throws an
 * InvalidQuery that names everything that is wrong with it.
 */
export function readQuery(search: string): Query {
  // A plus is a plus: no value here holds a space, and people write `+02:00` as it is.
  const given = new URLSearchParams(search.replaceAll('+', '%2B'));
  const errors = [...new Set(given.keys())]
    .filter((name) => !isParameter(name))
    .map((name) => toInvalid(name, 'There is no such parameter here.'));
  const canonical = new URLSearchParams();
  for (const name of QUERY_PARAMETERS) {
    const values = given.getAll(name);
    if (values.length > 1) errors.push(refuse(name, 'invalid_parameter', 'must be given once'));
    const [value] = values;
    if (value === undefined) continue;
    const read = RULES[name].read(value);
    if (read === null) errors.push(refuse(name, RULES[name].code, RULES[name].message));
    else canonical.set(name, read);
  }
  const pageNumber = Number(canonical.get('page_number') ?? 0);
  if (pageNumber > 0 && !given.has('page_token'))
    errors.push(refuse('page_token', 'page_token_required', 'is required when page_number is above 0'));
  if (errors.length > 0) throw new InvalidQuery(errors);
  return { canonical: canonical.toString(), pageNumber };
}

function isParameter(name: string): boolean {
  return QUERY_PARAMETERS.some((known) => known === name);
}

function refuse(name: string, code: string, reason: string): RestApiErrorItem {
  return toInvalid(name, `${name} ${reason}.`, code);
}
