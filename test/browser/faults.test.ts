import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBoard, type TestBoard } from '../support/board.ts';
import { findBarriers, TALL, withBrowser } from '../support/browser.ts';
import { openDates } from '../support/dates.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard({ conferences: 30, cacheSeconds: 0 });
});
afterAll(() => board.stop());

const { open, problems } = withBrowser();

const rows = (page: Page) => page.getByRole('table', { name: 'Conferences' }).locator('tbody tr');
const settled = (page: Page) => page.getByText(/^\d+( of \d+)? conferences?$/).waitFor();
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** A page from which files are kept; `release` lets them through. */
async function openWithout(files: RegExp, search = '', options: Parameters<typeof open>[1] = {}) {
  const page = await open('about:blank', options);
  await page.route(files, (route) => route.abort());
  await page.goto(`${board.origin}/${search}`);
  return { page, release: () => page.unroute(files) };
}

/** The browser has no calendar arithmetic of its own. */
async function openWithoutTemporal(files: RegExp, search: string) {
  const page = await open('about:blank', {});
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Temporal'));
  await page.route(files, (route) => route.abort());
  await page.goto(`${board.origin}/${search}`);
  return { page, release: () => page.unroute(files) };
}

/** Where a script ran that does not belong to the page, the browser's own complaint of the file is no fault. */
const forgetProblems = () => problems.splice(0);

/**
 * Presses Try again, and Reload where that does not help: many browsers keep a script that failed for as long as the
 * page is there. `open` opens anew what a reload closes.
 */
async function bringBack(page: Page, place: Locator, back: Locator, open?: () => Promise<unknown>) {
  const reload = place.getByRole('button', { name: 'Reload' });
  await place.getByRole('button', { name: 'Try again' }).click();
  await back.or(reload).first().waitFor();
  if (await reload.isVisible()) {
    await Promise.all([page.waitForEvent('load'), reload.click()]);
    await open?.();
  }
  await back.waitFor();
}

describe('a file that cannot be had', () => {
  it.each([
    ['script', /\/assets\/RangePicker-.*\.js/],
    ['style', /\/assets\/RangePicker-.*\.css/],
  ])('the calendar’s %s: it says so in its place, and comes back by a press', async (_kind, files) => {
    const { page, release } = await openWithout(files);
    await settled(page);
    const { panel: picker } = await openDates(page);
    await picker.getByText('The calendar could not be loaded.').waitFor();
    await picker.getByRole('button', { name: 'Reload' }).waitFor();
    expect(await findBarriers(page, '[popover]:popover-open')).toEqual([]);
    expect(await rows(page).count()).toBe(30);
    await release();
    await bringBack(page, picker, picker.getByRole('grid'), () => openDates(page));
    const looks = picker.getByRole('button', { name: 'Apply' }).locator('xpath=../..');
    expect(await looks.evaluate((element) => getComputedStyle(element).display)).toBe('grid');
  });

  it('the zones: their list says so, and comes back by a press', async () => {
    const { page, release } = await openWithout(/\/assets\/createZoneFinder-/);
    await settled(page);
    const zone = page.getByRole('combobox', { name: 'Time zone' });
    await zone.fill('kolkata');
    await page.getByText('The time zones could not be loaded.').waitFor();
    await page.getByRole('button', { name: 'Reload' }).waitFor();
    expect(await findBarriers(page, 'main')).toEqual([]);
    await release();
    const kolkata = page.getByRole('option', { name: /^Kolkata/ });
    await bringBack(page, page.locator('main'), kolkata, () => zone.fill('kolkata'));
    await kolkata.click();
    await settled(page);
  });

  it.each([
    ['overlaps', /^\d of 30 conferences$/],
    ['inside', /^None match$/],
  ])(
    'the calendar arithmetic that a browser lacks, match %s: the server reads the range all the same',
    async (match, found) => {
      const search = `?from=2001-01-01&to=2001-01-02&match=${match}`;
      const { page } = await openWithoutTemporal(/\/assets\/implementation-/, search);
      await page.getByText(found).waitFor();
      expect(await rows(page).count()).toBeLessThan(30);
    },
  );

  it('the calendar arithmetic that a browser lacks: the dates say so in their place, and come back by a press', async () => {
    const { page, release } = await openWithoutTemporal(/\/assets\/implementation-/, '');
    await settled(page);
    const choose = page.getByRole('button', { name: /choose dates$/ });
    await choose.click();
    const dates = page.getByRole('dialog', { name: 'Choose dates' });
    await dates.getByText('The part of the page that reads dates could not be loaded.').waitFor();
    expect(await rows(page).count()).toBe(30);
    await release();
    await bringBack(page, dates, dates.getByLabel('From'), () => choose.click());
    await dates.getByLabel('From').fill('2001-01-01');
    await dates.getByLabel('From').press('Enter');
    await page.waitForURL((url) => url.searchParams.get('from') === '2001-01-01');
  });

  it.each([
    ['script', /\/assets\/Drawer-.*\.js/],
    ['style', /\/assets\/Drawer-.*\.css/],
  ])('the drawer’s %s: it says so where it would stand, and comes back by a press', async (_kind, files) => {
    const { page, release } = await openWithout(files);
    await settled(page);
    await rows(page).first().locator('th').click();
    const drawer = page.getByRole('complementary');
    await drawer.getByText('The drawer could not be loaded.').waitFor();
    expect(await rows(page).count()).toBe(30);
    await release();
    await bringBack(page, drawer, drawer.getByRole('heading', { name: 'Schedule' }));
  });

  it.each([
    ['script', /\/assets\/Timeline-.*\.js/],
    ['style', /\/assets\/Timeline-.*\.css/],
  ])('the timeline’s %s: it says so in its place, and comes back by a press', async (_kind, files) => {
    const { page, release } = await openWithout(files, '', TALL);
    await settled(page);
    await page.getByText('The timeline could not be loaded.').waitFor();
    expect(await rows(page).count()).toBe(30);
    await release();
    await bringBack(page, page.locator('main'), page.getByRole('region', { name: 'Timeline' }));
  });

  it.each([
    ['script', /\/assets\/index-.*\.js/],
    ['style and script', /\/assets\/index-/],
  ])('the page’s own %s: a sentence and a way to load it anew, no blank', async (_kind, files) => {
    const { page, release } = await openWithout(files, '?q=x');
    await page.getByText(/^The page could not be loaded/).waitFor();
    await release();
    await page.getByRole('link', { name: 'Reload' }).click();
    await settled(page);
    expect(new URL(page.url()).search).toBe('?q=x');
  });
});

