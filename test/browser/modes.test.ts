import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBoard, type TestBoard } from '../support/board.ts';
import { findBarriers, TALL, withBrowser } from '../support/browser.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard({ conferences: 20, seed: 3, cacheSeconds: 0, refreshSeconds: 1 });
});
afterAll(() => board.stop());

const { open } = withBrowser();

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const rows = (page: Page) => page.getByRole('table', { name: 'Conferences' }).locator('tbody tr');

interface Mode {
  size: readonly [width: number, height: number];
  colorScheme?: 'light' | 'dark';
  forcedColors?: 'active';
  /** px of the browser's own default size of type */
  type?: number;
}

const MODES: readonly Mode[] = [
  { size: [320, 256] },
  { size: [320, 256], type: 32 },
  { size: [390, 844], colorScheme: 'dark' },
  { size: [1024, 768] },
  { size: [1440, 900], colorScheme: 'dark' },
  { size: [1920, 1080] },
  { size: [390, 844], forcedColors: 'active' },
  { size: [1440, 900], forcedColors: 'active', colorScheme: 'dark' },
  { size: [390, 844], type: 32 },
  { size: [1024, 768], type: 32, colorScheme: 'dark' },
  { size: [1440, 900], type: 24 },
];

/** Texts that end before their words do, and what sticks out of the window. */
const findCut = (page: Page) =>
  page.evaluate(() => {
    const cut = [...document.querySelectorAll('header *, fieldset *, button, aside h3, dialog h3, footer *')]
      .filter((element) => element.closest('.visually-hidden, table, [class*="presets"]') === null)
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 1 && scrollWidth > clientWidth + 1)
      .filter((element) => getComputedStyle(element).overflowX !== 'visible')
      .map(({ textContent }) => `cut: ${textContent}`);
    const { scrollWidth } = document.documentElement;
    return scrollWidth > innerWidth ? [...cut, `sideways: ${scrollWidth}`] : cut;
  });

describe('a reader of any screen, colours and size of type', () => {
  it('meets no barrier, no cut word and no sideways scroll: list, filters, dates and drawer', async () => {
    const page = await open(`${board.origin}/?rows=25&layout=!5up`);
    const devTools = await page.context().newCDPSession(page);
    await rows(page).first().waitFor();
    for (const { size, type = 16, colorScheme = 'light', forcedColors = 'none' } of MODES) {
      const mode = `${size.join('×')} ${colorScheme} ${forcedColors} ${type}`;
      const [width, height] = size;
      await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' });
      await devTools.send('Page.setFontSizes', { fontSizes: { standard: type } });
      await page.setViewportSize({ width, height });
      const isWhole = async (part: string) =>
        expect([mode, part, ...(await findCut(page))]).toEqual([mode, part]);

      await isWhole('list');
      // Beside a drawer it is looked at with that, below.
      if (width < 64 * type) expect([mode, ...(await findBarriers(page))]).toEqual([mode]);
      await button(page, /^Filters/).click();
      await isWhole('filters');
      await page.keyboard.press('Escape');
      await button(page, /choose dates$/).click();
      await page.getByRole('grid').first().waitFor();
      await isWhole('dates');
      await page.keyboard.press('Escape');
      await rows(page).first().getByRole('link').click();
      await page.getByRole('heading', { name: 'Active session' }).waitFor();
      await isWhole('drawer');
      // Beside the list only where both have room for their words.
      const isSheet = width < 64 * type;
      expect([mode, await page.locator('dialog[open]').count()]).toEqual([mode, isSheet ? 1 : 0]);
      expect([mode, ...(await findBarriers(page, isSheet ? 'dialog[open]' : 'html'))]).toEqual([mode]);
      await page.keyboard.press('Escape');
      await page.getByRole('heading', { name: 'Active session' }).waitFor({ state: 'detached' });
    }
  }, 180_000);
});

describe('opening the drawer', () => {
  it.each([1_280, 1_440, 1_920])('moves nothing of the list beside it at %i px', async (width) => {
    const page = await open(`${board.origin}/?rows=25`, { viewport: { width, height: 900 } });
    await page.getByRole('figure', { name: 'Picture' }).waitFor();
    const top = () =>
      page.evaluate(() => [scrollY, document.querySelector('tbody')?.getBoundingClientRect().top]);
    const before = await top();
    await rows(page).first().getByRole('link').click();
    await page.getByRole('heading', { name: 'Active session' }).waitFor();
    expect(await top()).toEqual(before);
  });
});

describe('a page that is translated', () => {
  /** Does as the translator of a browser does: what is there, and whatever comes, in `<font>`s of its own. */
  const translate = (page: Page) =>
    page.evaluate(() => {
      const wrap = (root: Node) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const texts = root instanceof Text ? [root] : [];
        while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
        for (const text of texts) {
          if (text.parentElement === null || text.parentElement.closest('font, svg, select') !== null)
            continue;
          const outer = document.createElement('font');
          outer.append(Object.assign(document.createElement('font'), { textContent: `«${text.data}»` }));
          text.replaceWith(outer);
        }
      };
      wrap(document.body);
      new MutationObserver((records) => {
        for (const { addedNodes } of records) addedNodes.forEach(wrap);
      }).observe(document.body, { childList: true, subtree: true });
    });

  it('lives on: refresh, time, filters, search, order, dates and drawer, and tells what is so now', async () => {
    const page = await open(`${board.origin}/?rows=25`, { ...TALL, clock: Date.now() });
    await page.getByText('20 conferences', { exact: true }).waitFor();
    await translate(page);
    await page.getByText('«20»').first().waitFor();

    await page
      .getByRole('group', { name: 'Right now' })
      .getByRole('button', { name: /scheduled/ })
      .click();
    await page.getByText('« of 20»').waitFor();
    await page.getByRole('searchbox').fill('nobody-is-called-this');
    await page.getByRole('heading', { name: 'None match' }).waitFor();
    await page.getByRole('main').getByRole('button', { name: 'Clear filters' }).last().click();
    await page.getByText('« of 20»').waitFor({ state: 'detached' });
    await page.getByRole('columnheader', { name: 'Length' }).getByRole('button').click();
    await page.getByText('Sorted by Length').waitFor();
    await button(page, /choose dates/).click();
    await page.getByRole('button', { name: 'Next 4 hours' }).click();
    await page.goBack();

    await rows(page).nth(2).getByRole('link').click();
    await page.getByRole('heading', { name: 'Active session' }).waitFor();
    await page.keyboard.press(']');
    await page.keyboard.press('Escape');

    board.simulator.setFault('503');
    await button(page, /Refresh/).click();
    await page.clock.runFor('00:10');
    await page.getByRole('alert').getByText('Showing the list as of').waitFor();
    board.simulator.setFault(null);
    // The server pauses by its own clock, which nobody moves.
    await expect
      .poll(
        async () => {
          await page.clock.runFor('00:10');
          return page.getByRole('alert').count();
        },
        { timeout: 20_000, interval: 500 },
      )
      .toBe(0);
    expect(await page.getByText('had a fault of its own').count()).toBe(0);
    // Words that change are those that are seen.
    const age = page.getByText(/Updated/);
    const before = await age.innerText();
    await page.clock.runFor('00:03');
    await expect.poll(() => age.innerText()).not.toBe(before);
  });
});
