import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBoard, type TestBoard } from '../support/board.ts';
import { withBrowser } from '../support/browser.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard({ conferences: 2_500, seed: 7 });
});
afterAll(() => board.stop());

const { open } = withBrowser();

const rows = (page: Page) => page.getByRole('table', { name: 'Conferences' }).locator('tbody tr');
const whole = (page: Page) => page.getByText('2,500 conferences', { exact: true }).waitFor();

describe('the whole list', () => {
  it('shows the first rows after one small page, and every conference when the walk has ended', async () => {
    board.simulator.setLatency(300);
    const page = await open(board.origin);
    await rows(page).first().waitFor();
    expect(await page.getByRole('progressbar', { name: 'Loading conferences' }).isVisible()).toBe(true);
    expect(await page.getByText('loaded so far').first().isVisible()).toBe(true);
    board.simulator.setLatency(0);
    await whole(page);
    expect(await page.getByText('loaded so far').count()).toBe(0);
    expect(await page.getByRole('progressbar', { name: 'Loading conferences' }).count()).toBe(0);
  });
});
