import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { startBoard } from '../support/board.ts';
import { CHROMIUM_FLAGS, findChromium } from '../support/chromium.ts';

/*
 * The built board in a real browser, beside the plainest page that shows the same list (vanilla.html), from the
 * same server: `npm run bench [conferences] [rounds]`. Rounds of the two are interleaved and medians are shown.
 * Milliseconds differ from machine to machine and from run to run; the ratios are what to read. One frame is 16.7 ms.
 */

const conferences = Number(process.argv[2] ?? 10_000);
const rounds = Number(process.argv[3] ?? 9);

process.env.NODE_ENV = 'production';
await build({ logLevel: 'warn' });
const board = await startBoard({ conferences, seed: 7, cacheSeconds: 3_600, logLevel: 'silent' });
// Nothing moves while it is measured.
board.simulator.clock.freeze();
const browser = await chromium.launch({ ...(await findChromium()), args: CHROMIUM_FLAGS });
const vanilla = readFileSync(new URL('./vanilla.html', import.meta.url), 'utf8');

/** at 60 a second; what the browser tells of the screen is rounded to 8 ms */
const TWO_FRAMES_MS = 1_000 / 30;

type Side = 'vanilla' | 'board';
const SIDES: readonly Side[] = ['vanilla', 'board'];

/** Runs in the page before its scripts: notes when rows came, when all had come, and how long tasks took. */
function watch() {
  const noted = { first: 0, all: 0, tasks: [] as number[] };
  const afterPaint = (then: () => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = then;
      port2.postMessage(null);
    });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) noted.tasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
  /** how many there are, in words */
  const state = () => document.querySelector('#state, #conferences p')?.textContent ?? '';
  /** what a reader sees of the list: how many there are, and the first rows */
  const read = () =>
    [state(), ...[...document.querySelectorAll('tbody tr')].slice(0, 8).map((row) => row.textContent)].join();
  const look = () => {
    if (noted.first === 0 && document.querySelector('tbody tr') !== null) {
      noted.first = -1;
      afterPaint(() => {
        noted.first = performance.now();
      });
    }
    if (noted.all === 0 && / conferences$/.test(state())) {
      noted.all = -1;
      afterPaint(() => {
        noted.all = performance.now();
      });
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });

  /** Answers for the next event of a type: its handlers, the frame that shows what they did, and the screen. */
  const next = (type: 'click' | 'input', changes: boolean) =>
    new Promise<{ handled: number; painted: number; shown: number; frames: number }>((resolve) => {
      const before = read();
      const shown = Promise.withResolvers<number>();
      const observer = new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (entry.name === type) shown.resolve(entry.duration);
      });
      observer.observe(Object({ type: 'event', durationThreshold: 16 }));
      addEventListener(
        type,
        ({ timeStamp }) => {
          const handled = Promise.withResolvers<number>();
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => handled.resolve(performance.now() - timeStamp);
          port2.postMessage(null);
          let frames = 0;
          const frame = () => {
            frames++;
            afterPaint(async () => {
              // What changes nothing on screen is shown with its first frame.
              if (frames < 30 && changes && read() === before) return frame();
              const painted = performance.now() - timeStamp;
              setTimeout(() => shown.resolve(Number.NaN), 1_000);
              resolve({ handled: await handled.promise, painted, shown: await shown.promise, frames });
              observer.disconnect();
            });
          };
          frame();
        },
        { capture: true, once: true },
      );
    });
  Object.assign(window, { noted, next });
}

async function openSide(side: Side, from: Browser = browser) {
  const context = await from.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.route('**/vanilla', (route) => route.fulfill({ contentType: 'text/html', body: vanilla }));
  await page.goto(
    side === 'board'
      ? `${board.origin}/?cols=status,name,join_from,join_until,quality,layout,size,created_at`
      : `${board.origin}/vanilla`,
  );
  await page.waitForFunction(() => Reflect.get(window, 'noted').all > 0, undefined, { timeout: 120_000 });
  return page;
}

