import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONFERENCES_PATH, QUERY_PARAMETERS } from '#contract/values.ts';
import { writeLinks } from '../../../server/conferences/link.ts';
import { readQuery } from '../../../server/conferences/query.ts';

const writeNext = (next: string) => writeLinks({ self: '', first: '', next });
const writeSelf = (self: string) => writeLinks({ self, first: '' }).written.self;

/** What a link to a page may hold. */
const pageQuery = fc.record({
  starts_after: fc.constant('2026-01-01T10:00:00+02:00'),
  include_active_session: fc.constant('true'),
  page_number: fc.integer({ min: 1, max: 999 }).map(String),
  page_size: fc.integer({ min: 1, max: 1000 }).map(String),
  page_token: fc.string({ unit: fc.constantFrom(...'PA-_.~+/=%&#?az09'), minLength: 1, maxLength: 60 }),
});

describe('a link of SignalWire', () => {
  it('leads to our own route and nowhere else, whatever it was, and our own route takes it', () => {
    const anything = fc.oneof(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.string({ unit: 'binary' }),
      fc.webQueryParameters().map((query) => `?page_number=1&page_token=PAx&${query}`),
    );
    fc.assert(
      fc.property(anything, (link) => {
        const { written } = writeLinks({ self: link, first: link, next: link, prev: link });
        for (const reference of Object.values(written)) {
          const url = new URL(reference, 'http://board.example');
          expect(url.origin + url.pathname).toBe(`http://board.example${CONFERENCES_PATH}`);
          expect(url.hash).toBe('');
          for (const name of url.searchParams.keys()) expect(QUERY_PARAMETERS).toContain(name);
          expect(reference).toMatch(/^[\x21-\x7e]+$/);
          expect(`?${readQuery(url.search).canonical}`).toBe(url.search || '?');
        }
      }),
    );
  });

  it('carries every parameter that our own route takes, and is written the same the second time', () => {
    const origin = fc.constantFrom(
      'https://acme.signalwire.com',
      'https://evil.example:8443',
      '',
      '//evil.example',
    );
    fc.assert(
      fc.property(pageQuery, origin, (given, host) => {
        const { next } = writeNext(`${host}${CONFERENCES_PATH}?${new URLSearchParams(given)}`).written;
        const search = next?.slice(CONFERENCES_PATH.length) ?? '';
        expect(Object.fromEntries(new URLSearchParams(search))).toEqual(given);
        expect(writeNext(next ?? '').written.next).toBe(next);
        expect(`?${readQuery(search).canonical}`).toBe(search);
      }),
    );
  });

  it('keeps a plus that is written as it is, in a token and in a time', () => {
    const { next } = writeNext(
      '?page_number=1&page_token=PA+a+&ends_before=2026-01-01T10:00:00+02:00',
    ).written;
    const query = new URLSearchParams(next?.split('?')[1]);
    expect([query.get('page_token'), query.get('ends_before')]).toEqual([
      'PA+a+',
      '2026-01-01T10:00:00+02:00',
    ]);
  });

  it.each([
    ['/api/video/conferences?page_size=1', '/api/video/conferences?page_size=1'],
    ['?page_size=1&secret=2', '/api/video/conferences?page_size=1'],
    ['https://acme.signalwire.com/elsewhere', '/api/video/conferences'],
    ['javascript:alert(1)', '/api/video/conferences'],
    ['/x?page_size=1&page_size=2#?page_size=3', '/api/video/conferences?page_size=1'],
    ['?page_size=5000', '/api/video/conferences'],
    ['', '/api/video/conferences'],
  ])('%s becomes %s as self', (link, written) => {
    expect(writeSelf(link)).toBe(written);
  });

  it.each([
    'string',
    'file:///etc/passwd',
    'https://acme.signalwire.com/elsewhere',
    '/api/video/conferences',
    '?page_size=50',
    '?page_number=1',
    '?page_token=PAx',
    '?page_number=0&page_token=PAx',
    '?page_number=one&page_token=PAx',
    '?page_number=1&page_token=',
    '?page_number=1&page_token=PA%20x',
    '?page_number=1&page_token=PAx&page_size=5000',
    '?page_number=1&page_token=PAx&starts_after=soon',
    `?page_number=1&page_token=${'x'.repeat(5_000)}`,
  ])('%s is no next, and that there was one is told', (link) => {
    const { written, hasBrokenNext } = writeNext(link);
    expect([written.next, hasBrokenNext]).toEqual([undefined, true]);
    // `prev` may lead to the first page, which needs no token.
    const prev = writeLinks({ self: '', first: '', prev: 'string' }).written.prev;
    expect(prev).toBeUndefined();
  });

  it.each([undefined, null, ''])('a next that is %s is the end, and nothing is told', (next) => {
    expect(writeLinks({ self: '', first: '', next }).hasBrokenNext).toBe(false);
  });

  const QUERY = 'starts_after=2026-01-01T00%3A00%3A00Z&page_number=1&page_size=1000&page_token=PAab-12';

  it.each([
    ['absolute', `https://acme.signalwire.com/api/video/conferences?${QUERY}`],
    ['of another host', `http://elsewhere.example:8080/?${QUERY}`],
    ['relative to the host', `/api/video/conferences?${QUERY}`],
    ['relative to the path', `conferences?${QUERY}`],
    ['a query', `?${QUERY}`],
    ['with a fragment', `?${QUERY}#top`],
    ['with its parameters in another order', `?${QUERY.split('&').reverse().join('&')}`],
  ])('names the next page by its query alone, in one spelling: one that is %s', (_, link) => {
    expect(writeNext(link).next).toBe(QUERY);
  });
});
