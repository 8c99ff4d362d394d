import { fileURLToPath } from 'node:url';
import { askMany } from '../load/client.ts';
import { atMostTimes, type Figure, median, plainly } from '../load/figure.ts';
import { type MeasuredServer, startMeasured, startServer } from '../load/measured.ts';
import { startNginx } from './nginx.ts';

/** How the proxied route does beside nginx, and beside the proxy of a tutorial. */
export async function measureProxied(rounds: number): Promise<Figure[]> {
  return [...(await measureKept(rounds)), ...(await measureCpu(rounds))];
}

const pageOf = (origin: string, rows: number) => `${origin}/api/video/conferences?page_size=${rows}`;

/** A page from memory, packed, over one connection. */
async function measureKept(rounds: number): Promise<Figure[]> {
  const board = await startMeasured({ conferences: 2_000, env: { CACHE_SECONDS: '300' } });
  const { projectId, apiToken } = board.simulator.credentials;
  const nginx = await startNginx(board.spaceOrigin, `${projectId}:${apiToken}`);
  const figures: Figure[] = [];
  for (const [rows, most] of [
    [50, 1.2],
    [1_000, 0.6],
  ] as const) {
    const what = `proxied route from memory, ${rows} rows: p50 ÷ nginx`;
    if (nginx === null) {
      figures.push(plainly(what, 'nginx is not installed'));
      continue;
    }
    const [ours, reference]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      ours.push(median(await askMany(pageOf(board.origin, rows), 100, 1)));
      reference.push(median(await askMany(pageOf(nginx.origin, rows), 100, 1)));
    }
    figures.push(atMostTimes(what, most, { ours: median(ours), reference: median(reference), unit: 'ms' }));
  }
  await nginx?.stop();
  await board.stop();
  return figures;
}

/** CPU of the server for a page that is asked of SignalWire each time. */
async function measureCpu(rounds: number): Promise<Figure[]> {
  const board = await startMeasured({ conferences: 2_000, env: { CACHE_SECONDS: '0' } });
  const { projectId, apiToken } = board.simulator.credentials;
  const tutorial = await startServer(
    ['--max-semi-space-size=4'],
    [fileURLToPath(new URL('./tutorial.ts', import.meta.url))],
    {
      NODE_ENV: 'production',
      SIGNALWIRE_SPACE: board.spaceOrigin,
      SIGNALWIRE_PROJECT_ID: projectId,
      SIGNALWIRE_API_TOKEN: apiToken,
    },
  );
  const cpuOf = async (server: MeasuredServer, rows: number, pages: number) => {
    await server.measure();
    await askMany(pageOf(server.origin, rows), pages, 1);
    return (await server.measure()).cpu / pages;
  };
  const figures: Figure[] = [];
  for (const [rows, pages] of [
    [50, 100],
    [1_000, 30],
  ] as const) {
    // Both have run for a while before they are compared.
    for (const server of [board, tutorial]) await cpuOf(server, rows, pages);
    const [ours, reference]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      ours.push(await cpuOf(board, rows, pages));
      reference.push(await cpuOf(tutorial, rows, pages));
    }
    const what = `proxied route not from memory, ${rows} rows: CPU ÷ the proxy of a tutorial`;
    figures.push(atMostTimes(what, 3, { ours: median(ours), reference: median(reference), unit: 'ms' }));
  }
  await tutorial.stop();
  await board.stop();
  return figures;
}
