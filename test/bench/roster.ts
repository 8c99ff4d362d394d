import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { DEFAULT_QUIRKS } from '../../server/simulator/quirks.ts';
import { createSpace } from '../../server/simulator/space/space.ts';
import { CHROMIUM_FLAGS, findChromium } from '../support/chromium.ts';

/*
 * How fast the roster is in a real browser, beside a plain array: `node test/bench/roster.ts [conferences]`.
 * Milliseconds differ from machine to machine; the ratios are what to read.
 */

const conferences = Number(process.argv[2] ?? 100_000);
const PAGE = 1000;
const print = (line: string) => process.stdout.write(`${line}\n`);

const space = createSpace({ seed: 7, conferences, hostile: false });
const rooms = space.inOrder('newest');
const view = {
  instant: Date.now(),
  includeActiveSession: true,
  origin: 'http://127.0.0.1',
  quirks: DEFAULT_QUIRKS,
};
const write = (number: number) =>
  JSON.stringify(rooms.slice(number * PAGE, (number + 1) * PAGE).map((room) => space.write(room, view)));
const pages = Array.from({ length: Math.ceil(conferences / PAGE) }, (_, number) => write(number));

const built = await build({
  configFile: false,
  logLevel: 'silent',
  build: {
    write: false,
    minify: false,
    lib: { entry: new URL('./roster-page.ts', import.meta.url).pathname, formats: ['es'] },
  },
});
const script = [built].flat().flatMap((bundle) => ('output' in bundle ? bundle.output[0].code : []))[0] ?? '';

const server = createServer((request, response) => {
  const page = /^\/pages\/(\d+)/.exec(request.url ?? '');
  if (page !== null) response.setHeader('content-type', 'application/json').end(pages[Number(page[1])]);
  else if (request.url === '/script.js') response.setHeader('content-type', 'text/javascript').end(script);
  else
    response.setHeader('content-type', 'text/html').end('<script type="module" src="/script.js"></script>');
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port }: AddressInfo = Object(server.address());

const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
/** MiB of a page's own process, after a collection. */
async function openPage() {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  const devtools = await page.context().newCDPSession(page);
  const run = (expression: string) => page.evaluate(`bench.${expression}`);
  const heap = async () => {
    await devtools.send('HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize } = await devtools.send('Runtime.getHeapUsage');
    return `${(usedSize / 2 ** 20).toFixed(1)} MiB + ${((backingStorageSize ?? 0) / 2 ** 20).toFixed(1)} MiB of buffers`;
  };
  return { page, run, heap };
}

const show = (label: string, value: unknown) =>
  print(
    `${label}: ${JSON.stringify(value, (_, inner) => (typeof inner === 'number' ? Math.round(inner * 100) / 100 : inner))}`,
  );

const alone = await openPage();
show('plain load', await alone.run(`loadPlain(${pages.length})`));
show('plain heap', await alone.heap());
await alone.page.close();

const both = await openPage();
show('roster load', await both.run(`loadRoster(${pages.length}, false)`));
show('roster heap, loaded', await both.heap());
show('prepare', await both.run('prepare()'));
show('roster heap, prepared', await both.heap());
show('refresh, same content', await both.run(`loadRoster(${pages.length}, false)`));
show('roster heap, refreshed', await both.heap());
await both.run(`loadPlain(${pages.length})`);
const clicks: Record<string, Record<string, number>> = Object(await both.run('clicks()'));
for (const [deed, { roster = 0, plain = 0, longest = 0 }] of Object.entries(clicks)) {
  print(
    `${deed.padEnd(20)} roster ${roster.toFixed(1).padStart(6)} (longest ${longest.toFixed(1)})  plain ${plain.toFixed(1).padStart(6)}  ratio ${(roster / plain).toFixed(2)}`,
  );
}
await both.page.close();

const sorted = await openPage();
show('roster load, asked and sorted after each page', await sorted.run(`loadRoster(${pages.length}, true)`));
await browser.close();
server.close();
