import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { parameterIs } from '../support/address.ts';
import { startBoard } from '../support/board.ts';
import { TALL, withBrowser } from '../support/browser.ts';

const { open } = withBrowser();

const table = (page: Page) => page.getByRole('table', { name: 'Conferences' });
const rows = (page: Page) => table(page).locator('tbody tr');
const settled = (page: Page) => page.getByText(/^[\d,]+( of [\d,]+)? conferences?$/).waitFor();
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Opens an address in a page whose clock only the test moves on, from now. */
const openByHand = (address: string): Promise<Page> => open(address, { clock: Date.now() });

describe('an empty list', () => {
  it('of a space without conferences offers to look again', async () => {
    await using board = await startBoard({ conferences: 0, cacheSeconds: 0 });
    const page = await open(board.origin);
    await page.getByRole('heading', { name: 'No conferences yet' }).waitFor();
    board.simulator.add({ display_name: 'The very first' });
    await button(page, 'Look again').click();
    await rows(page).getByText('The very first').waitFor();
  });

  it('of a date range says that Any time in finds more, and offers to clear it', async () => {
    await using board = await startBoard({ conferences: 30 });
    const page = await open(`${board.origin}/?from=2001-01-01&to=2001-01-02&match=inside`);
    await page.getByRole('heading', { name: 'None match' }).waitFor();
    await page
      .getByText('No conference of this date range fits. “Any time in” finds all that touch it.')
      .waitFor();
    await button(page, 'Look at any time in').click();
    await parameterIs(page, 'match', null);
    await page.goBack();
    await button(page, 'Look at any time in').waitFor();
    await page.getByRole('main').getByRole('button', { name: 'Clear filters' }).last().click();
    await page.getByText('30 conferences', { exact: true }).waitFor();
  });
});

describe('a list that cannot be had', () => {
  it('for wrong credentials says what to check, and not what they are, and counts nothing', async () => {
    await using board = await startBoard({ conferences: 5 });
    board.simulator.setFault('401');
    const page = await open(board.origin, TALL);
    await page.getByRole('heading', { name: 'SignalWire refuses the credentials' }).waitFor();
    const text = await page.getByRole('main').innerText();
    expect(text).toContain('SIGNALWIRE_PROJECT_ID and SIGNALWIRE_API_TOKEN');
    expect(text).toContain('the Video scope');
    expect(text).not.toContain(board.simulator.credentials.projectId);
    expect(await page.getByRole('group', { name: 'Right now' }).innerText()).not.toMatch(/\d/);
    expect(await page.getByRole('region', { name: 'Timeline' }).count()).toBe(0);
  });

  it('for a walk that SignalWire refuses to begin says so, whatever is asked of the list', async () => {
    await using board = await startBoard({ conferences: 5 });
    board.simulator.setFault('422');
    const page = await open(`${board.origin}/?from=2026-01-01`);
    await page.getByRole('heading', { name: 'SignalWire answered something unexpected' }).waitFor();
  });

  it('for a board whose server is gone says so, and comes back by itself', async () => {
    await using board = await startBoard({ conferences: 5 });
    const page = await openByHand('about:blank');
    await page.route('**/api/**', (route) => route.abort('connectionrefused'));
    await page.goto(board.origin);
    await page.getByRole('heading', { name: 'The board’s server does not answer' }).waitFor();
    await page.getByText(/^Asking again in 1\d s\.$/).waitFor();
    await page.unroute('**/api/**');
    await page.clock.runFor('00:16');
    await settled(page);
  });

  it('for a limit of SignalWire counts the seconds down, and asks again by itself', async () => {
    await using board = await startBoard({ conferences: 5 });
    board.simulator.setFault('429-retry-after');
    const page = await openByHand(board.origin);
    await page.getByRole('heading', { name: 'SignalWire asks the board to slow down' }).waitFor();
    const countdown = page.getByText(/^Asking again in [1-7] s\.$/);
    const seconds = async () => Number((await countdown.innerText()).replace(/\D/g, ''));
    const left = await seconds();
    await page.clock.runFor('00:03');
    await expect.poll(seconds).toBeLessThanOrEqual(left - 3);
    board.simulator.setFault(null);
    board.simulator.clock.advance(7_000);
    await page.clock.runFor('00:05');
    await settled(page);
  });
});

