import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RestApiErrorItem } from '#contract/errors.ts';
import { QUERY_PARAMETERS } from '#contract/values.ts';
import { readQuery } from '../../../server/conferences/query.ts';
import { InvalidQuery } from '../../../server/http/Fault.ts';

function readErrors(search: string): readonly RestApiErrorItem[] {
  try {
    readQuery(search);
  } catch (error) {
    if (error instanceof InvalidQuery) return error.errors;
    throw error;
  }
  return [];
}

const codes = (search: string) => readErrors(search).map(({ attribute, code }) => [attribute, code]);

/** A query that SignalWire would take, as the pairs in which it is written. */
const validPairs = fc
  .record(
    {
      starts_after: fc
        .date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) })
        .map((date) => date.toISOString()),
      ends_before: fc.integer({ min: 0, max: 4_000_000_000 }).map(String),
      include_active_session: fc.constantFrom('true', 'false', 'True', 'False'),
      page_number: fc.integer({ min: 0, max: 100_000 }).map(String),
      page_size: fc.integer({ min: 1, max: 1000 }).map(String),
      page_token: fc.uuid().map((id) => `PA${id}`),
    },
    { requiredKeys: ['page_token'] },
  )
  .chain((record) => fc.shuffledSubarray(Object.entries(record), { minLength: Object.keys(record).length }));

describe('the query of the list', () => {
  it('has one spelling, whatever the order in which it was asked', () => {
    fc.assert(
      fc.property(validPairs, (pairs) => {
        const asked = readQuery(new URLSearchParams(pairs).toString()).canonical;
        const turned = readQuery(new URLSearchParams(pairs.toReversed()).toString()).canonical;
        expect(asked).toBe(turned);
        expect(readQuery(asked).canonical).toBe(asked);
        const names = [...new URLSearchParams(asked).keys()];
        expect(names).toEqual(QUERY_PARAMETERS.filter((name) => names.includes(name)));
      }),
    );
  });

  it('is refused or canonical, and never anything else, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webQueryParameters()), (text) => {
        const errors = readErrors(text);
        if (errors.length > 0) return;
        const { canonical } = readQuery(text);
        expect(canonical).toMatch(/^[\x21-\x7e]*$/);
        for (const name of new URLSearchParams(canonical).keys()) expect(QUERY_PARAMETERS).toContain(name);
      }),
    );
  });

  it('is refused with any name that is none of the six', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((name) => !QUERY_PARAMETERS.some((known) => known === name)),
        (name) => {
          expect(readErrors(new URLSearchParams([[name, 'x']]).toString())).toHaveLength(1);
        },
      ),
    );
  });

  it.each([
    ['page_number=1', [['page_token', 'page_token_required']]],
    ['page_number=-1&page_token=PAx', [['page_number', 'invalid_parameter']]],
    ['page_number=1e3&page_token=PAx', [['page_number', 'invalid_parameter']]],
    ['page_number=0x10&page_token=PAx', [['page_number', 'invalid_parameter']]],
    ['page_number=1.0&page_token=PAx', [['page_number', 'invalid_parameter']]],
    ['page_number=+1&page_token=PAx', [['page_number', 'invalid_parameter']]],
    ['page_number=%201&page_token=PAx', [['page_number', 'invalid_parameter']]],
    ['page_number=01&page_token=PAx', [['page_number', 'invalid_parameter']]],
    ['page_number=9999999999&page_token=PAx', [['page_number', 'invalid_parameter']]],
    ['page_number=%D9%A1&page_token=PAx', [['page_number', 'invalid_parameter']]],
    ['page_size=0', [['page_size', 'invalid_parameter']]],
    ['page_size=1001', [['page_size', 'invalid_parameter']]],
    ['page_size=', [['page_size', 'invalid_parameter']]],
    ['page_size=5&page_size=5', [['page_size', 'invalid_parameter']]],
    ['page_size[]=5', [['page_size??', 'invalid_parameter']]],
    [`page_token=${'x'.repeat(5000)}`, [['page_token', 'page_token_is_invalid']]],
    ['page_token=a%0d%0aHost:x', [['page_token', 'page_token_is_invalid']]],
    ['page_token=%00', [['page_token', 'page_token_is_invalid']]],
    ['include_active_session=1', [['include_active_session', 'not_a_boolean']]],
    ['include_active_session=yes', [['include_active_session', 'not_a_boolean']]],
    ['starts_after=yesterday', [['starts_after', 'not_a_datetime']]],
    ['starts_after=2026-02-30T00:00:00Z', [['starts_after', 'not_a_datetime']]],
    ['starts_after=2026-01-01', [['starts_after', 'not_a_datetime']]],
    ['starts_after=2026-01-01T10:00:00', [['starts_after', 'not_a_datetime']]],
    ['ends_before=2026-01-01T24:00:00Z', [['ends_before', 'not_a_datetime']]],
    ['ends_before=1e9', [['ends_before', 'not_a_datetime']]],
    [
      'q=x&Page_Size=5',
      [
        ['q', 'invalid_parameter'],
        ['Page_Size', 'invalid_parameter'],
      ],
    ],
  ])('%s is refused', (search, expected) => {
    expect(codes(search)).toEqual(expected);
  });

  it.each([
    ['', ''],
    ['?page_size=5', 'page_size=5'],
    ['include_active_session=True', 'include_active_session=true'],
    ['starts_after=2026-01-01T10%3A00%3A00%2B02%3A00', 'starts_after=2026-01-01T10%3A00%3A00%2B02%3A00'],
    ['starts_after=2026-01-01T10:00:00+02:00', 'starts_after=2026-01-01T10%3A00%3A00%2B02%3A00'],
    ['page_token=PA+x', 'page_token=PA%2Bx'],
    ['starts_after=2024-02-29T00:00:00.123Z', 'starts_after=2024-02-29T00%3A00%3A00.123Z'],
    ['ends_before=1767225600', 'ends_before=1767225600'],
    ['page_number=0', 'page_number=0'],
    ['page_token=PAx&page_number=2', 'page_number=2&page_token=PAx'],
  ])('%s is asked as %s', (search, canonical) => {
    expect(readQuery(search).canonical).toBe(canonical);
  });

  it('names everything that is wrong at once', () => {
    expect(codes('page_size=0&starts_after=x&page_number=1')).toHaveLength(3);
  });

  it('is told back short and plain when its names are hostile', () => {
    const [error] = readErrors(`${encodeURIComponent(`<script>\u202e${'x'.repeat(900)}`)}=1`);
    expect(error).toMatchObject({
      attribute: expect.stringMatching(/^[\w.?-]{50}$/),
      message: 'There is no such parameter here.',
    });
  });
});