describe('a part that throws', () => {
  it('goes alone, is told to the server’s log once, and comes back with Try again', async () => {
    const page = await open('about:blank', TALL);
    await page.addInitScript(() => {
      const canvas = HTMLCanvasElement.prototype;
      const { getContext } = canvas;
      canvas.getContext = () => {
        throw new Error('no picture today');
      };
      Reflect.set(window, 'mend', () => {
        canvas.getContext = getContext;
      });
    });
    await page.goto(board.origin);
    await settled(page);
    await page.getByText('This part had a fault of its own.').waitFor();
    await button(page, 'Reload').waitFor();
    expect(await page.getByText('This part had a fault of its own.').count()).toBe(1);
    expect(await findBarriers(page)).toEqual([]);
    await button(page, 'Try again').click();
    await page.getByText('This part had a fault of its own.').waitFor();
    await rows(page).first().locator('th').click();
    await page.getByRole('complementary').getByRole('heading', { name: 'Schedule' }).waitFor();
    const lines = () => board.readLog().match(/.*fault of the page.*/g) ?? [];
    await expect.poll(() => lines().length).toBe(1);
    expect(JSON.parse(lines()[0] ?? '')).toMatchObject({ part: 'picture', message: 'no picture today' });

    await page.evaluate(() => Reflect.get(window, 'mend')());
    await button(page, 'Try again').click();
    await page.getByRole('region', { name: 'Timeline' }).waitFor();
    expect(await page.getByText('This part had a fault of its own.').count()).toBe(0);
    expect(forgetProblems().join()).toContain('no picture today');
  });
});