async function heapOf(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await devtools.send('Runtime.getHeapUsage');
  await devtools.detach();
  return (usedSize + (backingStorageSize ?? 0)) / 2 ** 20;
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const round = (value: number) => Math.round(value * 10) / 10;
const print = (words: string) => process.stdout.write(`${words}\n`);

function compare(what: string, values: Record<Side, readonly number[]>, unit = 'ms') {
  const [reference, ours] = [median(values.vanilla), median(values.board)];
  print(
    `${what.padEnd(32)} ${`${round(reference)} ${unit}`.padStart(12)} ${`${round(ours)} ${unit}`.padStart(12)} ${(ours / reference).toFixed(2).padStart(7)}×  longest ${round(Math.max(...values.board))}`,
  );
}

const collect = (): Record<Side, number[]> => ({ vanilla: [], board: [] });

// The server's memory is warm for both.
await (await openSide('vanilla')).context().close();
print(`${`${conferences} conferences`.padEnd(32)} ${'vanilla'.padStart(12)} ${'board'.padStart(12)}`);

const loads = { first: collect(), all: collect(), task: collect() };
for (let at = 0; at < Math.min(rounds, 3); at++) {
  for (const side of SIDES) {
    const page = await openSide(side);
    const noted: { first: number; all: number; tasks: number[] } = await page.evaluate('noted');
    loads.first[side].push(noted.first);
    loads.all[side].push(noted.all);
    loads.task[side].push(Math.max(0, ...noted.tasks));
    await page.context().close();
  }
}
compare('first rows', loads.first);
compare('all rows', loads.all);
compare('longest task while loading', loads.task);

const pages = { vanilla: await openSide('vanilla'), board: await openSide('board') };
// What is worked out ahead of time has its time.
await pages.board.waitForTimeout(3_000);
compare('heap', { vanilla: [await heapOf(pages.vanilla)], board: [await heapOf(pages.board)] }, 'MiB');

interface Measured {
  handled: number;
  painted: number;
  shown: number;
  frames: number;
}

async function deed(
  side: Side,
  type: 'click' | 'input',
  act: (page: Page) => Promise<void>,
  changes: boolean,
): Promise<Measured> {
  const page = pages[side];
  await page.bringToFront();
  await page.waitForTimeout(150);
  const measured = page.evaluate<Measured>(`next('${type}', ${changes})`);
  // By its answer the page listens: a key may arrive before a question that was asked first.
  await page.evaluate('0');
  await act(page);
  return measured;
}

async function deeds(
  what: string,
  type: 'click' | 'input',
  act: (page: Page, round: number) => Promise<void>,
  changes = true,
) {
  const figures = { handled: collect(), painted: collect(), shown: collect() };
  const frames: number[] = [];
  for (let at = 0; at < rounds; at++) {
    for (const side of SIDES) {
      const measured = await deed(side, type, (page) => act(page, at), changes);
      for (const name of ['handled', 'painted', 'shown'] as const) figures[name][side].push(measured[name]);
      if (side === 'board') frames.push(measured.frames);
    }
  }
  compare(`${what}: handled`, figures.handled);
  compare(`${what}: painted`, figures.painted);
  const tellSoon = (what: string, times: readonly number[]) => {
    const sorted = times.toSorted((a, b) => a - b);
    const soon = sorted.filter((time) => time <= TWO_FRAMES_MS).length;
    print(
      `${''.padEnd(32)} ${what} within two frames ${soon} of ${rounds}: ${sorted.map(Math.round).join(' ')}`,
    );
  };
  tellSoon('painted', figures.painted.board);
  if (changes) {
    compare(`${what}: on the screen`, figures.shown);
    tellSoon('shown', figures.shown.board);
  }
  print(`${''.padEnd(32)} in the first frame ${frames.filter((count) => count === 1).length} of ${rounds}`);
}

// The floor of the instrument: a click that changes nothing.
await deeds('nothing', 'click', (page) => page.mouse.click(720, 2), false);
/** as long as a finger stays down: what the button looks like meanwhile is painted before the click comes */
const PRESS_MS = 80;
const header = (column: string) => (page: Page) =>
  page.locator(`[data-header="${column}"]`).click({ delay: PRESS_MS });
await deeds('sort by Name', 'click', header('name'));
await deeds('sort by Starts', 'click', header('join_from'));
const box = (page: Page) => page.getByRole('searchbox', { name: 'Search conferences' });
for (const page of Object.values(pages)) await box(page).focus();
// Words are typed, and taken back; each letter leaves fewer conferences.
const KEYS = ['scho', 'stan', 'clin'].flatMap((word) => [...word, ...[...word].map(() => 'Backspace')]);
await deeds('search key', 'input', (page, at) => page.keyboard.press(KEYS[at % KEYS.length] ?? 'Backspace'));

await browser.close();
await board.stop();
