import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startBoard, type TestBoard } from '../support/board.ts';
import { withBrowser } from '../support/browser.ts';
import { openDates } from '../support/dates.ts';
import { shownIds } from '../support/list.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard({ conferences: 120, seed: 3, cacheSeconds: 0 });
  board.simulator.clock.freeze();
});
afterEach(() => board.simulator.setFault(null));
afterAll(() => board.stop());

const { open } = withBrowser();

const table = (page: Page) => page.getByRole('table', { name: 'Conferences' });
const rows = (page: Page) => table(page).locator('tbody tr');
const row = (page: Page, id: string) => table(page).locator(`tr[data-row="${id}"]`);
const refresh = (page: Page) => page.getByRole('button', { name: 'Refresh', exact: true }).click();
const settled = (page: Page) => page.getByText(/^\d+( of \d+)? conferences$/).waitFor();

async function openSettled(options?: Parameters<typeof open>[1], search = ''): Promise<Page> {
  const page = await open(`${board.origin}/${search}`, options);
  await settled(page);
  return page;
}

/** A conference on screen whose status badge says a word. */
async function findShown(page: Page, word: string): Promise<string> {
  const found = rows(page).filter({ has: page.locator('[data-status]', { hasText: word }) });
  return String(await found.nth(2).getAttribute('data-row'));
}

describe('a refresh', () => {
  it('changes only the row that changed, and leaves scroll, focus and every other row as they were', async () => {
    // Both of the page's clocks stand like the board's: with the minute, another row might change, too.
    const now = board.simulator.clock.now();
    const page = await open('about:blank', { clock: now });
    await page.clock.setFixedTime(now);
    await page.addInitScript(() => {
      performance.now = () => 0;
    });
    // The newest first: on the first page of the order of urgency none has ended.
    await page.goto(`${board.origin}/?sort=-created_at`);
    await settled(page);
    const id = await findShown(page, 'Ended');
    const focused = (await shownIds(page))[20] ?? '';
    await row(page, focused).focus();
    await page.evaluate(() => {
      for (const element of document.querySelectorAll('tr[data-row]'))
        Reflect.set(element, 'seen', element.innerHTML);
    });
    const scroll = await page.evaluate(() => window.scrollY);
    expect(scroll).toBeGreaterThan(0);

    board.simulator.startSession(id);
    await page.keyboard.press('r');
    await row(page, id).getByText('Overrunning').waitFor();

    const touched = await page.evaluate(() =>
      [...document.querySelectorAll('tr[data-row]')]
        .filter((element) => Reflect.get(element, 'seen') !== element.innerHTML)
        .map((element) => [element.getAttribute('data-row'), Reflect.has(element, 'seen')]),
    );
    expect(touched).toEqual([[id, true]]);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-row'))).toBe(focused);
    expect(await page.evaluate(() => window.scrollY)).toBe(scroll);
    expect(
      await row(page, id).evaluate((element) => element.getAnimations({ subtree: true }).length),
    ).toBeGreaterThan(0);
  });

  it('marks nothing for who wants less motion', async () => {
    const page = await openSettled({ reducedMotion: 'reduce' });
    const id = await findShown(page, 'Scheduled');
    board.simulator.startSession(id);
    await refresh(page);
    await row(page, id).getByText('Live').waitFor();
    expect(await row(page, id).evaluate((element) => element.getAnimations({ subtree: true }).length)).toBe(
      0,
    );
  });

  it('marks nothing when another list holds the same conferences', async () => {
    const page = await openSettled();
    const id = await findShown(page, 'Scheduled');
    const { from } = await openDates(page);
    await from.fill('2000-01-01');
    await from.press('Enter');
    await page.getByRole('button', { name: 'From 1 Jan 2000 choose dates' }).waitFor();
    await page.locator('#conferences[aria-busy="false"]').waitFor();
    await row(page, id).waitFor();
    const marked = await page.evaluate(
      () =>
        document
          .getAnimations()
          .filter(({ effect }) => String(Reflect.get(effect ?? {}, 'target')?.tagName) === 'TD').length,
    );
    expect(marked).toBe(0);
  });

  it('says what is new and gone instead of moving the page, and moves it when asked', async () => {
    const page = await openSettled({}, '?sort=-created_at');
    const before = await shownIds(page);
    const placeOf = () => row(page, before[0] ?? '').boundingBox();
    const place = await placeOf();
    const added = board.simulator.add({ display_name: 'Added just now', created_at: '2030-01-01T00:00:00Z' });
    board.simulator.remove(before[5] ?? '');
    const show = page.getByRole('button', { name: '1 new, 1 gone — show' });
    // Gone is what two walks in a row did not find.
    await expect.poll(() => refresh(page).then(() => show.count())).toBe(1);
    expect(await shownIds(page)).toEqual(before);
    expect(await placeOf()).toEqual(place);
    expect(
      await row(page, before[5] ?? '')
        .getByText('Gone from the list')
        .isVisible(),
    ).toBe(true);
    await show.click();
    await row(page, added).waitFor();
    expect(await row(page, before[5] ?? '').count()).toBe(0);
    expect(await show.count()).toBe(0);
  });

  it('tells screen readers once what it changed, and nothing at first load', async () => {
    const page = await openSettled();
    const said = page.locator('[role="status"][aria-live="polite"]');
    expect(await said.textContent()).toBe('');
    const id = await findShown(page, 'Scheduled');
    board.simulator.edit(id, { display_name: 'Renamed just now' });
    await refresh(page);
    await said.filter({ hasText: /^1 changed$/ }).waitFor({ state: 'attached' });
    await row(page, id).getByText('Renamed just now').waitFor();
  });

  it('counts what is live in the title of the tab', async () => {
    const page = await openSettled();
    const live = async () => Number(/^\((\d+) live\) Callboard$/.exec(await page.title())?.[1]);
    const before = await live();
    board.simulator.startSession(await findShown(page, 'Scheduled'));
    await refresh(page);
    await page.waitForFunction((count) => document.title === `(${count} live) Callboard`, before + 1);
  });
});

