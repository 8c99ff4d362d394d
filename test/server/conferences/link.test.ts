import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONFERENCES_PATH, QUERY_PARAMETERS } from '#contract/values.ts';
import { writeLink } from '../../../server/conferences/link.ts';
import { readQuery } from '../../../server/conferences/query.ts';

describe('a link of SignalWire', () => {
  it('leads to our own route and nowhere else, whatever it was', () => {
    const anything = fc.oneof(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(anything, (link) => {
        const written = writeLink(link);
        const url = new URL(written, 'http://board.example');
        expect(written.startsWith(CONFERENCES_PATH)).toBe(true);
        expect(url.origin).toBe('http://board.example');
        expect(url.pathname).toBe(CONFERENCES_PATH);
        expect(url.hash).toBe('');
        for (const name of url.searchParams.keys()) expect(QUERY_PARAMETERS).toContain(name);
        expect(written).toMatch(/^[\x21-\x7e]+$/);
      }),
    );
  });

  it('carries every parameter that our own route takes, and is written the same the second time', () => {
    const query = fc.record({
      starts_after: fc.constant('2026-01-01T10:00:00+02:00'),
      include_active_session: fc.constant('true'),
      page_number: fc.integer({ min: 1, max: 999 }).map(String),
      page_size: fc.integer({ min: 1, max: 1000 }).map(String),
      page_token: fc.string({ unit: fc.constantFrom(...'PA-_.~+/=%&#?az09'), minLength: 1, maxLength: 60 }),
    });
    const origin = fc.constantFrom(
      'https://acme.signalwire.com',
      'https://evil.example:8443',
      '',
      '//evil.example',
    );
    fc.assert(
      fc.property(query, origin, (given, host) => {
        const written = writeLink(`${host}${CONFERENCES_PATH}?${new URLSearchParams(given)}`);
        const search = written.slice(CONFERENCES_PATH.length);
        expect(Object.fromEntries(new URLSearchParams(search))).toEqual(given);
        expect(writeLink(written)).toBe(written);
        expect(`?${readQuery(search).canonical}`).toBe(search);
      }),
    );
  });

  it.each([
    ['/api/video/conferences?page_size=1', '/api/video/conferences?page_size=1'],
    ['?page_size=1&secret=2', '/api/video/conferences?page_size=1'],
    ['https://acme.signalwire.com/elsewhere', '/api/video/conferences'],
    ['javascript:alert(1)', '/api/video/conferences'],
    ['/x?page_size=1&page_size=2#?page_size=3', '/api/video/conferences?page_size=1'],
    ['', '/api/video/conferences'],
  ])('%s becomes %s', (link, written) => {
    expect(writeLink(link)).toBe(written);
  });
});
