import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parameterIs } from '../support/address.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { findBarriers, withBrowser } from '../support/browser.ts';
import { isFocused } from '../support/drawer.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard({ conferences: 120, seed: 3, hostile: true });
});
afterAll(() => board.stop());

const { open } = withBrowser();

const table = (page: Page) => page.getByRole('table', { name: 'Conferences' });
const settled = (page: Page) => page.getByText(/^\d+( of \d+)? conferences$/).waitFor();

/** Where the keyboard is in the table: the number of a row, the id of a header, or null elsewhere. */
const place = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement;
    const rows = [...document.querySelectorAll('tr[data-row]')];
    return focused === null || !rows.includes(focused)
      ? (focused?.getAttribute('data-header') ?? null)
      : rows.indexOf(focused);
  });

it('who removes a filter by keyboard stays at the list, and Tab leads to the next filter', async () => {
  const page = await open(`${board.origin}/?layout=!5up&size=small`);
  await settled(page);
  await page.getByRole('button', { name: 'Remove filter Size: small' }).press('Enter');
  const list = page.locator('#conferences');
  await expect.poll(() => isFocused(list)).toBe(true);
  await page.keyboard.press('Tab');
  const last = page.getByRole('button', { name: 'Remove filter Layout: not 5up' });
  expect(await isFocused(last)).toBe(true);
  await page.keyboard.press('Enter');
  await last.waitFor({ state: 'detached' });
  await expect.poll(() => isFocused(list)).toBe(true);
});

it('the help opens at its button, wherever its key is pressed', async () => {
  const page = await open(board.origin);
  await settled(page);
  await table(page).locator('[tabindex="0"]').focus();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard' });
  await help.waitFor();
  const [panel, button] = await Promise.all([
    help.boundingBox(),
    page.getByRole('button', { name: 'Keyboard', exact: true }).boundingBox(),
  ]);
  expect(panel?.y).toBeGreaterThanOrEqual((button?.y ?? 0) + (button?.height ?? 0));
  expect(Number(panel?.x) + Number(panel?.width)).toBeGreaterThan(button?.x ?? Number.NaN);
});

it('Escape in a menu of the filters leads back to the button of that menu, and then to that of the filters', async () => {
  const page = await open(board.origin);
  await settled(page);
  const filters = page.getByRole('button', { name: 'Filters' });
  const layout = page.getByRole('button', { name: 'Layout filter' });
  await filters.focus();
  await page.keyboard.press('Enter');
  await layout.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Layout filter' }).getByRole('button').first().focus();
  await page.keyboard.press('Escape');
  await expect.poll(() => isFocused(layout)).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(() => isFocused(filters)).toBe(true);
});

