import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { DEFAULT_QUIRKS } from '../../server/simulator/quirks.ts';
import { createSpace } from '../../server/simulator/space/space.ts';
import { CHROMIUM_FLAGS, findChromium } from '../support/chromium.ts';

/*
 * How fast the roster is in a real browser, beside a plain array, and what it keeps in memory:
 * `node test/bench/roster.ts [conferences] [refreshes]`. Milliseconds differ from machine to machine and from run
 * to run; the ratios are what to read.
 */

const conferences = Number(process.argv[2] ?? 100_000);
const refreshes = Number(process.argv[3] ?? 0);
const PAGE = 1000;
const pages = Math.ceil(conferences / PAGE);

/** What each refresh finds at the top of the list that was not there before; as many have gone from its end. */
const TURNOVER = 100;
const REFRESH_MS = 30_000;

const space = createSpace({ seed: 7, conferences: conferences + refreshes * TURNOVER, hostile: false });
const rooms = space.inOrder('newest');
const began = Date.now();
let kept = { step: -1, texts: new Map<number, string>() };

/** A page of the list as it is after so many refreshes. */
function writePage(page: number, step: number): string {
  if (kept.step !== step) kept = { step, texts: new Map() };
  const first = (refreshes - step) * TURNOVER + page * PAGE;
  const instant = began + step * REFRESH_MS;
  const view = { instant, includeActiveSession: true, origin: 'http://127.0.0.1', quirks: DEFAULT_QUIRKS };
  const text =
    kept.texts.get(page) ??
    JSON.stringify(rooms.slice(first, first + PAGE).map((room) => space.write(room, view)));
  kept.texts.set(page, text);
  return text;
}

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
  const page = /^\/pages\/(\d+)\?step=(\d+)/.exec(request.url ?? '');
  if (page !== null)
    response.setHeader('content-type', 'application/json').end(writePage(Number(page[1]), Number(page[2])));
  else if (request.url === '/script.js') response.setHeader('content-type', 'text/javascript').end(script);
  else
    response.setHeader('content-type', 'text/html').end('<script type="module" src="/script.js"></script>');
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port }: AddressInfo = Object(server.address());
const browser = await chromium.launch({ ...(await findChromium()), args: CHROMIUM_FLAGS });

async function openPage() {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  const devtools = await page.context().newCDPSession(page);
  return {
    page,
    run: (expression: string) => page.evaluate(`bench.${expression}`),
    /** MiB after a collection */
    async heap() {
      await devtools.send('HeapProfiler.collectGarbage');
      const { usedSize, backingStorageSize } = await devtools.send('Runtime.getHeapUsage');
      return { heap: usedSize / 2 ** 20, buffers: (backingStorageSize ?? 0) / 2 ** 20 };
    },
  };
}

function show(label: string, value: unknown) {
  const rounded = JSON.stringify(value, (_, inner) =>
    typeof inner === 'number' ? Math.round(inner * 10) / 10 : inner,
  );
  process.stdout.write(`${label.padEnd(44)} ${rounded}\n`);
}

const alone = await openPage();
show('plain: load', await alone.run(`loadPlain(${pages})`));
show('plain: heap', await alone.heap());
await alone.page.close();

const both = await openPage();
show('roster: load', await both.run(`loadRoster(${pages}, 0)`));
show('roster: heap, loaded', await both.heap());
show('roster: prepare', await both.run('prepare()'));
show('roster: heap, prepared', await both.heap());
show('roster: refresh, same content', await both.run(`loadRoster(${pages}, 0)`));
show('roster: heap, refreshed', await both.heap());
for (let step = 1; step <= refreshes; step++) {
  const figures = await both.run(`loadRoster(${pages}, 0, ${step})`);
  const prepared = await both.run('prepare()');
  if (step > 2 && step % 10 !== 0) continue;
  show(`roster: refresh ${step}`, figures);
  show('        prepare', prepared);
  show('        heap', await both.heap());
}
await both.run(`loadPlain(${pages})`);
const clicks: Record<string, Record<string, number>> = Object(await both.run('clicks()'));
for (const [deed, { roster = 0, plain = 0, longest = 0 }] of Object.entries(clicks)) {
  show(deed, { roster, longest, plain, ratio: roster / plain });
}
await both.page.close();

for (const askEvery of [1, 10]) {
  const sorted = await openPage();
  show(`roster: load, sorted every ${askEvery} pages`, await sorted.run(`loadRoster(${pages}, ${askEvery})`));
  await sorted.page.close();
}
await browser.close();
server.close();