describe('a server that dies under an open page', () => {
  it('is noticed by the next refresh, rows stay, and the board comes back by itself', async () => {
    const before = await startBoard({ conferences: 40, cacheSeconds: 0 });
    const page = await openByHand(before.origin);
    await settled(page);
    await expect.poll(() => rows(page).count()).toBe(40);
    await before.stop();
    await page.clock.runFor('00:31');
    const banner = page.getByRole('alert');
    await banner.getByText(/^Showing the list as of \d\d:\d\d:\d\d\.$/).waitFor();
    expect(await banner.innerText()).toContain('The board’s server does not answer.');
    await expect.poll(() => rows(page).count()).toBe(40);
    await using _after = await startBoard({ conferences: 40, port: Number(new URL(before.origin).port) });
    await page.clock.runFor('00:16');
    await banner.waitFor({ state: 'detached' });
    await expect.poll(() => rows(page).count()).toBe(40);
  });
});

describe('while nothing is loaded yet', () => {
  it('the skeleton has the headers and the places of the table, and nothing moves when it comes, at any width', async () => {
    await using board = await startBoard({ conferences: 60 });
    const page = await open('about:blank');
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    await page.route('**/api/video/**', (route) => released.then(() => route.continue()));
    await page.goto(`${board.origin}/?rows=25`);
    await page.getByRole('progressbar', { name: 'Loading conferences' }).waitFor({ state: 'attached' });
    const look = (selector: string) =>
      page.locator(selector).evaluateAll((list) =>
        list.map((cell) => {
          const { x, y, height } = cell.getBoundingClientRect();
          return [cell.textContent, Math.round(x), Math.round(y + height / 2)];
        }),
      );
    const tools = 'main button:is(:text-is("Timeline"), :text-is("Columns"), [aria-label="More"])';
    const places = async (headers: string) => {
      const found: Awaited<ReturnType<typeof look>>[] = [];
      for (const width of [1_440, 800, 390]) {
        await page.setViewportSize({ width, height: 800 });
        // Columns that have no room go a frame later.
        await page.evaluate(
          () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
        );
        found.push([...(await look(tools)), ...(await look(headers))]);
      }
      return found;
    };
    const before = await places('#conferences [aria-hidden] > :first-child > [data-column]');
    release();
    await settled(page);
    expect(await places('#conferences thead th')).toEqual(before);
    expect(before.map((columns) => columns.length)).toEqual(
      before.map(({ length }) => length).sort((a, b) => b - a),
    );
  });
});

describe('the refresh interval', () => {
  it('is one of Off, 10 s, 30 s, 1 m, 5 m, is kept by the browser, and rules the asking', async () => {
    await using board = await startBoard({ conferences: 5, cacheSeconds: 0 });
    const page = await openByHand(board.origin);
    await settled(page);
    const interval = page.getByRole('combobox', { name: 'Refresh interval' });
    expect(await interval.locator('option').allInnerTexts()).toEqual([
      'Off',
      'Every 10 s',
      'Every 30 s',
      'Every 1 m',
      'Every 5 m',
    ]);
    expect(await interval.inputValue()).toBe('30');
    const asked: string[] = [];
    page.on('request', (request) => request.url().includes('/search?') && asked.push(request.url()));
    await interval.selectOption('Every 10 s');
    await page.clock.runFor('00:11');
    await expect.poll(() => asked.length).toBe(1);
    await interval.selectOption('Off');
    await page.getByText(/^Updated [0-5] s ago · auto refresh is off$/).waitFor();
    await page.clock.runFor('00:30');
    await page.getByText(/^Updated 3[0-5] s ago · auto refresh is off$/).waitFor();
    await page.clock.runFor('10:00');
    expect(asked.length).toBe(1);
    await page.reload();
    expect(await interval.inputValue()).toBe('0');
  });
});

describe('code that cannot be loaded', () => {
  it('takes neither list nor page with it, and says what to do', async () => {
    await using board = await startBoard({ conferences: 30 });
    const page = await open('about:blank', TALL);
    await page.route(/\/assets\/(Drawer|Timeline)-/, (route) => route.abort());
    await page.goto(board.origin);
    await settled(page);
    await page.getByText('The timeline could not be loaded.').waitFor();
    await rows(page).first().locator('th').click();
    await page.getByText(/^The drawer could not be loaded/).waitFor();
    await button(page, 'Close').click();
    await expect.poll(() => rows(page).count()).toBe(30);
  });
});
