import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queryIs } from '../support/address.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { findBarriers, withBrowser } from '../support/browser.ts';
import { createHandClock } from '../support/clock.ts';
import { shownIds } from '../support/list.ts';
import { readAnew } from '../support/readAnew.ts';

const COUNT = 220;

let board: TestBoard;
beforeAll(async () => {
  // At a moment at which something overruns: on the real clock there are minutes in which nothing does.
  board = await startBoard({ conferences: COUNT, seed: 3, cacheSeconds: 0, clock: createHandClock() });
});
afterAll(() => board.stop());

const { open } = withBrowser();

const table = (page: Page) => page.getByRole('table', { name: 'Conferences' });
const row = (page: Page, id: string) => table(page).locator(`tr[data-row="${id}"]`);
const tiles = (page: Page) => page.getByRole('group', { name: 'Right now' });
const tile = (page: Page, words: RegExp) => tiles(page).getByRole('button', { name: words });
const settled = (page: Page) => page.getByText(/^[\d,]+( of [\d,]+)? conferences$/).waitFor();

/** A low window has no picture until somebody wants it. */
async function openWithPicture(viewport: { width: number; height: number }): Promise<Page> {
  const page = await open(board.origin, { viewport });
  await settled(page);
  const picture = page.getByRole('button', { name: 'Timeline' });
  if ((await picture.getAttribute('aria-pressed')) === 'false') await picture.click();
  await page.getByRole('button', { name: 'Timeline', pressed: true }).waitFor();
  return page;
}

/** Rows that are wholly in sight. */
const rowsInSight = (page: Page) =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('tr[data-row]')].filter((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      }).length,
  );

const scrollsSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

describe('rows wholly in sight, with the picture', () => {
  it.each([
    [{ width: 1440, height: 900 }, 15],
    [{ width: 1920, height: 1080 }, 20],
    [{ width: 1280, height: 720 }, 11],
  ])('in a window of %j are at least %i', async (viewport, least) => {
    const page = await openWithPicture(viewport);
    await expect.poll(() => rowsInSight(page)).toBeGreaterThanOrEqual(least);
  });

  it('on a phone are three, under tiles that stand two to a row', async () => {
    const page = await open(board.origin, { viewport: { width: 390, height: 844 } });
    await settled(page);
    expect(await rowsInSight(page)).toBeGreaterThanOrEqual(3);
    const places = await tiles(page)
      .getByRole('button', { name: /overrunning|nobody there|within the hour|live/ })
      .evaluateAll((buttons) => buttons.map((button) => Math.round(button.getBoundingClientRect().left)));
    expect(new Set(places).size).toBe(2);
    // It stands under the name.
    expect(await table(page).getByRole('columnheader', { name: 'Window' }).count()).toBe(0);
    expect(await scrollsSideways(page)).toBe(false);
  });
});

