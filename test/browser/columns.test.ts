import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COLUMN_IDS } from '#contract/columns.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { withBrowser } from '../support/browser.ts';
import { shownIds } from '../support/list.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard({ conferences: 60 });
});
afterAll(() => board.stop());

const { open } = withBrowser();

const AT_FIRST = ['Status', 'Name', 'Window', 'Length', 'Recording', 'Size'];

const MORE = [
  'Starts',
  'Ends',
  'Quality',
  'Layout',
  'Created',
  'Updated',
  'Description',
  'Chat',
  'Previews',
  'Tone',
  'Video off (user)',
  'Video off (room)',
  'Theme',
  'Meta',
  'ID',
  'Session ID',
];

/** Every column, by its name in the address. */
const ALL = COLUMN_IDS.join();

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
  it('are six at first; sixteen more can be switched on, and each has its word', async () => {
    const page = await openSettled();
    expect(await headers(page)).toEqual(AT_FIRST);
    await page.getByRole('button', { name: 'Columns' }).click();
    for (const name of MORE) await column(page, name).check();
    expect(await headers(page)).toEqual([...AT_FIRST, ...MORE]);
    await menu(page).getByRole('button', { name: 'The columns of the start' }).click();
    expect(await headers(page)).toEqual(AT_FIRST);
  });

  it.each([1024, 1440, 2560])(
    'are all reached at %i px: the table scrolls, not the page, and status and name stay in sight',
    async (width) => {
      const page = await openSettled(`?cols=${ALL}`, { viewport: { width, height: 900 } });
      const cell = (name: string) => table(page).locator(`tbody tr:first-child [data-column="${name}"]`);
      const left = (name: string) => cell(name).evaluate((element) => element.getBoundingClientRect().left);
      const [status, name] = [await left('status'), await left('name')];
      for (const id of ALL.split(',')) {
        await cell(id).scrollIntoViewIfNeeded();
        const isInSight = () =>
          cell(id).evaluate((element) => {
            const { left, right } = element.getBoundingClientRect();
            return left >= 0 && right <= innerWidth + 1;
          });
        await expect.poll(isInSight).toBe(true);
      }
      expect([await left('status'), await left('name')]).toEqual([status, name]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    },
  );

  it('are made wider and moved by keys and by a pointer, and the browser keeps both', async () => {
    const page = await openSettled();
    const width = (name: string) =>
      table(page)
        .getByRole('columnheader', { name })
        .evaluate((element) => element.getBoundingClientRect().width);
    const size = table(page).getByRole('columnheader', { name: 'Size' }).getByRole('button');
    const before = await width('Size');
    await size.focus();
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => width('Size')).toBe(before + 16);
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await expect
      .poll(() => headers(page))
      .toEqual(['Status', 'Name', 'Window', 'Length', 'Size', 'Recording']);
    const edge = await table(page).getByRole('columnheader', { name: 'Length' }).boundingBox();
    if (edge === null) throw new Error('no header');
    const lengthBefore = await width('Length');
    await page.mouse.move(edge.x + edge.width - 3, edge.y + 10);
    await page.mouse.down();
    await page.mouse.move(edge.x + edge.width + 29, edge.y + 10);
    await page.mouse.up();
    await expect.poll(() => width('Length')).toBe(lengthBefore + 32);
    await table(page)
      .getByRole('columnheader', { name: 'Recording' })
      .getByRole('button')
      .dragTo(table(page).getByRole('columnheader', { name: 'Window' }));
    const moved = ['Status', 'Name', 'Recording', 'Window', 'Length', 'Size'];
    await expect.poll(() => headers(page)).toEqual(moved);
    await page.reload();
    await settled(page);
    expect(await headers(page)).toEqual(moved);
    expect([await width('Size'), await width('Length')]).toEqual([before + 16, lengthBefore + 32]);
  });

  it('that a reader hides and moves are kept by the browser, and leave the address alone', async () => {
    const page = await openSettled();
    await page.getByRole('button', { name: 'Columns' }).click();
    await column(page, 'Length').uncheck();
    await menu(page).getByRole('button', { name: 'Move Size left' }).click();
    const chosen = ['Status', 'Name', 'Window', 'Size', 'Recording'];
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
    await column(page, 'Length').uncheck();
    await page.goto(`${board.origin}/?cols=name,layout,nonsense,id`);
    await settled(page);
    expect(await headers(page)).toEqual(['Name', 'Layout', 'ID']);
    await page.goto(board.origin);
    await settled(page);
    expect(await headers(page)).toEqual(AT_FIRST.filter((name) => name !== 'Length'));
  });
});

describe('a copied link', () => {
  it('carries the view and its zone, and leaves page, rows and columns to a colleague’s browser', async () => {
    const page = await openSettled(
      '?q=a&status=!ended&quality=1080p,720p&sort=-name&from=now-30d&match=overlaps&undated=1&rows=25',
      { timezoneId: 'Asia/Tokyo' },
    );
    await page.getByRole('button', { name: 'Columns' }).click();
    await column(page, 'Length').uncheck();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('button', { name: 'Copy link', exact: true }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    expect(Object.fromEntries(link.searchParams)).toEqual({
      q: 'a',
      status: '!ended',
      quality: '1080p,720p',
      from: 'now-30d',
      match: 'overlaps',
      undated: '1',
      tz: 'Asia/Tokyo',
      sort: '-name',
    });

    const colleague = await open(link.href, { timezoneId: 'America/New_York' });
    await settled(colleague);
    const cells = async (at: Page) => {
      await shownIds(at);
      return table(at).locator('tbody tr:nth-child(-n + 25)').locator('th, td:has(time)').allInnerTexts();
    };
    expect(await cells(colleague)).toEqual(await cells(page));
    expect(await headers(colleague)).toEqual(AT_FIRST);
  });
});
