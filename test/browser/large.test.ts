import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBoard, type TestBoard } from '../support/board.ts';
import { withBrowser } from '../support/browser.ts';
import { expectNoSecret } from '../support/secrets.ts';

let board: TestBoard;
/** id of the conference that is walked last, and stands before everything else by name */
let first: string;
beforeAll(async () => {
  board = await startBoard({ conferences: 10_000, seed: 7, cacheSeconds: 0 });
  // A list that does not change while it is looked at.
  board.simulator.clock.freeze();
  board.simulator.setQuirks({ order: 'oldest' });
  first = board.simulator.add({ display_name: '  0 first of all', created_at: '2001-01-01T00:00:00Z' });
});
afterAll(() => board.stop());

const { open } = withBrowser();

const table = (page: Page) => page.getByRole('table', { name: 'Conferences' });
const rows = (page: Page) => table(page).locator('tbody tr');
const whole = (page: Page) => page.getByText('10,001 conferences', { exact: true }).waitFor();

describe('ten thousand conferences and one', () => {
  it('are sorted by Name over all of them, not over the page', async () => {
    const page = await open(board.origin);
    await whole(page);
    expect(await rows(page).first().getAttribute('data-row')).not.toBe(first);
    await table(page).getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
    await expect.poll(() => rows(page).first().getAttribute('data-row')).toBe(first);
  });

  it('open in the drawer without a request', async () => {
    const page = await open(board.origin);
    await whole(page);
    await page.getByRole('combobox', { name: 'Refresh interval' }).selectOption('Off');
    await page.waitForLoadState('networkidle');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    for (const index of [0, 7, 30]) {
      const name = await rows(page).nth(index).locator('th').innerText();
      await rows(page)
        .nth(index)
        .click({ position: { x: 5, y: 5 } });
      await page.getByRole('complementary', { name: name.split('\n')[0] }).waitFor();
    }
    // Chromium looks for the icon, in its cache, at each step of the history.
    expect(asked.filter((url) => !url.endsWith('.svg'))).toEqual([]);
  });
});

describe('the credentials', () => {
  it('reach the browser in nothing that it receives, and stand in no line of the log', async () => {
    const page = await open('about:blank');
    const received: Promise<string>[] = [];
    page.on('response', (response) =>
      received.push(
        Promise.all([response.allHeaders(), response.text().catch(() => '')]).then(
          ([headers, body]) => `${response.url()} ${JSON.stringify(headers)} ${body}`,
        ),
      ),
    );
    await page.goto(board.origin);
    await whole(page);
    await rows(page)
      .first()
      .click({ position: { x: 5, y: 5 } });
    await page.getByRole('heading', { name: 'Raw' }).waitFor();
    const texts = await Promise.all(received);
    expect(texts.some((text) => text.includes('/api/video/conferences/search?'))).toBe(true);
    expectNoSecret(board, [...texts, await page.content(), board.readLog()]);
  });
});
