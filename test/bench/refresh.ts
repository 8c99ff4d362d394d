import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { atMost, exactly, type Figure, median } from '../load/figure.ts';
import { type Arrived, createNoteAnswers } from '../support/answers.ts';
import type { TestBoard } from '../support/board.ts';
import { LAPTOP } from '../support/browser.ts';
import { createHandClock, type HandClock } from '../support/clock.ts';
import { CACHE_SECONDS, heapOf, startWhole, walkOnce } from './page.ts';

const REFRESHES = 200;
/** How often the time of the main thread is taken: one alone differs by a factor of three. */
const SAMPLES = 11;
/** So many of them bring something. */
const CHANGES = 5;

/** What a refresh costs one open page: bytes, and time of its main thread; and what many of them leave in it. */
export async function measureRefresh(browser: Browser, conferences: number): Promise<Figure[]> {
  const clock = createHandClock(Date.now());
  await using board = await startWhole(conferences, clock);
  const context = await browser.newContext({ viewport: LAPTOP });
  const page = await context.newPage();
  // It asks when it is told to, and not by itself.
  await page.addInitScript(() => {
    localStorage.setItem('callboard.preferences', JSON.stringify({ interval: 0 }));
  });
  await page.goto(`${board.origin}/?sort=-created_at`);
  await page.getByText(/^[\d,]+ conferences$/).waitFor();
  const noteAnswers = await createNoteAnswers(page);
  const refresh = () => noteAnswers(() => page.keyboard.press('r'));
  // A page that is open for a shift has had hundreds: what the first ones take, while its scripts are new, is no measure.
  for (let time = 0; time < SAMPLES; time++) await refresh();
  const nothing = await measure(page, refresh);
  const one = await measure(page, refresh, () => addOne(board, clock));

  const before = await heapOf(page);
  for (let change = 0; change < CHANGES; change++) {
    await addOne(board, clock);
    for (let time = 0; time < REFRESHES / CHANGES; time++) await refresh();
  }
  const grown = (await heapOf(page)) - before;
  await context.close();
  return [
    exactly('a refresh that brings nothing: requests', 1, nothing.arrived.length),
    atMost('… bytes', 2_000, bytesOf(nothing.arrived), ' B'),
    atMost('… main thread', 15, nothing.busy, ' ms'),
    atMost('a refresh that brings one new conference: bytes', 6_000, bytesOf(one.arrived), ' B'),
    atMost('… main thread', 25, one.busy, ' ms'),
    atMost(`heap of an open page grown by ${REFRESHES} refreshes`, 1, grown, ' MiB'),
  ];
}

const bytesOf = (arrived: readonly Arrived[]) => arrived.reduce((sum, { bytes }) => sum + bytes, 0);

/** Adds a conference, and has it walked at the same time of day: nothing else changes. */
async function addOne(board: TestBoard, clock: HandClock): Promise<void> {
  board.simulator.add({ display_name: 'Just added', created_at: '2030-01-01T00:00:00Z' });
  clock.advance(CACHE_SECONDS);
  clock.step(-CACHE_SECONDS);
  await walkOnce(board);
}

interface Measured {
  arrived: readonly Arrived[];
  /** how long the main thread worked for it, ms */
  busy: number;
}

/** What an act costs an open page, by the median of many beside as many in which nothing is done. */
async function measure(
  page: Page,
  act: () => Promise<Arrived[]>,
  prepare: () => Promise<void> = async () => {},
): Promise<Measured> {
  let arrived: readonly Arrived[] = [];
  const [busy, idle]: [number[], number[]] = [[], []];
  for (let sample = 0; sample < SAMPLES; sample++) {
    await prepare();
    idle.push(await busyFor(page, async () => {}));
    busy.push(
      await busyFor(page, async () => {
        arrived = await act();
      }),
    );
  }
  return { arrived, busy: Math.max(0, median(busy) - median(idle)) };
}

/** ms that the main thread of a page works within a second and a half from an act */
async function busyFor(page: Page, act: () => Promise<void>): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const read = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000;
  };
  const before = await read();
  const over = wait(1_500);
  await act();
  await over;
  const busy = (await read()) - before;
  await devtools.detach();
  return busy;
}
