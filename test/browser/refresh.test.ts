import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIST_HEADER, type ListState } from '#contract/list.ts';
import { type Arrived, createNoteAnswers } from '../support/answers.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { withBrowser } from '../support/browser.ts';

/** The interval of a reader who chose none, ms. */
const INTERVAL = 30_000;

/** The newest first: what is new stands on the page. */
const NEWEST = 'sort=-created_at';
/** Filters that leave everything, and an address as long as they come. */
const UNHEARD = Array.from({ length: 60 }, (_, at) => `!unheard-of-layout-${at}`);
const LONG_FILTERS = `${NEWEST}&rows=250&layout=${UNHEARD.join(',')}`;

let board: TestBoard;
let count = 1_200;
beforeAll(async () => {
  board = await startBoard({ conferences: count, seed: 3, cacheSeconds: 0, refreshSeconds: 1 });
  board.simulator.clock.freeze();
});
afterAll(() => board.stop());

const { open } = withBrowser();

async function readState(query = ''): Promise<ListState> {
  const { headers } = await fetch(`${board.origin}/api/video/conferences/search?tz=UTC${query}`);
  const state: ListState = JSON.parse(headers.get(LIST_HEADER) ?? '');
  return state;
}

/** Walks the list until it holds every conference. */
async function holds(): Promise<void> {
  await expect
    .poll(
      async () => {
        const response = await fetch(`${board.origin}/api/video/conferences/search?tz=UTC&fresh=1`);
        const { total }: { total: number } = await response.json();
        return total;
      },
      { timeout: 30_000 },
    )
    .toBe(count);
  await expect.poll(async () => (await readState()).loaded, { timeout: 30_000 }).toBeNull();
}

/** Time at which no status changes by the clock alone for a while: a change is a reason of its own to ask. */
async function waitForCalm(): Promise<void> {
  for (;;) {
    const { now, nextChange } = await readState();
    if (nextChange === null || nextChange - now > 4 * INTERVAL) return;
    board.simulator.clock.set(nextChange + 1);
  }
}

interface Refreshes {
  page: Page;
  /** lets the interval pass, and tells what the page asked because of it */
  refresh(): Promise<Arrived[]>;
}

async function openCalm(search: string): Promise<Refreshes> {
  await waitForCalm();
  const page = await open('about:blank', { clock: board.simulator.clock.now() });
  await page.goto(`${board.origin}/?${search}`);
  await page.getByText(/^[\d,]+( of [\d,]+)? conferences$/).waitFor();
  const noteAnswers = await createNoteAnswers(page);
  /** Somebody reads: a page that nobody reads would take the new order by itself. */
  const pass = async () => {
    await page.clock.runFor(INTERVAL / 2);
    await page.mouse.move(40, 300);
    await page.mouse.move(60, 320);
    await page.clock.runFor(INTERVAL / 2);
  };
  return { page, refresh: () => noteAnswers(pass) };
}

const bytesOf = (arrived: readonly Arrived[]) => arrived.reduce((sum, { bytes }) => sum + bytes, 0);

// The picture is folded away here: open, it is drawn anew with each change of the list.
describe.each([
  ['50 rows', NEWEST],
  ['250 rows under long filters', LONG_FILTERS],
])('an open page with %s', (_title, search) => {
  it('asks once, for 2 KB at the most, when a refresh brings nothing', async () => {
    await holds();
    const { refresh } = await openCalm(search);
    const arrived = await refresh();
    expect(arrived.map(({ path }) => path)).toEqual(['/api/video/conferences/search']);
    expect(bytesOf(arrived)).toBeLessThanOrEqual(2_000);
  });

  it('asks for 6 KB at the most when a refresh brings one new conference', async () => {
    await holds();
    const { page, refresh } = await openCalm(search);
    board.simulator.add({ display_name: 'Just added', created_at: '2030-01-01T00:00:00Z' });
    count += 1;
    await holds();
    const arrived = await refresh();
    await page.getByRole('button', { name: '1 new — show' }).waitFor();
    expect(bytesOf(arrived)).toBeLessThanOrEqual(6_000);
  });
});
