import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { afterEach, expect, it, vi } from 'vitest';
import { CONFERENCES_PATH } from '#contract/values.ts';
import { startBoard, type TestBoard } from '../../support/board.ts';
import { startSpace, type TestSpace } from '../../support/space.ts';

const LIST = '/api/video/conferences?page_size=1000';
const MIB = 2 ** 20;

let space: TestSpace;
let board: TestBoard;
afterEach(async () => {
  await board.stop();
  await space[Symbol.asyncDispose]();
});

/** A board before a space whose page of 14 MiB packs to a few KB. */
async function start(limits: Parameters<typeof startBoard>[0] = {}) {
  const row = { id: 'one', description: 'x'.repeat(14 * MIB) };
  const links = { self: CONFERENCES_PATH, first: CONFERENCES_PATH };
  const page = JSON.stringify({ links, data: [row] });
  space = await startSpace((_, response) =>
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(page),
  );
  board = await startBoard({ spaceOrigin: space.origin, cacheSeconds: 300, ...limits });
  return Buffer.byteLength(page);
}

async function ask(headers: Record<string, string>, method = 'GET'): Promise<IncomingMessage> {
  const [response] = await once(get(board.origin + LIST, { headers, method, agent: false }), 'response');
  return response;
}

it('forty readers without gzip, who do not even read, cost no copy of a large page each', async () => {
  const length = await start();
  (await ask({ 'accept-encoding': 'gzip' })).resume();
  const before = process.memoryUsage.rss();
  const readers = await Promise.all(Array.from({ length: 40 }, () => ask({})));
  expect(readers.map(({ headers }) => Number(headers['content-length']))).toEqual(Array(40).fill(length));
  expect((process.memoryUsage.rss() - before) / MIB).toBeLessThan(150);

  const bytes = await Promise.all(
    readers.slice(0, 3).map(async (reader) => {
      let read = 0;
      for await (const chunk of reader) read += chunk.length;
      return read;
    }),
  );
  expect(bytes).toEqual([length, length, length]);
  for (const reader of readers) reader.destroy();
});

it('a HEAD without gzip has the length of the plain form, and no body', async () => {
  const length = await start();
  const response = await ask({}, 'HEAD');
  expect(Number(response.headers['content-length'])).toBe(length);
  expect(await response.toArray()).toEqual([]);
});

it('a reader that takes a few bytes now and then is cut off when its time is over', async () => {
  await start({ limits: { readerMs: 1_000 } });
  // From then on the page is kept, and its head comes at once.
  (await ask({ 'accept-encoding': 'gzip' })).resume();
  const reader = await ask({});
  // Never idle, and never done.
  const sip = setInterval(() => reader.read(1_000), 20);
  await vi.waitFor(() => expect(board.readLog()).toMatch(/"ms":\d{4,},.*"finished":false/), 10_000);
  clearInterval(sip);
  reader.on('error', () => {}).destroy();
});

it('a reader that leaves midway fails nothing and nobody', async () => {
  await start();
  for (let count = 0; count < 5; count += 1) (await ask({})).destroy();
  expect((await ask({ 'accept-encoding': 'gzip' })).resume().statusCode).toBe(200);
  expect(board.readLog()).not.toContain('"code":"internal"');
});