function isWithinWindow(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

describe('when SignalWire fails after a good load', () => {
  it('keeps the rows, says from when they are and why, and recovers without a reload', async () => {
    await using fresh = await startBoard({ conferences: 60, cacheSeconds: 0 });
    const page = await open(fresh.origin);
    await settled(page);
    const before = await shownIds(page);
    const topOf = () =>
      page
        .locator('tr[data-row]')
        .first()
        .evaluate((row) => row.getBoundingClientRect().top);
    const top = await topOf();
    fresh.simulator.setFault('401');
    await refresh(page);
    const banner = page.getByRole('alert');
    await banner.getByText(/^Showing the list as of \d\d:\d\d:\d\d\.$/).waitFor();
    expect(await banner.textContent()).toContain('SignalWire refuses the credentials');
    expect(await banner.textContent()).toContain('SIGNALWIRE_API_TOKEN');
    expect(await shownIds(page)).toEqual(before);
    // It is seen at whatever place of the page, and moves nothing.
    for (const [move, place] of [
      [0, 0],
      [600, 600],
      [-600, 0],
    ] as const) {
      await page.mouse.wheel(0, move);
      // The wheel turns before the page has scrolled.
      await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(place);
      await expect.poll(() => banner.evaluate(isWithinWindow)).toBe(true);
    }
    await expect.poll(topOf).toBe(top);
    fresh.simulator.setFault(null);
    fresh.simulator.clock.advance(60_000);
    const retry = banner.getByRole('button', { name: 'Retry' });
    // The driver scrolls about while it waits for a button that cannot be pressed yet.
    await expect.poll(() => retry.isEnabled()).toBe(true);
    await retry.click();
    await banner.waitFor({ state: 'detached' });
    expect(await shownIds(page)).toEqual(before);
    expect(await topOf()).toBe(top);
  });

  it('says so too when the server can still answer with what it had kept', async () => {
    await using fresh = await startBoard({ conferences: 60, cacheSeconds: 0 });
    const page = await open(fresh.origin);
    await settled(page);
    fresh.simulator.setFault('500');
    await refresh(page);
    await page
      .getByRole('alert')
      .getByText(/SignalWire has a failure of its own/)
      .waitFor();
  });

  it('counts down after SignalWire asked it to slow down', async () => {
    await using fresh = await startBoard({ conferences: 60 });
    fresh.simulator.setFault('429-retry-after');
    const page = await open(fresh.origin);
    await page.getByRole('heading', { name: 'SignalWire asks the board to slow down' }).waitFor();
    await page.getByText(/^Asking again in \d+ s\.$/).waitFor();
  });

  it('notices a server out of reach, and comes back at a press', async () => {
    const page = await openSettled();
    await page.route('**/api/**', (route) => route.abort('connectionrefused'));
    await refresh(page);
    await page
      .getByRole('alert')
      .getByText(/The board’s server does not answer/)
      .waitFor();
    await page.unroute('**/api/**');
    await page.getByRole('button', { name: 'Retry' }).click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
  });
});

describe('before anything could be loaded', () => {
  it.each([
    ['401', 'SignalWire refuses the credentials', 'SIGNALWIRE_PROJECT_ID'],
    ['404', 'There is no such SignalWire space', 'SIGNALWIRE_SPACE'],
    ['html', 'SignalWire’s answer cannot be read', 'server’s log'],
  ] as const)('explains %s and offers to try again', async (fault, title, advice) => {
    await using fresh = await startBoard({ conferences: 5 });
    fresh.simulator.setFault(fault);
    const page = await open(fresh.origin);
    await page.getByRole('heading', { name: title }).waitFor();
    await page.getByText(advice).first().waitFor();
    fresh.simulator.setFault(null);
    fresh.simulator.clock.advance(60_000);
    await page.getByRole('button', { name: 'Retry' }).click();
    await settled(page);
  });

  it('says when the space has no conferences at all', async () => {
    await using empty = await startBoard({ conferences: 0 });
    const page = await open(empty.origin);
    await page.getByRole('heading', { name: 'No conferences yet' }).waitFor();
  });
});

describe('the clock', () => {
  it('moves a conference from scheduled to nobody there to ended, though no request gets through', async () => {
    await using fresh = await startBoard({ conferences: 0, cacheSeconds: 0 });
    const noon = Date.UTC(2026, 10, 23, 12);
    fresh.simulator.clock.freeze();
    fresh.simulator.clock.set(noon);
    const id = fresh.simulator.add({ join_from: '2026-11-23T12:04:59Z', join_until: '2026-11-23T12:07:00Z' });
    const page = await open(fresh.origin, { clock: noon });
    await row(page, id).getByText('in 4 min').waitFor();
    await page.getByLabel('Refresh interval').selectOption('Off');
    await page.route('**/api/**', (route) => route.abort());

    // For ten minutes what is known is not yet old while the page does not refresh itself.
    await page.clock.runFor('02:00');
    await row(page, id).getByText('in 2 min').waitFor();
    await page.clock.runFor('04:00');
    await row(page, id).getByText('Nobody there', { exact: true }).waitFor();
    await page.getByRole('button', { name: /^1 nobody there/ }).waitFor();
    await page.clock.runFor('02:00');
    await row(page, id).getByText('Ended').waitFor();
    await page.getByRole('button', { name: '1 ended' }).waitFor();
  });

  it('moves a session from live to overrunning, and leaves alone what has no end', async () => {
    await using fresh = await startBoard({ conferences: 0, cacheSeconds: 0 });
    const noon = Date.UTC(2026, 10, 23, 12);
    fresh.simulator.clock.freeze();
    fresh.simulator.clock.set(noon);
    const early = fresh.simulator.add({
      join_from: '2026-11-23T11:59:00Z',
      join_until: '2026-11-23T12:04:00Z',
    });
    const endless = fresh.simulator.add();
    const always = fresh.simulator.add();
    fresh.simulator.startSession(early);
    fresh.simulator.startSession(endless);
    const page = await open(fresh.origin, { clock: noon });
    await page.getByLabel('Refresh interval').selectOption('Off');
    await row(page, early).getByText('Live', { exact: true }).waitFor();
    await page.route('**/api/**', (route) => route.abort());

    await page.clock.runFor('03:00');
    await row(page, early).getByText('Live', { exact: true }).waitFor();
    await row(page, early)
      .getByText(/^for 3 min/)
      .waitFor();
    await page.clock.runFor('05:30');
    await row(page, early).getByText('Overrunning').waitFor();
    await row(page, early)
      .getByText(/^by 4 min/)
      .waitFor();
    await page.getByRole('button', { name: /^1 overrunning/ }).waitFor();
    await row(page, endless).getByText('Live', { exact: true }).waitFor();
    await row(page, always).getByText('Always open').waitFor();
  });

  it('lets hidden tabs ask nothing, and refreshes on return', async () => {
    // Few rows: each of them is drawn anew with each second of the five minutes.
    const page = await openSettled({ clock: Date.now() }, '?status=live');
    const hide = (hidden: boolean) =>
      page.evaluate(
        (state) => {
          Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
          document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
        },
        hidden ? 'hidden' : 'visible',
      );
    await hide(true);
    board.simulator.clearRequests();
    await page.clock.runFor('05:00');
    expect(board.simulator.requestsSeen).toBe(0);
    const refreshed = page.waitForResponse((response) => response.url().includes('/api/video/conferences'));
    await hide(false);
    await refreshed;
  });
});