describe('the tiles', () => {
  /** What a plain count over the whole list of the space says. */
  const found = async (search: string) => {
    const answer = await fetch(`${board.origin}/api/video/conferences/search?tz=UTC&rows=250&${search}`);
    return (await answer.json()).matching;
  };

  it('agree with the list, each shows what it counts by one press, and Alt leaves that out', async () => {
    const page = await open(board.origin);
    await settled(page);
    for (const [words, status] of [
      [/^\d+ overrunning/, 'overrunning'],
      [/^\d+ nobody there/, 'open'],
      [/^\d+ starts? within the hour/, 'soon'],
      [/^\d+ live/, 'live'],
      [/^\d+ scheduled/, 'scheduled'],
      [/^\d+ always open/, 'always-open'],
      [/^\d+ ended/, 'ended'],
    ] as const) {
      const button = tile(page, words);
      const count = Number.parseInt(await button.innerText(), 10);
      expect([status, count]).toEqual([status, await found(`status=${status}`)]);
      await button.click();
      await queryIs(page, `?status=${status}`);
      await page.getByText(`${count} of ${COUNT} conferences`).waitFor();
      expect(await button.getAttribute('aria-pressed')).toBe('true');
      await button.click();
      await queryIs(page, '');
    }
    await tile(page, /ended/).click({ modifiers: ['Alt'] });
    await queryIs(page, '?status=!ended');
  });

  it('stay an alarm while a filter leaves none of what overruns', async () => {
    const page = await open(`${board.origin}/?q=no-such-conference`);
    await tile(page, /^0 of \d+ overrunning/).waitFor();
    const groundOf = (words: RegExp) =>
      tile(page, words).evaluate((button) => getComputedStyle(button).backgroundColor);
    expect(await groundOf(/overrunning/)).not.toBe(await groundOf(/ live/));
  });

  it('say how long, and count within the filters: 2 of 3', async () => {
    const page = await open(board.origin);
    await settled(page);
    await tile(page, /^\d+ overrunning, longest (\d+ d )?(\d+ h )?(\d+ min)?/).waitFor();
    await tile(page, /^\d+ starts? within the hour, next \d\d:\d\d/).waitFor();
    await page.goto(`${board.origin}/?quality=1080p`);
    await tile(page, /^\d+ of \d+ live/).waitFor();
  });

  it('say what they count, and from when on nobody there is an alarm, as the card of a status does', async () => {
    const page = await open(board.origin);
    await settled(page);
    const words =
      'The window is open and nobody is there, since it opened or since all have left. It is an alarm from 10 min on.';
    expect(await tile(page, /nobody there/).getAttribute('title')).toContain(words);
    expect(await tile(page, /within the hour/).getAttribute('title')).toContain(
      'The window opens within the hour.',
    );
    await table(page).locator('[data-column="status"]', { hasText: 'Nobody there' }).first().hover();
    await page.getByText(words).waitFor();
  });

  it('and the title of the tab count only those who are live as live', async () => {
    const page = await open(board.origin);
    await settled(page);
    const count = Number.parseInt(await tile(page, /live/).innerText(), 10);
    expect(await page.title()).toBe(`(${count} live) Callboard`);
  });
});

describe('the line of controls', () => {
  it('stands still when its words change and when the first filter comes', async () => {
    const page = await open(board.origin);
    await settled(page);
    const places = () =>
      page.evaluate(() =>
        [
          'input[type=search]',
          'input[role=combobox]',
          'button[popovertarget]',
          '#conferences',
          'tbody',
        ].flatMap((selector) =>
          [...document.querySelectorAll(selector)].map((element) => {
            const { left, top } = element.getBoundingClientRect();
            return [selector, left, top].join(' ');
          }),
        ),
      );
    const before = await places();
    await page.goto(`${board.origin}/?layout=!5up&from=now-30d&to=now%2B30d`);
    await page.getByRole('button', { name: 'Remove filter Layout: not 5up' }).waitFor();
    expect(await places()).toEqual(before);
  });

  it.each([1440, 390])(
    'says a range that stands alone, and lets go of it in one press, at %i px',
    async (width) => {
      const page = await open(`${board.origin}/?from=now-2h&to=now%2B4h&match=starts&undated=1`, {
        viewport: { width, height: 900 },
      });
      const remove = page.getByRole('button', {
        name: 'Remove filter Dates: Starts in 2 hours ago to in 4 hours',
      });
      await remove.click();
      await queryIs(page, '?match=starts');
      await page.getByText(`${COUNT} conferences`, { exact: true }).waitFor();
      expect(await remove.count()).toBe(0);
      await page.goBack();
      await page.getByRole('button', { name: 'Clear filters' }).click();
      await queryIs(page, '?match=starts');
      await page.goBack();
      await page.getByRole('button', { name: 'Filters', exact: true }).click();
      await page
        .getByRole('dialog', { name: 'Filters' })
        .getByRole('button', { name: 'Clear filters' })
        .click();
      await queryIs(page, '?match=starts');
    },
  );

  it('names the order of the list', async () => {
    const page = await open(board.origin);
    await page.getByText('Sorted by urgency', { exact: true }).waitFor();
    await table(page).getByRole('columnheader', { name: 'Length' }).getByRole('button').click();
    await page.getByText('Sorted by Length', { exact: true }).waitFor();
    await table(page).getByRole('columnheader', { name: 'Length' }).getByRole('button').click();
    await page.getByText('Sorted by Length, longest first', { exact: true }).waitFor();
  });
});

