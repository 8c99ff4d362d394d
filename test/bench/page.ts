import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { LIST_HEADER, type ListState } from '#contract/list.ts';
import { atMost, atMostTimes, type Figure, median } from '../load/figure.ts';
import { startMeasured } from '../load/measured.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { TALL } from '../support/browser.ts';
import { createHandClock } from '../support/clock.ts';
import { weighFirstView } from '../support/firstView.ts';
import { type Noted, watch } from './watch.ts';

/*
 * The built board in a real browser, beside the plainest page that shows the same list (vanilla.html), from the same
 * server. Rounds of the two are interleaved, and medians are compared: milliseconds differ from machine to machine and
 * from run to run. One frame is 16.7 ms.
 */

type Side = 'vanilla' | 'board';
const SIDES: readonly Side[] = ['vanilla', 'board'];
const vanilla = readFileSync(new URL('./vanilla.html', import.meta.url), 'utf8');

/** A goal for lists of at most 1,000, 10,000 and more conferences; null where there is none. */
const goalAt = (
  conferences: number,
  [few, some, many]: readonly [number | null, number | null, number | null],
) => (conferences <= 1_000 ? few : conferences <= 10_000 ? some : many);

/** No walk begins within this time from the last one's end, s: whoever asks for news gets them, and no walk. */
export const CACHE_SECONDS = 3_600;

/** A board whose list is whole. Nothing moves while it is measured, unless the clock is moved by hand. */
export async function startWhole(
  conferences: number,
  clock = createHandClock(Date.now()),
): Promise<TestBoard> {
  const board = await startBoard({
    conferences,
    clock,
    seed: 7,
    cacheSeconds: CACHE_SECONDS,
    refreshSeconds: CACHE_SECONDS,
    logLevel: 'silent',
    output: { write() {} },
  });
  await walkOnce(board);
  return board;
}

/** Walks the list of a board to its end. */
export async function walkOnce({ origin }: TestBoard): Promise<void> {
  const ask = async (query: string) => {
    const { headers } = await fetch(`${origin}/api/video/conferences/search?tz=UTC&rows=25${query}`);
    const state: ListState = JSON.parse(headers.get(LIST_HEADER) ?? '');
    return state;
  };
  let state = await ask('&fresh=1');
  while (state.loaded !== null || !state.whole) {
    await wait(100);
    state = await ask('');
  }
}

async function openSide(
  browser: Browser,
  side: Side,
  { origin }: { origin: string },
  conferences: number,
): Promise<Page> {
  const context = await browser.newContext(TALL);
  const page = await context.newPage();
  await page.addInitScript(watch, `${conferences.toLocaleString('en-GB')} conferences`);
  await page.route('**/vanilla', (route) => route.fulfill({ contentType: 'text/html', body: vanilla }));
  const columns = 'status,name,join_from,join_until,quality,layout,size,created_at';
  await page.goto(`${origin}/${side === 'board' ? `?cols=${columns}` : 'vanilla'}`);
  await page.waitForFunction(() => Reflect.get(window, 'noted').all > 0, undefined, { timeout: 120_000 });
  return page;
}

async function load(
  browser: Browser,
  side: Side,
  board: { origin: string },
  conferences: number,
): Promise<Noted> {
  const page = await openSide(browser, side, board, conferences);
  const noted = await page.evaluate<Noted>('noted');
  await page.context().close();
  return noted;
}

/** MiB after a full garbage collection */
export async function heapOf(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await devtools.send('Runtime.getHeapUsage');
  await devtools.detach();
  return (usedSize + (backingStorageSize ?? 0)) / 2 ** 20;
}

type Times = Record<Side, number[]>;
const collect = (): Times => ({ vanilla: [], board: [] });

function compare(what: string, most: number | null, times: Times, unit = 'ms'): Figure {
  return atMostTimes(what, most, { ours: median(times.board), reference: median(times.vanilla), unit });
}

