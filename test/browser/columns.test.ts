import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBoard, type TestBoard } from '../support/board.ts';
import { withBrowser } from '../support/browser.ts';
import { shownIds } from '../support/list.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard({ conferences: 60 });
});
afterAll(() => board.stop());

const { open } = withBrowser();

const AT_FIRST = ['Status', 'Name', 'Starts', 'Ends', 'Quality', 'Layout', 'Size', 'Created'];

const MORE = [
  'Updated',
  'Description',
  'Recording',
  'Chat',
  'Previews',
  'Tone',
  'Video off (user)',
  'Video off (room)',
  'Theme',
  'Meta',
  'ID',
];

const table = (page: Page) => page.getByRole('table', { name: 'Conferences' });
const headers = (page: Page) => table(page).getByRole('columnheader').allInnerTexts();
const settled = (page: Page) => page.getByText(/^[\d,]+( of [\d,]+)? conferences$/).waitFor();
const menu = (page: Page) => page.getByRole('dialog', { name: 'Columns' });
const column = (page: Page, name: string) => menu(page).getByRole('checkbox', { name, exact: true });

async function openSettled(search = '', options?: Parameters<typeof open>[1]): Promise<Page> {
  const page = await open(`${board.origin}/${search}`, options);
  await settled(page);
  return page;
}

describe('the columns', () => {
  it('are eight at first; eleven more can be switched on, and each has its word', async () => {
    const page = await openSettled('', { viewport: { width: 1_920, height: 900 } });
    expect(await headers(page)).toEqual(AT_FIRST);
    await page.getByRole('button', { name: 'Columns' }).click();
    for (const some of [MORE.slice(0, 6), MORE.slice(6)]) {
      for (const name of AT_FIRST.slice(2)) await column(page, name).uncheck();
      for (const name of some) await column(page, name).check();
      expect(await headers(page)).toEqual(['Status', 'Name', ...some]);
      await menu(page).getByRole('button', { name: 'The columns of the start' }).click();
    }
  });

  it('for which there is no room are named', async () => {
    const page = await openSettled(
      '?cols=status,name,join_from,join_until,layout,created_at,meta,theme,id,description',
    );
    expect(await headers(page)).toEqual([
      'Status',
      'Name',
      'Starts',
      'Ends',
      'Layout',
      'Created',
      'Theme',
      'Description',
    ]);
    expect(await page.getByText('No room for Meta, ID: hide another column').isVisible()).toBe(true);
  });

  it('that a reader hides and moves are kept by the browser, and leave the address alone', async () => {
    const page = await openSettled();
    await page.getByRole('button', { name: 'Columns' }).click();
    await column(page, 'Layout').uncheck();
    await menu(page).getByRole('button', { name: 'Move Size left' }).click();
    const chosen = ['Status', 'Name', 'Starts', 'Ends', 'Size', 'Quality', 'Created'];
    expect(await headers(page)).toEqual(chosen);
    expect(new URL(page.url()).search).toBe('');
    await page.reload();
    await settled(page);
    expect(await headers(page)).toEqual(chosen);
    await page.getByRole('button', { name: 'Columns' }).click();
    await menu(page).getByRole('button', { name: 'The columns of the start' }).click();
    expect(await headers(page)).toEqual(AT_FIRST);
  });

  it('of a link win over those of the browser, which come back with the next plain address', async () => {
    const page = await openSettled();
    await page.getByRole('button', { name: 'Columns' }).click();
    await column(page, 'Layout').uncheck();
    await page.goto(`${board.origin}/?cols=name,layout,nonsense,id`);
    await settled(page);
    expect(await headers(page)).toEqual(['Name', 'Layout', 'ID']);
    await page.goto(board.origin);
    await settled(page);
    expect(await headers(page)).toEqual(AT_FIRST.filter((name) => name !== 'Layout'));
  });

  it('go for want of room, the least telling first', async () => {
    const page = await openSettled();
    const seen: string[][] = [];
    for (const width of [1_440, 1_024, 800, 600, 390]) {
      await page.setViewportSize({ width, height: 800 });
      await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
      await expect.poll(() => headers(page)).not.toEqual(seen.at(-1));
      seen.push(await headers(page));
    }
    expect(seen[0]).toEqual(AT_FIRST);
    expect(seen.at(-1)).toEqual(['Status', 'Name']);
    for (const [index, names] of seen.slice(1).entries())
      expect(seen[index]).toEqual(expect.arrayContaining(names));
  });
});

describe('a copied link', () => {
  it('carries the whole view, and shows a colleague whose browser differs the same', async () => {
    const page = await openSettled(
      '?q=a&status=!ended&quality=1080p,720p&sort=-name&from=now-30d&match=overlaps&undated=1&rows=25',
      { timezoneId: 'Asia/Tokyo' },
    );
    await page.getByRole('button', { name: 'Columns' }).click();
    await column(page, 'Layout').uncheck();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Copy link', exact: true }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    expect(Object.fromEntries(link.searchParams)).toEqual({
      q: 'a',
      status: '!ended',
      quality: '1080p,720p',
      theme: 'any',
      from: 'now-30d',
      match: 'overlaps',
      undated: '1',
      tz: 'Asia/Tokyo',
      sort: '-name',
      page: '1',
      rows: '25',
      cols: 'status,name,join_from,join_until,quality,size,created_at',
      tab: 'session',
    });

    const colleague = await open(link.href, { timezoneId: 'America/New_York' });
    await settled(colleague);
    const cells = async (at: Page) => {
      await shownIds(at);
      return table(at).locator('tbody tr').locator('th, td:has(time)').allInnerTexts();
    };
    expect(await cells(colleague)).toEqual(await cells(page));
    expect(await headers(colleague)).toEqual(await headers(page));
  });
});
