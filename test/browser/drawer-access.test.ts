import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBoard, type TestBoard } from '../support/board.ts';
import { findBarriers, withBrowser } from '../support/browser.ts';
import { book, drawerOf, row } from '../support/drawer.ts';
import { readAnew } from '../support/readAnew.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard({ conferences: 60, seed: 11, cacheSeconds: 0 });
});
afterAll(() => board.stop());

const { open } = withBrowser();

describe('accessibility of the drawer', () => {
  it.each([1440, 1024, 390])('has no barrier at %i px, in both schemes', async (width) => {
    const id = book(board, { meta: { ward: { beds: [1, 2] } }, dark_primary: 'red;}', dark_success: null });
    board.simulator.startSession(id);
    board.simulator.edit(id, { active_session: { layout: '3x3' } });
    // So high that the whole of the drawer is seen, and judged.
    await readAnew(board);
    const page = await open(`${board.origin}/?c=${id}`, { viewport: { width, height: 4_500 } });
    const drawer = drawerOf(page);
    await drawer.getByRole('button', { name: 'Show preview' }).click();
    await drawer.getByRole('img', { name: /^Preview of/ }).waitFor();
    await drawer.getByText('Differs: the conference says').first().waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await findBarriers(page, 'aside, dialog'), colorScheme).toEqual([]);
    }
  });
});

describe('where the reader chooses the colours', () => {
  it('the row of the drawer is marked, and icons are drawn in them, whatever the theme of the page', async () => {
    const id = book(board);
    await readAnew(board);
    const page = await open(`${board.origin}/?c=${id}&cols=status,name`, {
      colorScheme: 'dark',
      forcedColors: 'active',
    });
    await page.evaluate(() => {
      document.documentElement.dataset.scheme = 'light';
    });
    const opened = row(page, id);
    await opened.waitFor();
    // The ring is drawn over the row, for its pinned cells would hide it.
    expect(await opened.evaluate((row) => getComputedStyle(row, '::after').outlineStyle)).toBe('solid');
    const colour = (element: Element) => getComputedStyle(element).color;
    const icon = opened.locator('[data-status] svg');
    expect(await icon.evaluate(colour)).toBe(await opened.evaluate(colour));
  });
});