/** What the first view loads, its rows, and all rows, from a server whose list is whole. */
export async function measureLoad(browser: Browser, board: TestBoard, conferences: number, rounds: number) {
  const { weights } = await weighFirstView(await browser.newPage(TALL), board.origin);
  // The server's memory is warm for both.
  await load(browser, 'vanilla', board, conferences);
  const [first, all] = [collect(), collect()];
  for (let round = 0; round < Math.min(rounds, 3); round++) {
    for (const side of SIDES) {
      const noted = await load(browser, side, board, conferences);
      first[side].push(noted.first);
      all[side].push(noted.all);
    }
  }
  return [
    atMost('JavaScript of the first view, packed', 115, weights.scripts, ' KiB'),
    compare('first rows', 2, first),
    compare('all rows: the true total and order', goalAt(conferences, [2, 0.8, 0.15]), all),
  ];
}

/** All rows from a server that knows nothing yet, before a SignalWire that takes its time. */
export async function measureCold(browser: Browser, rounds: number): Promise<Figure[]> {
  const [conferences, latency] = [10_000, 50];
  const all = collect();
  for (let round = 0; round < Math.min(rounds, 3); round++) {
    for (const side of SIDES) {
      const board = await startMeasured({ conferences, latency, seed: 7, page: true });
      all[side].push((await load(browser, side, board, conferences)).all);
      await board.stop();
    }
  }
  return [compare('cold server, 10,000 at 50 ms a page: all rows', 1.1, all)];
}

/** From a click or a key to the frame that shows other rows, and what an open page holds. */
export async function measureDeeds(browser: Browser, board: TestBoard, conferences: number, rounds: number) {
  const pages = {
    vanilla: await openSide(browser, 'vanilla', board, conferences),
    board: await openSide(browser, 'board', board, conferences),
  };
  const figures: Figure[] = [];
  const heap = { vanilla: [await heapOf(pages.vanilla)], board: [await heapOf(pages.board)] };
  figures.push(compare('heap of an open page', goalAt(conferences, [null, null, 0.25]), heap, 'MiB'));

  const deed = async (side: Side, type: 'click' | 'input', act: (page: Page) => Promise<void>) => {
    const page = pages[side];
    await page.bringToFront();
    await page.waitForTimeout(150);
    const painted = page.evaluate<number>(`next('${type}')`);
    // By its answer the page listens: a key may arrive before a question that was asked first.
    await page.evaluate('0');
    await act(page);
    return painted;
  };

  const sorted = collect();
  // Each round another column or another direction: what the page keeps of a question asked before is no measure.
  // Next to each other are columns whose orders differ, or the same rows would stand there and nothing be painted.
  const columns = ['name', 'join_from', 'layout', 'join_until', 'quality', 'created_at', 'size'];
  for (let round = 0; round < rounds; round++) {
    const header = `[data-header="${columns[round % columns.length]}"]`;
    for (const side of SIDES)
      sorted[side].push(await deed(side, 'click', (page) => page.locator(header).click({ delay: PRESS_MS })));
  }
  figures.push(compare('sort, painted', goalAt(conferences, [1.3, 1.3, 0.25]), sorted));

  const [typed, cleared] = [collect(), collect()];
  for (let round = 0; round < rounds; round++) {
    const letters = [...(WORDS[round % WORDS.length] ?? '')];
    for (const side of SIDES) {
      const box = pages[side].getByRole('searchbox', { name: 'Search conferences' });
      await box.focus();
      for (const letter of letters)
        typed[side].push(await deed(side, 'input', (page) => page.keyboard.press(letter)));
      await pages[side].keyboard.press('ControlOrMeta+A');
      cleared[side].push(await deed(side, 'input', (page) => page.keyboard.press('Backspace')));
    }
  }
  figures.push(compare('search key, painted', goalAt(conferences, [1.3, 1.3, 0.7]), typed));
  figures.push(compare('clear, painted', goalAt(conferences, [1.3, 1.3, 1.5]), cleared));
  for (const page of Object.values(pages)) await page.context().close();
  return figures;
}

/** as long as a finger stays down: what the button looks like meanwhile is painted before the click comes */
const PRESS_MS = 80;

/** Each letter leaves fewer conferences. */
const WORDS = ['sta', 'cli', 'tra', 'ope', 'pla', 'des', 'rev', 'mee'];
