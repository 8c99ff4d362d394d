import { get } from 'node:http';
import { connect } from 'node:net';
import { askMany } from './client.ts';
import { atMost, type Figure, median, plainly, quantile } from './figure.ts';
import { type Measured, startMeasured } from './measured.ts';

const MIB = 2 ** 20;

/** Many requests, slow clients and clients that hang up: the server holds afterwards what it held before. */
export async function measureEndurance(requests: number): Promise<Figure[]> {
  const board = await startMeasured({ conferences: 1_000 });
  const url = `${board.origin}/api/video/conferences?page_size=50`;
  await askMany(url, Math.min(20_000, requests), 32);
  const before = await board.measure();
  const begun = performance.now();
  const times = await askMany(url, requests, 32);
  const perSecond = requests / ((performance.now() - begun) / 1000);
  const after = await settled(board, before.descriptors);
  const figures = [
    atMost(`${requests} requests: heap grown by`, 5, (after.heap - before.heap) / MIB, ' MB'),
    atMost('… memory (RSS) grown by', 20, (after.rss - before.rss) / MIB, ' MB'),
    atMost('… descriptors grown by', 0, after.descriptors - before.descriptors),
    plainly('… answers a second over 32 connections', String(Math.round(perSecond))),
    plainly('… p50 / p99', `${median(times).toFixed(1)} / ${quantile(times, 0.99).toFixed(1)} ms`),
    ...(await measureSlowClients(board, url)),
    ...(await measureBrokenDownloads(board)),
  ];
  await board.stop();
  return figures;
}

/** Clients that send their headers byte by byte, or not at all. */
async function measureSlowClients(board: Measured, url: string): Promise<Figure[]> {
  const alone = median(await askMany(url, 500, 1));
  const { hostname, port } = new URL(board.origin);
  const slow = Array.from({ length: 100 }, () => {
    const socket = connect(Number(port), hostname, () => socket.write('GET / HTTP/1.1\r\nHost: 127'));
    return socket.on('error', () => {});
  });
  const among = median(await askMany(url, 500, 1));
  for (const socket of slow) socket.destroy();
  return [atMost('100 slow sockets: a good client’s p50 against alone', 2, among / alone, 'x')];
}

/** Three hundred readers of a large page leave in the middle of it. */
async function measureBrokenDownloads(board: Measured): Promise<Figure[]> {
  const url = `${board.origin}/api/video/conferences?page_size=1000`;
  const before = await board.measure();
  const alone = median(await askMany(url, 100, 1));
  await Promise.all(
    Array.from({ length: 300 }, () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const request = get(url, { agent: false }, (response) => {
        response.once('data', () => request.destroy());
      });
      request.on('error', () => {}).on('close', resolve);
      return promise;
    }),
  );
  const among = median(await askMany(url, 100, 1));
  const after = await settled(board, before.descriptors);
  return [
    atMost('300 downloads broken off: the next ones’ p50 against before', 1.5, among / alone, 'x'),
    atMost('… descriptors grown by', 0, after.descriptors - before.descriptors),
  ];
}

/** Closing takes the other side a moment: measures until no more descriptors are held than before, 10 s at the most. */
async function settled(board: Measured, descriptors: number) {
  const until = Date.now() + 10_000;
  let held = await board.measure();
  while (held.descriptors > descriptors && Date.now() < until) held = await board.measure();
  return held;
}
