import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { queryIs } from '../support/address.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { withBrowser } from '../support/browser.ts';
import { shownIds } from '../support/list.ts';

const COUNT = 1_120;

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard({ conferences: COUNT, seed: 5, cacheSeconds: 0 });
  board.simulator.clock.freeze();
});
afterEach(() => {
  board.simulator.setLatency(0);
  board.simulator.setFault(null);
});
afterAll(() => board.stop());

const { open } = withBrowser();

const table = (page: Page) => page.getByRole('table', { name: 'Conferences' });
const rows = (page: Page) => table(page).locator('tbody tr');
const pager = (page: Page) => page.getByRole('navigation', { name: 'Pagination' });
const settled = (page: Page) => page.getByText(/^[\d,]+( of [\d,]+)? conferences$/).waitFor();

describe('rows per page', () => {
  it('are 25, 50, 100 or 250, stand in the address, and begin at the first page', async () => {
    const page = await open(`${board.origin}/?page=3`);
    await settled(page);
    const choice = pager(page).getByRole('combobox', { name: 'Rows per page' });
    expect(await choice.locator('option').allInnerTexts()).toEqual([
      '25 rows',
      '50 rows',
      '100 rows',
      '250 rows',
    ]);
    for (const number of [25, 100, 250]) {
      await choice.selectOption(`${number} rows`);
      await pager(page).getByText(`1–${number} of 1,120`).waitFor();
      await expect.poll(() => rows(page).count()).toBe(number);
      await queryIs(page, `?rows=${number}`);
    }
  });
});

describe('page steps', () => {
  it('lead to the first, the last and any page between', async () => {
    const page = await open(`${board.origin}/`);
    await settled(page);
    const first = await shownIds(page);
    await pager(page).getByRole('button', { name: 'Last page' }).click();
    await pager(page).getByText('1,101–1,120 of 1,120').waitFor();
    await expect.poll(() => rows(page).count()).toBe(20);
    await pager(page).getByRole('button', { name: 'Page 22' }).click();
    await pager(page).getByText('1,051–1,100 of 1,120').waitFor();
    await pager(page).getByRole('button', { name: 'Previous page' }).click();
    await pager(page).getByText('1,001–1,050 of 1,120').waitFor();
    await pager(page).getByRole('button', { name: 'First page' }).click();
    await expect.poll(() => shownIds(page)).toEqual(first);
  });

  it('begin a page at its top when they are pressed below it', async () => {
    const page = await open(`${board.origin}/`);
    await settled(page);
    await shownIds(page);
    await pager(page).getByRole('button', { name: 'Next page' }).click();
    await pager(page).getByText('51–100 of 1,120').waitFor();
    const first = rows(page).first();
    await expect.poll(() => first.evaluate((row) => row.getBoundingClientRect().top)).toBeGreaterThan(0);
    expect(await first.evaluate((row) => row.getBoundingClientRect().bottom < innerHeight)).toBe(true);
  });
});

describe('a link to a page beyond the end', () => {
  it('shows the last page, from which all steps work', async () => {
    const page = await open(`${board.origin}/?page=999`);
    await settled(page);
    await pager(page).getByText('1,101–1,120 of 1,120').waitFor();
    await expect.poll(() => rows(page).count()).toBe(20);
    expect(await pager(page).locator('[aria-current="page"]').innerText()).toBe('23');
    expect(await pager(page).getByRole('button', { name: 'Next page' }).isDisabled()).toBe(true);
    await pager(page).getByRole('button', { name: 'Previous page' }).click();
    await pager(page).getByText('1,051–1,100 of 1,120').waitFor();
  });

  it('waits for a page that the walk has still to come to', async () => {
    await using fresh = await startBoard({ conferences: COUNT, seed: 5, cacheSeconds: 0 });
    fresh.simulator.setLatency(2_000);
    const page = await open(`${fresh.origin}/?page=22`);
    await page.getByText('50 conferences loaded so far').waitFor();
    await expect.poll(() => rows(page).count()).toBe(0);
    fresh.simulator.setLatency(0);
    await settled(page);
    await pager(page).getByText('1,051–1,100 of 1,120').waitFor();
    await expect.poll(() => rows(page).count()).toBe(50);
  });

  it('shows the last page there is when the walk broke off before it', async () => {
    await using fresh = await startBoard({ conferences: COUNT, seed: 5, cacheSeconds: 0 });
    fresh.simulator.setFault('404', undefined, 'page_number=1');
    const page = await open(`${fresh.origin}/?page=22`);
    await page.getByText('Loaded in part.').waitFor();
    await pager(page).getByText('951–1,000 of 1,000 loaded so far').waitFor();
    await expect.poll(() => rows(page).count()).toBe(50);
  });

  it('stays where it is when the list shrinks under its reader', async () => {
    await using fresh = await startBoard({ conferences: 60, cacheSeconds: 0 });
    const page = await open(`${fresh.origin}/?page=2`);
    await settled(page);
    const before = await shownIds(page);
    expect(before).toHaveLength(10);
    for (const id of before) fresh.simulator.remove(id);
    const show = page.getByRole('button', { name: '10 gone — show' });
    // Gone is what two walks in a row did not find.
    const refresh = page.getByRole('button', { name: 'Refresh', exact: true });
    await expect.poll(() => refresh.click().then(() => show.count())).toBe(1);
    await expect.poll(() => shownIds(page)).toEqual(before);
    await show.click();
    await pager(page).getByText('1–50 of 50').waitFor();
    await expect.poll(() => rows(page).count()).toBe(50);
  });
});
