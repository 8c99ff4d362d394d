import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageAnswer } from '#contract/list.ts';
import { parameterIs, parametersOf } from '../support/address.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { TALL, withBrowser } from '../support/browser.ts';
import {
  aside,
  beginsAtTop,
  book,
  heading,
  isFocused,
  NARROW,
  row,
  settled,
  sheet,
  WIDE,
} from '../support/drawer.ts';
import { shownIds } from '../support/list.ts';
import { readAnew } from '../support/readAnew.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard({ conferences: 60, seed: 11, cacheSeconds: 0 });
});
afterAll(() => board.stop());

const { open } = withBrowser();

describe('the drawer beside the table', () => {
  it('opens on a row without a request, and the table stays in use', async () => {
    const id = book(board);
    await readAnew(board);
    const page = await open(board.origin, TALL);
    await row(page, id).waitFor();
    await page.getByRole('region', { name: 'Timeline' }).waitFor();
    await page.waitForLoadState('networkidle');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await row(page, id).click();
    await heading(aside(page), 'Booked here').waitFor();
    // Chromium looks at the icon anew with every new address.
    expect(requests.filter((url) => !url.includes('/icon-'))).toEqual([]);
    await parameterIs(page, 'c', id);

    await page.keyboard.press('j');
    await page.waitForURL((url) => url.searchParams.get('c') !== id);
    const next = parametersOf(page).get('c') ?? '';
    expect(await isFocused(row(page, next))).toBe(true);
    expect(
      await aside(page)
        .getByRole('button', { name: `Copy ID ${next}` })
        .isVisible(),
    ).toBe(true);
  });

  it.each([1440, 1280, 1024])('opens and closes without moving its row, at %i px', async (width) => {
    const id = book(board);
    await readAnew(board);
    const page = await open(`${board.origin}/?sort=-created_at`, { viewport: { width, height: 900 } });
    await settled(page);
    const topOf = async () => (await row(page, id).boundingBox())?.y ?? Number.NaN;
    const widthOf = async () => (await page.locator('#conferences').boundingBox())?.width ?? Number.NaN;
    const [top, wide] = [await topOf(), await widthOf()];
    await row(page, id).click();
    await heading(aside(page), 'Booked here').waitFor();
    // By then the list has its new width.
    await expect.poll(widthOf).toBeLessThan(wide);
    // A page scrolls by whole pixels, and what stands above the row may be parts of one higher. It does so before the
    // frame is painted, and after the driver may have measured.
    const moved = async () => Math.abs((await topOf()) - top);
    await expect.poll(moved).toBeLessThan(1);
    await page.keyboard.press('Escape');
    await expect.poll(widthOf).toBe(wide);
    await expect.poll(moved).toBeLessThan(1);
  });

  it.each([1440, 1024])(
    'leaves the list where it is when the timeline comes late, at %i px',
    async (width) => {
      const page = await open('about:blank', { viewport: { width, height: 900 } });
      const { promise: mayLoad, resolve: release } = Promise.withResolvers<void>();
      await page.route('**/assets/Timeline-*.js', async (route) => {
        await mayLoad;
        await route.continue();
      });
      await page.goto(`${board.origin}/?c=${book(board)}`);
      await settled(page);
      await page
        .getByRole('banner')
        .getByText(URL.parse(board.spaceOrigin)?.host ?? '')
        .waitFor();
      const topOf = async () => (await page.locator('#conferences').boundingBox())?.y;
      const top = await topOf();
      release();
      await page.getByText(/windows open, peak/).waitFor();
      expect(await topOf()).toBe(top);
    },
  );

  it('closes on Escape, and the focus goes back to its row', async () => {
    const id = book(board);
    await readAnew(board);
    const page = await open(board.origin, WIDE);
    await row(page, id).focus();
    await page.keyboard.press('Enter');
    await aside(page).getByRole('button', { name: 'Close' }).focus();
    await page.keyboard.press('Escape');
    await aside(page).waitFor({ state: 'detached' });
    expect(await isFocused(row(page, id))).toBe(true);
    await parameterIs(page, 'c', null);
  });

  it('steps through the order on screen by its buttons and by brackets, and stays at its section', async () => {
    // Live, so that its sections lie elsewhere than those of the next one.
    board.simulator.startSession(book(board));
    await readAnew(board);
    const page = await open(`${board.origin}/?tab=theme`, WIDE);
    await settled(page);
    const [first = '', second = '', third = ''] = await shownIds(page);
    await row(page, first).click();
    const drawer = aside(page);
    await heading(drawer, 'Theme').waitFor();
    expect(await drawer.getByRole('button', { name: 'Previous conference' }).isDisabled()).toBe(true);
    await page.keyboard.press(']');
    await parameterIs(page, 'c', second);
    expect(await isFocused(row(page, second))).toBe(true);
    await expect.poll(() => beginsAtTop(drawer, 'Theme')).toBe(true);
    await drawer.getByRole('button', { name: 'Next conference' }).click();
    await parameterIs(page, 'c', third);
    await page.keyboard.press('[');
    await parameterIs(page, 'c', second);
    await drawer.getByRole('button', { name: `Copy ID ${second}` }).waitFor();
    expect(await beginsAtTop(drawer, 'Theme')).toBe(true);
  });

  it('steps on from a conference that another page of the list holds, and that page is shown', async () => {
    await readAnew(board);
    const found = await fetch(`${board.origin}/api/video/conferences/search?tz=UTC&sort=name&rows=250`);
    const { rows }: PageAnswer = await found.json();
    const ids = rows.map(({ row }) => row.id);
    const page = await open('about:blank', WIDE);
    for (const [place, key, led, shown] of [
      [40, ']', 41, '2'],
      [50, '[', 49, '2'],
      [49, ']', 50, '3'],
    ] as const) {
      await page.goto(`${board.origin}/?rows=25&sort=name&c=${ids[place]}`);
      const step = aside(page).getByRole('button', {
        name: key === ']' ? 'Next conference' : 'Previous conference',
        disabled: false,
      });
      await step.waitFor();
      await page.keyboard.press(key);
      await parameterIs(page, 'c', ids[led] ?? '');
      await parameterIs(page, 'page', shown);
      await row(page, ids[led] ?? '').waitFor();
    }
  });

  it('stays within the window at any scroll of the page', async () => {
    const id = book(board);
    await readAnew(board);
    const page = await open(`${board.origin}/?c=${id}`, { viewport: { width: 1024, height: 700 } });
    await heading(aside(page), 'Raw').waitFor();
    for (const scroll of [0, 150, 1_000]) {
      await page.evaluate((y) => window.scrollTo(0, y), scroll);
      await page.waitForFunction(() => {
        const box = document.querySelector('aside')?.getBoundingClientRect();
        return box !== undefined && box.top >= 11 && Math.abs(window.innerHeight - 12 - box.bottom) <= 1;
      });
    }
  });
});

