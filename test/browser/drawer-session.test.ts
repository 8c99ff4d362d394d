import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parameterIs } from '../support/address.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { withBrowser } from '../support/browser.ts';
import { aside, book, heading, isFocused, MINUTE, readScroll, section, WIDE } from '../support/drawer.ts';
import { readAnew } from '../support/readAnew.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard({ conferences: 60, seed: 11, cacheSeconds: 0 });
});
afterAll(() => board.stop());

const { open } = withBrowser();

describe('a conference that changes while it is open', () => {
  it('goes live, overruns and ends before the reader, without a reload', async () => {
    const id = book(board);
    await readAnew(board);
    const page = await open(`${board.origin}/?c=${id}`, { clock: Date.now() });
    const session = section(aside(page), 'Active session');
    await session.getByText('No session. The window is open, and nobody has come.').waitFor();

    const pass = async (minutes: number) => {
      board.simulator.clock.advance(minutes * MINUTE);
      await page.clock.fastForward(minutes * MINUTE);
    };
    board.simulator.startSession(id);
    await page.keyboard.press('r');
    await session.getByText('People are in it.').waitFor();
    await pass(10);
    // Until the list is read anew, nobody claims that they are still there.
    await session.getByText(/^Last known at \d\d:\d\d: People are in it\.$/).waitFor();
    await page.keyboard.press('r');
    await session.getByText(/^10:\d\d$/).waitFor();
    await session.getByText(/^Window closes in$/).waitFor();

    await pass(52);
    await page.keyboard.press('r');
    await session.getByText('Overrun by').waitFor();
    await aside(page).getByText('Overrunning').waitFor();
    await session.getByText(/^2:\d\d$/).waitFor();

    board.simulator.endSession(id, true);
    await page.keyboard.press('r');
    await session.getByText('The last session is over.').waitFor();
    await session.getByText('Completed').waitFor();
    await session.getByText(/^1 h 02 min$/).waitFor();
    await aside(page).getByText('Ended', { exact: true }).first().waitFor();
    await pass(5);
    await session.getByText('5 min ago').first().waitFor();
    board.simulator.clock.advance(-67 * MINUTE);
  });

  it('keeps scroll, focus and what was opened', async () => {
    const id = book(board, { meta: { outer: { inner: { deep: { deeper: 'here' } } } } });
    await readAnew(board);
    const page = await open(`${board.origin}/?c=${id}&tab=metadata`, WIDE);
    const drawer = aside(page);
    await drawer.getByRole('treeitem', { name: /^deep:/ }).click();
    await drawer.getByRole('treeitem', { name: /deeper/ }).waitFor();
    const before = await readScroll(drawer);
    expect(before).toBeGreaterThan(0);

    board.simulator.edit(id, {
      quality: '1080p',
      size: 'large',
      meta: { outer: { inner: { deep: { deeper: 'there' } } } },
    });
    await page.keyboard.press('r');
    await drawer.getByRole('treeitem', { name: /deeper: "there"/ }).waitFor();
    expect(await readScroll(drawer)).toBe(before);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-path'))).toBe(
      '/outer/inner/deep',
    );
    await parameterIs(page, 'tab', 'metadata');
  });

  it('keeps the focus in the drawer when what had it goes away', async () => {
    const id = book(board);
    board.simulator.startSession(id);
    await readAnew(board);
    const page = await open(`${board.origin}/?c=${id}`, WIDE);
    await aside(page).getByRole('button', { name: 'Show preview' }).focus();
    board.simulator.endSession(id);
    await page.keyboard.press('r');
    await aside(page).getByText('No session.', { exact: false }).waitFor();
    expect(await isFocused(heading(aside(page), 'Booked here'))).toBe(true);
  });
});

describe('the preview', () => {
  const previews = () => board.simulator.requests.filter(({ path }) => path.startsWith('/previews/')).length;

  it('is fetched when asked for, and anew every 30 s', async () => {
    const id = book(board);
    board.simulator.startSession(id);
    await readAnew(board);
    const page = await open(`${board.origin}/?c=${id}`, { clock: Date.now() });
    board.simulator.clearRequests();
    await aside(page).getByRole('button', { name: 'Show preview' }).click();
    await expect.poll(previews).toBe(1);
    const picture = aside(page).getByRole('img', { name: 'Preview of Booked here' });
    await expect
      .poll(() => picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth > 0))
      .toBe(true);
    await page.clock.fastForward(30_000);
    await expect.poll(previews).toBe(2);
  });

  it('says so when there is nothing to be shown, with a link', async () => {
    const id = book(board);
    board.simulator.startSession(id);
    board.simulator.edit(id, {
      active_session: { preview_url: `${board.spaceOrigin}/previews/gone.webp` },
    });
    await readAnew(board);
    const page = await open(`${board.origin}/?c=${id}`, WIDE);
    await aside(page).getByRole('button', { name: 'Show preview' }).click();
    await aside(page)
      .getByText(/^The preview cannot be shown/)
      .waitFor();
    expect(await aside(page).getByRole('link').getAttribute('href')).toBe(
      `${board.spaceOrigin}/previews/gone.webp`,
    );
  });

  it('is not loaded from anywhere else', async () => {
    const id = book(board);
    board.simulator.startSession(id);
    board.simulator.edit(id, { active_session: { preview_url: 'https://evil.example/x.webp' } });
    await readAnew(board);
    const page = await open(`${board.origin}/?c=${id}`, WIDE);
    await aside(page)
      .getByText(/^The preview is not loaded: it lies on evil.example/)
      .waitFor();
    expect(await aside(page).getByRole('link').count()).toBe(0);
    expect(await aside(page).getByRole('button', { name: 'Show preview' }).count()).toBe(0);
  });
});
