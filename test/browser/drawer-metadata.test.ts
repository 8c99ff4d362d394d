import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBoard, type TestBoard } from '../support/board.ts';
import { withBrowser } from '../support/browser.ts';
import { aside, book, WIDE } from '../support/drawer.ts';
import { readAnew } from '../support/readAnew.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard({ conferences: 60, seed: 11, cacheSeconds: 0 });
});
afterAll(() => board.stop());

const { open } = withBrowser();

describe('the metadata tree', () => {
  it('copies a value by its button and by Ctrl+C', async () => {
    const id = book(board, { meta: { lead: 'Zoë', rooms: [1, { two: 2 }] } });
    await readAnew(board);
    const page = await open(`${board.origin}/?c=${id}&tab=metadata`);
    const tree = aside(page).getByRole('tree', { name: 'Metadata' });
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await tree.getByRole('button', { name: 'Copy lead' }).click();
    await aside(page).getByText('Copied', { exact: true }).first().waitFor();
    expect(await clipboard()).toBe('Zoë');
    await tree.getByRole('treeitem', { name: /^rooms/ }).focus();
    await page.keyboard.press('Control+c');
    await expect.poll(async () => (await clipboard()).replaceAll(/\s/g, '')).toBe('[1,{"two":2}]');
  });

  it('is worked by keyboard, and searched', async () => {
    const id = book(board, { meta: { team: { lead: 'Zoë', rooms: [1, 2] }, note: 'plain' } });
    await readAnew(board);
    const page = await open(`${board.origin}/?c=${id}&tab=metadata`, WIDE);
    const tree = aside(page).getByRole('tree', { name: 'Metadata' });
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-path'));
    await tree.locator('[tabindex="0"]').focus();
    const walk: [string, string][] = [
      ['ArrowDown', '/team/lead'],
      ['ArrowDown', '/team/rooms'],
      ['ArrowRight', '/team/rooms/0'],
      ['ArrowLeft', '/team/rooms'],
      ['ArrowLeft', '/team/rooms'],
      ['ArrowDown', '/note'],
      ['ArrowUp', '/team/rooms'],
      ['ArrowLeft', '/team'],
      ['Home', '/team'],
      ['End', '/note'],
      ['ArrowUp', '/team/rooms'],
    ];
    for (const [key, expected] of walk) {
      await page.keyboard.press(key);
      expect([key, await focused()]).toEqual([key, expected]);
    }
    await aside(page).getByRole('searchbox', { name: 'Search metadata' }).fill('zoe');
    await aside(page).getByText('1 match', { exact: true }).waitFor();
    expect(await tree.getByRole('treeitem').count()).toBe(2);
    expect(await tree.locator('mark').textContent()).toBe('Zoë');
    await page.keyboard.press('Escape');
    expect(await aside(page).count()).toBe(1);
    await expect.poll(() => tree.getByRole('treeitem').count()).toBe(4);
  });
});
