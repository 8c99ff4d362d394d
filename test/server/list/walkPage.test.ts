import { createServer } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { Fault, InvalidQuery } from '../../../server/http/Fault.ts';
import { DEFAULT_LIMITS } from '../../../server/limits.ts';
import { createReadPage } from '../../../server/list/walkPage.ts';
import { createHandClock } from '../../support/clock.ts';
import { startShare } from '../../support/share.ts';

const ROWS = [
  '{"id":"a","meta":{"order":12345678901234567890,"rate":1.10,"small":1e-7}}',
  '{"id":"b","name":"Grüße \\u0000 ☎","active_session":{"status":"in-progress"}}',
];

/** A SignalWire that answers every page with the same rows and a next, until it is told to fail. */
async function startPages() {
  const asked: string[] = [];
  const failing = { status: 200 };
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(failing.status, { 'Content-Type': 'application/json' });
    const next = '/x?page_number=2&page_token=PA2';
    response.end(`{"links":{"self":"/x","first":"/x","next":"${next}"},"data":[${ROWS.join(',')}, 7]}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const upstream = {
    origin: `http://127.0.0.1:${address.port}`,
    projectId: 'the-project-of-this-test',
    apiToken: 'the-token-of-this-test',
  };
  onTestFinished(() => {
    server.close();
  });
  const clock = createHandClock();
  const readPage = createReadPage(startShare(upstream, clock), clock, DEFAULT_LIMITS);
  return { readPage, asked, failing, clock };
}

it('a page for the walk has each row as SignalWire sent it, digit by digit', async () => {
  const { readPage } = await startPages();
  const { rows, dropped, next } = await readPage('page_size=2');
  expect(rows).toEqual([
    { id: 'a', text: ROWS[0] },
    { id: 'b', text: ROWS[1] },
  ]);
  expect(dropped).toBe(1);
  expect(next).toEqual({ kind: 'page', query: 'page_number=2&page_token=PA2' });
});

it('a page for the walk says when SignalWire was asked for it, also one that was kept', async () => {
  const { readPage, clock, asked } = await startPages();
  clock.advance(100);
  expect(await readPage('page_size=2')).toMatchObject({ askedAt: 100_000, fault: null });
  clock.advance(4);
  expect(await readPage('page_size=2')).toMatchObject({ askedAt: 100_000, fault: null });
  expect(asked).toHaveLength(1);
});

it('a page for the walk that was kept too long says for want of what', async () => {
  const { readPage, clock, failing } = await startPages();
  await readPage('page_size=2');
  clock.advance(60);
  failing.status = 429;
  const { fault, askedAt } = await readPage('page_size=2');
  expect([fault?.code, fault?.retryAfter, askedAt]).toEqual(['upstream_rate_limited', 30, 0]);
});

it('a page for the walk that SignalWire fails or refuses to give is what it throws', async () => {
  const { readPage, failing } = await startPages();
  failing.status = 404;
  await expect(readPage('page_size=2')).rejects.toThrow(Fault);
  failing.status = 422;
  await expect(readPage('page_size=2')).rejects.toThrow(InvalidQuery);
});

it('no page beyond the one that the walk wants is asked for', async () => {
  const { readPage, asked } = await startPages();
  await readPage('page_number=1&page_token=PA1');
  // What share reads ahead it asks for before it answers: the second question comes after it.
  await readPage('page_number=7&page_token=PA7');
  expect(asked.map((url) => new URLSearchParams(url.slice(url.indexOf('?'))).get('page_number'))).toEqual([
    '1',
    '7',
  ]);
});