describe('a page with nobody at it', () => {
  it('shows a new overrun by itself after 30 s, where the reader left it; one with a reader does not', async () => {
    await using fresh = await startBoard({ conferences: 90, seed: 5, cacheSeconds: 0, refreshSeconds: 1 });
    const page = await open(`${fresh.origin}/?rows=25`, { clock: Date.now() });
    await settled(page);
    const before = await shownIds(page);
    const all = await open(`${fresh.origin}/?rows=100&status=ended`);
    const late = (await shownIds(all)).at(-1) ?? '';
    await page.mouse.move(700, 500);
    await page.mouse.wheel(0, 200);
    const scrolled = () => page.evaluate(() => scrollY);
    await expect.poll(scrolled).toBe(200);
    fresh.simulator.startSession(late);
    await readAnew(fresh);

    const show = page.getByRole('button', { name: / — show$/ });
    for (let step = 0; step < 6; step++) {
      await page.mouse.move(700 + step, 500);
      await page.clock.runFor('00:10');
    }
    await show.waitFor();
    expect(await shownIds(page)).toEqual(before);

    await page.clock.runFor('00:31');
    await row(page, late).waitFor();
    expect(await show.count()).toBe(0);
    expect(await scrolled()).toBe(200);
    expect(await row(page, late).getByText('new', { exact: true }).isVisible()).toBe(true);
    // The page's time is the server's.
    fresh.simulator.clock.advance(65_000);
    await page.clock.runFor('01:05');
    await row(page, late).getByText('new', { exact: true }).waitFor({ state: 'detached' });
  });

  it('leaves a list alone beside which a drawer is open', async () => {
    await using fresh = await startBoard({ conferences: 90, seed: 5, cacheSeconds: 0, refreshSeconds: 1 });
    const page = await open(`${fresh.origin}/?rows=25`, { clock: Date.now() });
    await settled(page);
    const before = await shownIds(page);
    await page.locator('tr[data-row]').first().click();
    fresh.simulator.remove(before[4] ?? '');
    await readAnew(fresh);
    await readAnew(fresh);
    await page.clock.runFor('01:10');
    await page.getByRole('button', { name: / — show$/ }).waitFor();
    expect(await shownIds(page)).toEqual(before);
  });
});