describe('the table by keyboard', () => {
  it('is one stop of the Tab key, worked by arrows, Home, End, Page Up, Page Down and Enter', async () => {
    const page = await open(board.origin);
    await settled(page);
    expect(await table(page).locator('[tabindex="0"]').count()).toBe(1);
    await table(page).locator('[tabindex="0"]').focus();
    const walk: [string, number | string][] = [
      ['ArrowDown', 1],
      ['j', 2],
      ['k', 1],
      ['PageDown', 11],
      ['End', 49],
      ['ArrowDown', 49],
      ['PageUp', 39],
      ['Home', 0],
      ['ArrowUp', 'status'],
      ['ArrowRight', 'name'],
      ['End', 'size'],
      ['Home', 'status'],
      ['ArrowDown', 0],
    ];
    for (const [key, expected] of walk) {
      await page.keyboard.press(key);
      expect([key, await place(page)]).toEqual([key, expected]);
      expect(await table(page).locator('[tabindex="0"]').count()).toBe(1);
    }
    await page.keyboard.press('Tab');
    expect(await place(page)).toBe(null);
    await page.keyboard.press('Shift+Tab');
    expect(await place(page)).toBe(0);
    const id = await table(page).locator('tbody tr').first().getAttribute('data-row');
    await page.keyboard.press('Enter');
    await parameterIs(page, 'c', id);
  });

  it('sorts from a header with Enter', async () => {
    const page = await open(board.origin);
    await settled(page);
    await table(page).locator('[tabindex="0"]').focus();
    for (const key of ['ArrowUp', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    expect(await table(page).getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe(
      'ascending',
    );
    expect(await place(page)).toBe('name');
  });

  it('goes on by arrows and letters from a name that was clicked', async () => {
    const page = await open(board.origin);
    await settled(page);
    await table(page).locator('tbody tr').nth(2).getByRole('link').click();
    await page.keyboard.press('ArrowDown');
    expect(await place(page)).toBe(3);
    await table(page).locator('tbody tr').nth(5).getByRole('link').click();
    await page.keyboard.press('k');
    expect(await place(page)).toBe(4);
  });

  it('leads into the open drawer with a second Enter, and from there back to its row with a letter', async () => {
    const page = await open(board.origin);
    await settled(page);
    await table(page).locator('[tabindex="0"]').focus();
    const drawer = page.getByRole('complementary');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await drawer.waitFor();
    expect(await place(page)).toBe(1);
    await page.keyboard.press('Enter');
    const title = drawer.getByRole('heading', { level: 2 });
    expect(await isFocused(title)).toBe(true);
    // A reader sees where the keyboard has gone.
    expect(await title.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
    // The drawer goes to the next one, and the way back to the table leads to that one's row.
    const next = await table(page).locator('tbody tr').nth(2).getAttribute('data-row');
    await page.keyboard.press(']');
    await parameterIs(page, 'c', next);
    await page.keyboard.press('j');
    expect(await place(page)).toBe(2);
    await parameterIs(page, 'c', next);
  });

  it('shows a cell whole that the keyboard comes to: beside the pinned columns, and below the headers', async () => {
    const page = await open(
      `${board.origin}/?cols=status,name,window,length,quality,layout,size,created_at,updated_at,id,session_id`,
      { viewport: { width: 1100, height: 700 } },
    );
    await settled(page);
    /** How much of what has the focus the pinned columns cover, px, and how much the headers. */
    const covered = () =>
      page.evaluate(() => {
        const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
        const held = document.activeElement?.getBoundingClientRect();
        const isHeader = document.activeElement?.hasAttribute('data-header');
        const [pinned, headers] = [box('thead [data-column="name"]'), box('thead')];
        const across = Math.round((pinned?.right ?? Number.NaN) - (held?.left ?? Number.NaN));
        const down = isHeader ? 0 : Math.round((headers?.bottom ?? Number.NaN) - (held?.top ?? Number.NaN));
        return [across, down].map((px) => Math.max(0, px));
      });
    await table(page).locator('[tabindex="0"]').focus();
    for (const key of ['PageDown', 'PageDown', 'PageDown', 'ArrowRight', 'End'])
      await page.keyboard.press(key);
    for (let column = 10; column > 2; column--) {
      expect([column, ...(await covered())]).toEqual([column, 0, 0]);
      await page.keyboard.press('ArrowLeft');
    }
    await page.keyboard.press('End');
    for (let row = 30; row > 0; row--) {
      await page.keyboard.press('ArrowUp');
      expect([row, ...(await covered())]).toEqual([row, 0, 0]);
    }
    await page.keyboard.press('ArrowUp');
    for (let column = 10; column > 2; column--) {
      expect([column, ...(await covered())]).toEqual([column, 0, 0]);
      await page.keyboard.press('ArrowLeft');
    }
  });

  it.each(['Enter', 'ArrowDown'])(
    'leads from the search to the first row that it found with %s',
    async (key) => {
      const page = await open(board.origin);
      await settled(page);
      await page.keyboard.press('/');
      await page.keyboard.type('a');
      await page.getByText(/^\d+ of \d+ conferences$/).waitFor();
      await page.keyboard.press(key);
      expect(await place(page)).toBe(0);
    },
  );

  it('goes to the search with a slash, and lets letters be letters while somebody types', async () => {
    const page = await open(board.origin);
    await settled(page);
    await page.keyboard.press('/');
    await page.keyboard.type('jr/k');
    expect(await page.getByRole('searchbox').inputValue()).toBe('jr/k');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('searchbox').inputValue()).toBe('');
  });
});

describe('accessibility', () => {
  it('has no barrier with filters, a search, every column and an open menu', async () => {
    const page = await open(
      `${board.origin}/?rows=25&q=a&quality=1080p&layout=!5up&from=now-30d&to=now%2B30d&match=overlaps`,
    );
    await page.getByRole('button', { name: 'Columns' }).click();
    expect(await findBarriers(page)).toEqual([]);
  });

  it('has no barrier while loading, when the list is partial, or stale', async () => {
    await using slow = await startBoard({ conferences: 2_000, cacheSeconds: 0 });
    const page = await open('about:blank');
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    await page.route('**/api/video/**', (route) => begun.then(() => route.continue()));
    // The walk behind the first rows takes its time.
    slow.simulator.setLatency(3_000);
    await page.goto(slow.origin);
    await page.getByRole('progressbar', { name: 'Loading conferences' }).waitFor({ state: 'attached' });
    expect(await findBarriers(page)).toEqual([]);
    begin();
    await page.getByText('50 conferences loaded so far').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    slow.simulator.setLatency(0);
    await page.getByText('2,000 conferences', { exact: true }).waitFor();
    slow.simulator.setFault('500');
    await page.getByRole('button', { name: 'Refresh', exact: true }).click();
    await page.getByRole('alert').waitFor();
    expect(await findBarriers(page)).toEqual([]);
  });

  it.each([1440, 390])(
    'shows the row that has the focus above what is said of a failing SignalWire, at %i px',
    async (width) => {
      await using failing = await startBoard({ conferences: 60, cacheSeconds: 0 });
      const page = await open(failing.origin, { viewport: { width, height: 844 } });
      await page.getByText('60 conferences').waitFor();
      failing.simulator.setFault('401');
      await page.getByRole('button', { name: 'Refresh' }).click();
      const retry = page.getByRole('button', { name: 'Retry' });
      await retry.waitFor();
      await page.locator('tr[data-row]').first().focus();
      const notice = page.getByRole('alert').filter({ has: retry });
      for (let down = 0; down < 30; down++) {
        await page.keyboard.press('ArrowDown');
        const [row, over] = await Promise.all([page.locator('tr:focus').boundingBox(), notice.boundingBox()]);
        expect((row?.y ?? 0) + (row?.height ?? 0)).toBeLessThanOrEqual(over?.y ?? 0);
      }
    },
  );

  it('has no barrier when none match, or when nothing could be loaded', async () => {
    const none = await open(`${board.origin}/?q=nobody-is-called-this`);
    await none.getByRole('heading', { name: 'None match' }).waitFor();
    expect(await findBarriers(none)).toEqual([]);

    await using failing = await startBoard({ conferences: 5 });
    failing.simulator.setFault('401');
    const failed = await open(failing.origin);
    await failed.getByRole('heading', { name: 'SignalWire refuses the credentials' }).waitFor();
    expect(await findBarriers(failed)).toEqual([]);
  });

  it('never scrolls sideways, from 320 px on', async () => {
    const page = await open(
      `${board.origin}/?rows=25&from=now-1h&to=now%2B4h&match=overlaps&status=live,open`,
      { viewport: { width: 1024, height: 700 } },
    );
    await settled(page);
    for (const width of [1024, 768, 390, 320]) {
      await page.setViewportSize({ width, height: 700 });
      await expect
        .poll(() => page.evaluate(() => [window.innerWidth, document.documentElement.scrollWidth]))
        .toEqual([width, width]);
    }
  });
});
