import { describe, expect, test } from 'vitest';
import { readNext, toPlace } from '../../../client/roster/cursor.ts';

const QUERY = 'page_number=1&page_size=1000&page_token=PAab-12&starts_after=2026-01-01T00%3A00%3A00Z';

describe('the link to the next page', () => {
  test.each([
    ['absolute', `https://acme.signalwire.com/api/video/conferences?${QUERY}`],
    ['of another host', `http://elsewhere.example:8080/?${QUERY}`],
    ['relative to the host', `/api/video/conferences?${QUERY}`],
    ['relative to the path', `conferences?${QUERY}`],
    ['a query', `?${QUERY}`],
    ['a query without its mark', QUERY],
    ['with a fragment', `?${QUERY}#top`],
  ])('counts by its query alone: %s', (_, link) => {
    expect(readNext(link)).toEqual({ kind: 'page', cursor: QUERY });
  });

  test.each([[undefined], [null], ['']])('that is %j is the end', (link) => {
    expect(readNext(link)).toEqual({ kind: 'end' });
  });

  test.each([
    ['?page_number=1'],
    ['?page_token=PA1'],
    ['/api/video/conferences'],
    [42],
    [{}],
    ['?page_number=1&page_token='],
  ])('that is %j leads nowhere', (link) => {
    expect(readNext(link)).toEqual({ kind: 'broken' });
  });
});

test('two cursors are one place when page and token are the same', () => {
  expect(toPlace('page_token=PA1&page_number=1')).toBe(toPlace('page_number=1&page_size=2&page_token=PA1'));
  expect(toPlace('page_number=2&page_token=PA1')).not.toBe(toPlace('page_number=1&page_token=PA1'));
});