describe('the drawer on a narrow screen', () => {
  it('is a modal sheet that keeps the focus, and gives it back to the row', async () => {
    const id = book(board);
    await readAnew(board);
    const page = await open(board.origin, NARROW);
    await row(page, id).focus();
    await page.keyboard.press('Enter');
    await heading(sheet(page), 'Booked here').waitFor();
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab');
      const where = await page.evaluate(() => {
        const focused = document.activeElement;
        return focused === document.body || focused?.closest('dialog') !== null;
      });
      expect(where).toBe(true);
    }
    await page.keyboard.press('Escape');
    await sheet(page).waitFor({ state: 'detached' });
    expect(await isFocused(row(page, id))).toBe(true);
  });

  it('steps by brackets, and closes at its button with the focus on the row it came to', async () => {
    book(board);
    await readAnew(board);
    const page = await open(board.origin, NARROW);
    await settled(page);
    const [first = '', second = ''] = await shownIds(page);
    await row(page, first).click();
    await heading(sheet(page), 'Raw').waitFor();
    await page.keyboard.press(']');
    await parameterIs(page, 'c', second);
    await sheet(page).getByRole('button', { name: 'Close' }).click();
    await sheet(page).waitFor({ state: 'detached' });
    expect(await isFocused(row(page, second))).toBe(true);
  });

  it('closes when the page beside it is pressed', async () => {
    const id = book(board);
    await readAnew(board);
    const page = await open(`${board.origin}/?c=${id}`, { viewport: { width: 900, height: 800 } });
    await heading(sheet(page), 'Raw').waitFor();
    await page.mouse.click(40, 400);
    await sheet(page).waitFor({ state: 'detached' });
  });

  it('never scrolls sideways, from 320 to 768 px', async () => {
    const id = book(board);
    await readAnew(board);
    const page = await open(`${board.origin}/?c=${id}`, { viewport: { width: 320, height: 800 } });
    await heading(sheet(page), 'Raw').waitFor();
    for (const width of [320, 390, 768]) {
      await page.setViewportSize({ width, height: 800 });
      await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
      const overflowing = await sheet(page).evaluate((dialog) =>
        [...dialog.querySelectorAll<HTMLElement>('[data-section]')]
          .filter((element) => element.scrollWidth > element.clientWidth)
          .map((element) => element.dataset.section),
      );
      expect(overflowing, `${width} px`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
});

describe('the first download', () => {
  it("holds none of the drawer's code, which comes once the list is there", async () => {
    const page = await open('about:blank', WIDE);
    const order: string[] = [];
    page.on('request', (request) => order.push(new URL(request.url()).pathname));
    await page.goto(board.origin);
    await settled(page);
    await expect.poll(() => order.some((path) => /\/Drawer-.*\.js$/.test(path))).toBe(true);
    const code = order.findIndex((path) => /\/Drawer-.*\.js$/.test(path));
    expect(order.slice(0, code)).toContain('/api/video/conferences/search');
  });
});