describe('what is old', () => {
  const NOON = Date.UTC(2026, 10, 23, 12);

  it('is told as what it was: no overrun by the clock alone, and the truth within one refresh', async () => {
    await using fresh = await startBoard({ conferences: 0, cacheSeconds: 0 });
    fresh.simulator.clock.freeze();
    fresh.simulator.clock.set(NOON);
    const live = fresh.simulator.add({
      join_from: '2026-11-23T11:50:00Z',
      join_until: '2026-11-23T12:05:00Z',
    });
    fresh.simulator.startSession(live);
    const next = fresh.simulator.add({
      join_from: '2026-11-23T12:04:00Z',
      join_until: '2026-11-23T13:00:00Z',
    });
    const page = await open(fresh.origin, { clock: NOON });
    await row(page, live).getByText('Live', { exact: true }).waitFor();
    fresh.simulator.setFault('503');
    // Time goes on for both, a minute at a time.
    for (let minute = 0; minute < 8; minute++) {
      fresh.simulator.clock.advance(60_000);
      await page.clock.runFor('01:00');
    }
    await row(page, live).getByText('Was live').waitFor();
    await row(page, live).getByText('at 12:00').waitFor();
    await row(page, next).getByText('Window open').waitFor();
    await row(page, next).getByText('not known who is there').waitFor();
    await tile(page, /^1 were live at 12:00, old/).waitFor();
    expect(await tiles(page).getByText('overrunning').count()).toBe(0);
    await row(page, live).getByRole('link').click();
    const session = page.getByRole('region', { name: 'Active session' });
    await session.getByText('Last known at 12:00: People are in it.').waitFor();
    expect(await session.getByText('Overrun by').count()).toBe(0);
    await page.keyboard.press('Escape');
    expect(await page.title()).toBe('(old: 1 were live) Callboard');
    expect(await findBarriers(page)).toEqual([]);

    fresh.simulator.setFault(null);
    fresh.simulator.clock.advance(60_000);
    // One refresh has the list walked, and the next answer brings it.
    await page.clock.runFor('00:31');
    const overrunning = row(page, live).getByText('Overrunning');
    await expect.poll(() => page.clock.runFor('00:02').then(() => overrunning.count())).toBe(1);
    await row(page, next).getByText('Nobody there').waitFor();
    expect(await page.title()).toBe('Callboard');
  });

  it('is asked for anew by Retry, or Retry says when it can be', async () => {
    await using fresh = await startBoard({ conferences: 20, cacheSeconds: 0 });
    const page = await open(fresh.origin, { clock: Date.now() });
    await settled(page);
    fresh.simulator.setFault('429-retry-after');
    await page.getByRole('button', { name: 'Refresh', exact: true }).click();
    await page.clock.runFor('00:02');
    const retry = page.getByRole('alert').getByRole('button', { name: /^Retry/ });
    await page.getByRole('button', { name: /^Retry in \d s$/ }).waitFor();
    expect(await retry.isDisabled()).toBe(true);
  });

  it('page of an older version offers to reload', async () => {
    const page = await open('about:blank', { clock: Date.now() });
    let version = '0.1.0';
    await page.route('**/api/board', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), version } });
    });
    await page.goto(board.origin);
    await settled(page);
    expect(await page.getByText('Callboard was updated.').count()).toBe(0);
    version = '0.2.0';
    await page.clock.runFor('01:05');
    await page.getByText('Callboard was updated.').waitFor();
    expect(await page.getByRole('button', { name: 'Reload' }).isVisible()).toBe(true);
  });
});

describe('links', () => {
  it('of rows and names are short, and open beside with Ctrl and the middle button', async () => {
    const page = await open(`${board.origin}/?sort=name&rows=25`);
    await settled(page);
    const id = (await shownIds(page))[2] ?? '';
    const link = row(page, id).getByRole('link');
    const href = (await link.getAttribute('href')) ?? '';
    expect(href).toBe(`?c=${id}`);
    expect(`/${href}`.length).toBeLessThanOrEqual(60);
    const opened = async (press: Promise<void>) => {
      const [other] = await Promise.all([page.context().waitForEvent('page'), press]);
      await other.waitForURL(`${board.origin}/?c=${id}`);
      await other.close();
    };
    await opened(link.click({ modifiers: ['ControlOrMeta'] }));
    await opened(link.click({ button: 'middle' }));
    const cell = row(page, id).locator('td').last();
    await opened(cell.click({ modifiers: ['ControlOrMeta'] }));
    await opened(cell.click({ button: 'middle' }));
    await queryIs(page, '?sort=name&rows=25');
    await link.click();
    await page.waitForURL((url) => url.searchParams.get('c') === id);
  });

  it('with a session open the conference that holds it, and say when none does', async () => {
    const page = await open(`${board.origin}/?status=live`);
    await settled(page);
    const [id = ''] = await shownIds(page);
    const answer = await fetch(`${board.origin}/api/video/conferences/${id}`);
    const session = (await answer.json()).active_session.id;
    await page.goto(`${board.origin}/?session=${session}`);
    await queryIs(page, `?c=${id}`);
    await page.getByRole('complementary').waitFor();
    await page.goto(`${board.origin}/?session=nobody`);
    await page.getByText('No conference holds the session nobody.').waitFor();
  });

  it('with values that cannot be used say so, once, in words', async () => {
    const page = await open(`${board.origin}/?status=foo,live&rows=7&sort=nonsense`);
    const notice = page.getByText(/^The address has something that cannot be used: .*status=foo/);
    await notice.waitFor();
    const said = await notice.innerText();
    expect([said.includes('rows=7'), said.includes('sort=nonsense'), said.includes('live')]).toEqual([
      true,
      true,
      false,
    ]);
    await page.getByRole('button', { name: 'Understood' }).click();
    expect(await notice.count()).toBe(0);
  });
});
