import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { get, type RequestListener } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { CONFERENCES_PATH, DEFAULT_PAGE_SIZE } from '#contract/values.ts';
import { startSpace } from '../support/space.ts';
import { ask, createAgent } from './client.ts';
import { atMost, exactly, type Figure, plainly } from './figure.ts';
import { startMeasured } from './measured.ts';
import type { Watched } from './watchHealth.ts';

const MIB = 2 ** 20;
const LINKS = '{"self":"/api/video/conferences","first":"/api/video/conferences"}';

/** What this space answers to each `page_size`: one number a kind of harm. */
const SIZES = { board: DEFAULT_PAGE_SIZE, bomb: 1, gzipBomb: 2, deep: 3, refusal: 4, large: 100 };

/** Everything that is too much, at once, from both sides, for a server that may hold 400 MB of objects. */
export async function measureSiege(seconds: number): Promise<Figure[]> {
  await using space = await startSpace(createHostileSpace());
  const board = await startMeasured({
    conferences: 0,
    spaceOrigin: space.origin,
    flags: ['--max-old-space-size=400'],
  });
  const list = (size: number, more = '') => `${board.origin}${CONFERENCES_PATH}?page_size=${size}${more}`;
  const agent = createAgent(200);
  const plain = { 'accept-encoding': 'identity' };
  const counts = { board: 0, boardFailed: 0, large: 0, plain: 0 };
  let mostRss = 0;
  let isOver = false;

  const repeat = async (work: () => Promise<unknown>, pauseMs: number) => {
    while (!isOver) {
      await work().catch(() => {});
      await wait(pauseMs);
    }
  };
  const harm = [
    ...[SIZES.bomb, SIZES.gzipBomb, SIZES.deep, SIZES.refusal].map((size) =>
      repeat(() => ask(list(size), agent), 100),
    ),
    ...Array.from({ length: 40 }, (_, index) =>
      repeat(async () => {
        const { status } = await ask(list(SIZES.large, `&starts_after=${index}`), agent);
        if (status === 200) counts.large += 1;
      }, 1_000),
    ),
    ...Array.from({ length: 40 }, () =>
      repeat(async () => {
        const { status } = await ask(list(SIZES.large), agent, plain);
        if (status === 200) counts.plain += 1;
      }, 500),
    ),
  ];
  const slow = Array.from({ length: 64 }, () =>
    get(list(SIZES.large), { headers: plain, agent: false }, (response) => {
      const sip = setInterval(() => response.read(16_384), 1_000);
      response.on('error', () => {}).once('close', () => clearInterval(sip));
    }).on('error', () => {}),
  );
  const watch = [
    repeat(async () => {
      const { status } = await ask(list(SIZES.board), agent);
      counts.board += 1;
      if (status !== 200) counts.boardFailed += 1;
    }, 500),
    repeat(async () => {
      mostRss = Math.max(mostRss, readRss(board.pid));
    }, 20),
  ];
  const health = new Worker(new URL('./watchHealth.ts', import.meta.url), { workerData: board.origin });
  await wait(seconds * 1_000);
  isOver = true;
  health.postMessage('end');
  const [watched]: Watched[] = await once(health, 'message');
  if (watched === undefined) throw new Error('The watch said nothing.');
  for (const request of slow) request.destroy();
  await Promise.all([...harm, ...watch]);
  agent.destroy();
  const { status } = await ask(list(SIZES.board), createAgent(1));
  await board.stop();
  return [
    atMost(`everything at once for ${seconds} s: slowest /healthz`, 300, watched.slowest, ' ms'),
    atMost('… most memory (RSS)', 512, mostRss / MIB, ' MB'),
    exactly('… of the board’s own list, answers that failed', 0, counts.boardFailed),
    exactly('… answer of the list afterwards', 200, status),
    plainly('… /healthz asked, and later than 300 ms', `${watched.asked}, ${watched.late}`),
    plainly('… board, large and plain answers', `${counts.board}, ${counts.large}, ${counts.plain}`),
  ];
}

function readRss(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes ?? 0) * 1024;
}

/** A SignalWire that is well for the board's own question, and answers harm to all others. Packed beforehand. */
function createHostileSpace(): RequestListener {
  const nested = `${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}`;
  const deep = Array.from({ length: 300 }, (_, index) => `{"id":"${index}","meta":${nested}}`);
  const rows = (count: number, bytes: number) =>
    Array.from({ length: count }, (_, index) => JSON.stringify({ id: `${index}`, text: 'x'.repeat(bytes) }));
  const page = (data: readonly string[]) => gzipSync(`{"links":${LINKS},"data":[${data}]}`);
  const bomb = '1.50,{},{},'.repeat(1_400_000);
  const error = { type: 'a', code: 'b', message: 'c'.repeat(100), attribute: 'd', url: 'https://e.example' };
  const answers = new Map<number, [number, Buffer]>([
    [SIZES.board, [200, page(rows(50, 500))]],
    [SIZES.bomb, [200, gzipSync(`{"links":${LINKS},"data":[${bomb}{}]}`)]],
    [SIZES.gzipBomb, [200, gzipSync(Buffer.alloc(200 * MIB, ' '))]],
    [SIZES.deep, [200, page(deep)]],
    [SIZES.refusal, [422, gzipSync(JSON.stringify({ errors: Array(50_000).fill(error) }))]],
    [SIZES.large, [200, page(rows(1_000, 14_000))]],
  ]);
  return (request, response) => {
    const size = Number(new URL(request.url ?? '', 'http://space').searchParams.get('page_size'));
    const [status, body] = answers.get(size) ?? [404, Buffer.alloc(0)];
    response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }).end(body);
  };
}
