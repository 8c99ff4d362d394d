import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { packReply } from '../../../server/conferences/packed.ts';
import { createShare } from '../../../server/conferences/share.ts';
import { createHandClock } from '../../support/clock.ts';

/** A share before a SignalWire that answers each query with that many bytes which no packing makes fewer. */
function createCountingShare(bytes: number) {
  const asked: string[] = [];
  const share = createShare({
    ask: async (canonical) => {
      asked.push(canonical);
      const page = await packReply({
        json: randomBytes(bytes),
        rows: [],
        next: null,
        hasBrokenNext: false,
        dropped: 0,
        tooDeep: [],
        redacted: [],
      });
      return { page, rows: [] };
    },
    clock: createHandClock(),
    cacheSeconds: 5,
  });
  return { asked, share: (canonical: string) => share({ canonical, pageNumber: 0 }, null) };
}

it('a page is packed once, however many read it', async () => {
  const { asked, share } = createCountingShare(1_000);
  const readers = await Promise.all(Array.from({ length: 100 }, () => share('page_size=1')));
  const later = await share('page_size=1');
  expect(new Set([...readers, later].map(({ page }) => page.gzip)).size).toBe(1);
  expect(asked).toHaveLength(1);
});

it('kept pages stay under 64 MiB together, the least recently read going first', async () => {
  const { asked, share } = createCountingShare(2 ** 20);
  for (let size = 1; size <= 70; size += 1) await share(`page_size=${size}`);
  asked.length = 0;
  for (const size of [70, 10]) await share(`page_size=${size}`);
  expect(asked).toEqual([]);
  await share('page_size=1');
  expect(asked).toEqual(['page_size=1']);
});

it('of 10,000 different queries no more than the latest 200 are kept', async () => {
  const { asked, share } = createCountingShare(10);
  for (let instant = 1; instant <= 10_000; instant += 1) await share(`starts_after=${instant}`);
  asked.length = 0;
  await share('starts_after=9801');
  expect(asked).toEqual([]);
  await share('starts_after=9800');
  expect(asked).toEqual(['starts_after=9800']);
});
