import { expect, it } from 'vitest';
import { writeListCurl } from '../../../client/api/curl.ts';

it('writes what was asked of SignalWire, with the credentials as words', () => {
  const range = { from: Date.parse('2026-11-23T10:00:00Z'), until: null };
  expect(writeListCurl('https://acme.signalwire.com', range)).toBe(
    "curl --silent --show-error --fail 'https://acme.signalwire.com/api/video/conferences?include_active_session=true&page_size=1000&starts_after=2026-11-23T10%3A00%3A00Z' \\\n" +
      '  --user "$SIGNALWIRE_PROJECT_ID:$SIGNALWIRE_API_TOKEN"',
  );
});