describe('a time zone that nobody knows', () => {
  const says = (page: Page, words: string) => page.getByRole('main').getByText(words).waitFor();
  const firstTime = (page: Page) => rows(page).locator('time').first();

  async function tellsUtc(page: Page) {
    const instant = String(await firstTime(page).getAttribute('datetime'));
    expect(await firstTime(page).innerText()).toContain(new Date(instant).toISOString().slice(11, 16));
  }

  it.each(['Etc/Unknown', undefined])(
    'of the browser itself (%s) is UTC, and the page says so',
    async (zone) => {
      const page = await open('about:blank', TALL);
      await page.addInitScript((name) => {
        const { resolvedOptions } = Intl.DateTimeFormat.prototype;
        Intl.DateTimeFormat.prototype.resolvedOptions = function (this: Intl.DateTimeFormat) {
          return { ...resolvedOptions.call(this), timeZone: String(name) };
        };
      }, zone);
      await page.goto(board.origin);
      await settled(page);
      await says(page, 'This browser does not know its time zone: times are in UTC.');
      await tellsUtc(page);
      await rows(page).first().locator('th').click();
      await page.getByRole('complementary').getByRole('heading', { name: 'Schedule' }).waitFor();
      await page.getByRole('region', { name: 'Timeline' }).waitFor();
      await page.getByRole('combobox', { name: 'Time zone' }).click();
      await page.getByRole('option').nth(20).waitFor();
    },
  );

  it('of a link or of what the browser has kept is UTC, and the page says so', async () => {
    const page = await open(`${board.origin}/?tz=Mars/Base`);
    await says(page, 'No time zone Mars/Base: times are in UTC.');
    await settled(page);
    await tellsUtc(page);
    await page.evaluate(() => localStorage.setItem('callboard.preferences', '{"zone":"Venus/Camp"}'));
    await page.goto(board.origin);
    await says(page, 'No time zone Venus/Camp: times are in UTC.');
    await settled(page);
    await tellsUtc(page);
    await page.goto(`${board.origin}/?tz=Etc/GMT+5`);
    await settled(page);
    expect(await page.getByRole('combobox', { name: 'Time zone' }).inputValue()).toBe('Etc/GMT+5');
  });
});

describe('what the browser has kept', () => {
  it.each([
    'null',
    '"text"',
    '[[[',
    '{"columns":["name","name",["id"],{"a":1}],"zone":7,"interval":1e99,"scheme":{},"timeline":"yes","keys":[]}',
    '{"__proto__":{"columns":["id"]},"columns":"name","zone":"\\u0000"}',
  ])('may be nonsense (%s): the list is there', async (kept) => {
    const page = await open(board.origin);
    await settled(page);
    await page.evaluate((text) => localStorage.setItem('callboard.preferences', text), kept);
    await page.reload();
    await settled(page);
    expect(await rows(page).count()).toBe(30);
  });
});

describe('somebody in between who wants a sign-in', () => {
  const ANSWERS = {
    'a redirect': { status: 302, headers: { Location: 'https://login.example/' }, body: '' },
    'a page': { status: 200, contentType: 'text/html', body: '<form>Sign in</form>' },
    '401 and JSON': { status: 401, contentType: 'application/json', body: '{"error":"unauthorized"}' },
  };

  it.each(Object.entries(ANSWERS))('%s: rows stay, and the page says to reload', async (_what, answer) => {
    const page = await open(board.origin);
    await settled(page);
    await page.route('**/api/**', (route) => route.fulfill(answer));
    await button(page, 'Refresh').click();
    const notice = page.getByRole('alert');
    await notice.getByText(/Something in between wants you to sign in/).waitFor();
    expect(await rows(page).count()).toBe(30);
    await page.unroute('**/api/**');
    await notice.getByRole('button', { name: 'Reload' }).click();
    await settled(page);
    await notice.waitFor({ state: 'detached' });
  });

  it('from the start: says so in place of the list', async () => {
    const page = await open('about:blank');
    await page.route('**/api/**', (route) => route.fulfill(ANSWERS['a page']));
    await page.goto(board.origin);
    await page.getByRole('heading', { name: 'Something in between wants you to sign in' }).waitFor();
    await button(page, 'Reload').waitFor();
  });
});

describe('a translation of the page', () => {
  /** What a browser's translation does to every text. */
  const translate = (page: Page) =>
    page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: Node[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode);
      for (const text of texts) {
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        text.parentNode?.replaceChild(outer, text);
        outer.append(inner);
        inner.append(text);
      }
    });

  it('is declined: names and times are not for a machine to change', async () => {
    const page = await open(board.origin);
    expect(await page.locator('html').getAttribute('translate')).toBe('no');
    expect(await page.locator('meta[name="google"]').getAttribute('content')).toBe('notranslate');
  });

  it('that is forced on it takes at most a part: refresh, answer and search go on', async () => {
    const page = await open(board.origin);
    await settled(page);
    await translate(page);
    await page.keyboard.press('r');
    await page.getByRole('group', { name: 'Right now' }).getByRole('button').first().click();
    await translate(page);
    await page.getByRole('searchbox', { name: 'Search conferences' }).fill('nobody is called so');
    await translate(page);
    await page.getByRole('searchbox', { name: 'Search conferences' }).fill('');
    await page.getByRole('group', { name: 'Right now' }).getByRole('button').first().click();
    for (const again of await button(page, 'Try again').all()) await again.click();
    await expect.poll(() => rows(page).count()).toBe(30);
    await page.getByRole('heading', { name: 'Callboard' }).waitFor();
    forgetProblems();
  });
});
