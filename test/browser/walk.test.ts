import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { startBoard, type TestBoard } from '../support/board.ts';
import { withBrowser } from '../support/browser.ts';
import { shownIds } from '../support/list.ts';

const COUNT = 2_040;

const { open } = withBrowser();

const table = (page: Page) => page.getByRole('table', { name: 'Conferences' });
const rows = (page: Page) => table(page).locator('tbody tr');
const warning = (page: Page) =>
  page.getByRole('status').filter({ hasText: 'There may be more conferences.' });

const start = (): Promise<TestBoard> => startBoard({ conferences: COUNT, seed: 2, cacheSeconds: 0 });

describe('a walk that is led astray', () => {
  it.each([
    {
      fault: 'repeated-next',
      at: 'page_number=1',
      loaded: '2,000',
      words: 'a page that it had already given',
    },
    { fault: 'half-cursor', at: '', loaded: '1,000', words: 'a next page that cannot be asked for' },
    { fault: 'garbled-next', at: '', loaded: '1,000', words: 'a next page that cannot be asked for' },
    { fault: 'endless-tokens', at: '', loaded: '1,000', words: 'page after page without a new conference' },
  ] as const)('by $fault ends, keeps its rows and says why', async ({ fault, at, loaded, words }) => {
    await using board = await start();
    board.simulator.setFault(fault, undefined, at);
    const page = await open(board.origin);
    await warning(page).getByText(words).waitFor();
    await expect.poll(() => rows(page).count()).toBe(50);
    // Whether there is more cannot be known, so no total is called whole.
    await page.getByText(`${loaded} conferences loaded so far`).waitFor();
    expect(board.simulator.requestsSeen).toBeLessThan(30);

    board.simulator.setFault(null);
    await page.getByRole('button', { name: 'Refresh', exact: true }).click();
    await page.getByText('2,040 conferences', { exact: true }).waitFor();
    expect(await warning(page).count()).toBe(0);
  });

  it('by a link to another host comes back to its own', async () => {
    await using board = await start();
    board.simulator.setFault('foreign-next');
    const page = await open('about:blank');
    const hosts = new Set<string>();
    page.on('request', (request) => hosts.add(new URL(request.url()).origin));
    await page.goto(board.origin);
    await page.getByText(/^2,040 conferences/).waitFor();
    expect([...hosts]).toEqual([board.origin]);
  });
});

describe('a walk', () => {
  it('begins again by itself when a token expires midway, and then says nothing of it', async () => {
    await using board = await start();
    board.simulator.setFault('expired-token', 1, 'page_number=1');
    const page = await open(board.origin);
    await page.getByText('2,040 conferences', { exact: true }).waitFor();
    expect(await warning(page).count()).toBe(0);
    expect(board.simulator.requests.map(({ status }) => status)).toContain(422);
  });

  it('counts a conference once that two pages give', async () => {
    await using board = await start();
    board.simulator.setFault('duplicate-ids');
    const page = await open(board.origin);
    await page.getByText('2,040 conferences', { exact: true }).waitFor();
    expect(new Set(await shownIds(page)).size).toBe(50);
  });

  it('goes on over an empty page that has a next', async () => {
    await using board = await start();
    board.simulator.setQuirks({ emptyPage: 'on' });
    const page = await open(board.origin);
    await page.getByText(/^[\d,]+ conferences$/).waitFor();
    await expect.poll(() => rows(page).count()).toBe(50);
  });

  it('says how many rows were left out because they have no id', async () => {
    await using board = await startBoard({ conferences: 20, cacheSeconds: 0 });
    board.simulator.setFault('bad-rows');
    const page = await open(board.origin);
    await page.getByRole('status').getByText('7 left out.').waitFor();
    await page.getByText('20 conferences', { exact: true }).waitFor();
  });

  it('shows rows of strange values as raw text and dashes', async () => {
    await using board = await startBoard({ conferences: 20 });
    board.simulator.setFault('strange-rows');
    const page = await open(`${board.origin}/?cols=status,name,join_from,join_until,quality,layout,size`);
    await page.getByText('20 conferences', { exact: true }).waitFor();
    const first = rows(page).first();
    for (const text of ['hologram-9', '8k', 'gigantic', 'next Tuesday', '2026-02-31T25:61:00Z'])
      await first.getByText(text).waitFor();
    await first.click({ position: { x: 5, y: 5 } });
    await page.getByRole('heading', { name: 'Raw' }).waitFor();
  });
});
