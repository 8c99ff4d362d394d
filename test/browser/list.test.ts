import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { parameterIs, queryIs } from '../support/address.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { withBrowser } from '../support/browser.ts';
import { shownIds } from '../support/list.ts';

const COUNT = 1_200;
/** Of 250 rows. */
const PAGES = 5;

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard({ conferences: COUNT, seed: 7, cacheSeconds: 0 });
  // With the minutes conferences change their place in the order of urgency.
  board.simulator.clock.freeze();
});
afterEach(() => {
  board.simulator.setFault(null);
  board.simulator.setLatency(0);
});
afterAll(() => board.stop());

const { open } = withBrowser();

const table = (page: Page) => page.getByRole('table', { name: 'Conferences' });
const rows = (page: Page) => table(page).locator('tbody tr');
const names = async (page: Page) => {
  await shownIds(page);
  return rows(page).locator('th').allInnerTexts();
};
/** Headers of the columns by which the list is sorted. */
const sorted = (page: Page) => table(page).locator('th:not([aria-sort="none"])[aria-sort]').allInnerTexts();
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const progress = (page: Page) => page.getByRole('progressbar', { name: 'Loading conferences' });

/** Resolves when the walk has ended and the page says so, with every conference in the list. */
const whole = (page: Page) => page.getByText('1,200 conferences', { exact: true }).waitFor();

/** The same for any view of the list. */
const settled = (page: Page) => page.getByText(/^[\d,]+( of 1,200)? conferences$/).waitFor();

async function openWhole(search = ''): Promise<Page> {
  const page = await open(`${board.origin}/${search}`);
  await settled(page);
  return page;
}

describe('loading', () => {
  it('shows rows after one small page, while the walk goes on behind and says how far it is', async () => {
    board.simulator.clearRequests();
    board.simulator.setLatency(1_000);
    const page = await open(board.origin);
    await rows(page).first().waitFor();
    expect(board.simulator.requests[0]?.query.page_size).toBe('50');
    expect(await page.getByText('50 conferences loaded so far').isVisible()).toBe(true);
    expect(await progress(page).isVisible()).toBe(true);
    board.simulator.setLatency(0);
    await whole(page);
    expect(await page.getByText('so far').count()).toBe(0);
  });

  it('keeps what it has when the walk fails midway, says so, and goes on when asked', async () => {
    await using fresh = await startBoard({ conferences: COUNT, cacheSeconds: 0 });
    fresh.simulator.setFault('503', undefined, 'page_number=1');
    const page = await open(fresh.origin);
    await page.getByText('Loaded in part.').waitFor();
    expect(await page.getByText('1,000 conferences loaded so far').isVisible()).toBe(true);
    fresh.simulator.setFault(null);
    await button(page, 'Retry').click();
    await whole(page);
    expect(await page.getByText('Loaded in part.').count()).toBe(0);
  });
});

describe('sorting, searching and filtering', () => {
  it('sorts over the whole list, both ways and back to the order of urgency', async () => {
    const page = await openWhole();
    const urgent = await names(page);
    const status = table(page).getByRole('columnheader', { name: 'Status' });
    expect(await status.getAttribute('aria-sort')).toBe('ascending');
    const header = table(page).getByRole('columnheader', { name: 'Window' });
    const first = () => rows(page).first().locator('time').first().getAttribute('datetime');
    const starts = await allStarts();
    await header.getByRole('button').click();
    expect(await header.getAttribute('aria-sort')).toBe('ascending');
    await queryIs(page, '?sort=window');
    await expect.poll(first).toBe(starts.at(0));
    await header.getByRole('button').click();
    expect(await header.getAttribute('aria-sort')).toBe('descending');
    await expect.poll(first).toBe(starts.at(-1));
    await header.getByRole('button').click();
    expect(await header.getAttribute('aria-sort')).toBe('none');
    expect(await status.getAttribute('aria-sort')).toBe('ascending');
    await expect.poll(() => names(page)).toEqual(urgent);
  });

  it('reaches every conference once by paging', async () => {
    const page = await openWhole('?rows=250');
    const ids = new Set<string>();
    for (let number = 1; number <= PAGES; number++) {
      await page.locator('[aria-current="page"]', { hasText: String(number) }).waitFor();
      await expect
        .poll(async () => {
          const shown = await rows(page).evaluateAll((list) =>
            list.map((row) => row.getAttribute('data-row')),
          );
          for (const id of shown) ids.add(String(id));
          return ids.size;
        })
        .toBe(Math.min(number * 250, COUNT));
      if (number < PAGES) await button(page, 'Next page').click();
    }
    expect(ids.size).toBe(COUNT);
    expect(await button(page, 'Next page').isDisabled()).toBe(true);
  });

  it('searches without regard to case and accents, and marks what matched', async () => {
    const page = await openWhole();
    await page.getByRole('searchbox', { name: 'Search conferences' }).fill('LYCEE');
    await page.getByText(/^\d+ of 1,200 conferences$/).waitFor();
    const marks = await table(page).locator('mark').allInnerTexts();
    expect(marks.length).toBeGreaterThan(5);
    expect(new Set(marks.map((mark) => mark.toLowerCase()))).toEqual(new Set(['lycée', 'lycee']));
    await parameterIs(page, 'q', 'LYCEE');
  });

  it('leaves the rows as they are written, and then faded, until those of the search are there', async () => {
    const page = await openWhole();
    const held = Promise.withResolvers<void>();
    await page.route('**/search?q=*', async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.getByRole('searchbox', { name: 'Search conferences' }).fill('e');
    await table(page).and(page.locator('[aria-busy="true"] *')).waitFor();
    expect(await table(page).locator('mark').count()).toBe(0);
    const opacity = () =>
      table(page)
        .locator('tbody')
        .evaluate((body) => getComputedStyle(body).opacity);
    await expect.poll(opacity).toBe('0.5');
    held.resolve();
    await table(page).locator('mark').first().waitFor();
    expect(await opacity()).toBe('1');
  });

  it('clears every filter at once, and shows a status alone, or all but it, from its answer', async () => {
    const page = await openWhole('?quality=1080p&layout=!grid-responsive&cols=status,name,quality');
    await page.getByRole('button', { name: 'Remove filter Quality: 1080p' }).waitFor();
    const quality = table(page).locator('tbody [data-column="quality"]');
    expect(new Set(await quality.allInnerTexts())).toEqual(new Set(['1080p']));
    await button(page, 'Clear filters').click();
    await queryIs(page, '?cols=status,name,quality');
    await whole(page);
    await page.getByRole('button', { name: /^\d+ ended$/ }).click({ modifiers: ['Alt'] });
    await parameterIs(page, 'status', '!ended');
    await page.getByRole('button', { name: 'Remove filter Status: not Ended' }).waitFor();
    await expect.poll(() => table(page).locator('[data-status="ended"]').count()).toBe(0);
  });

  it('offers each facet value with the number it would leave', async () => {
    const page = await openWhole();
    await button(page, 'Filters').click();
    await button(page, 'Size filter').click();
    const large = page.getByRole('dialog', { name: 'Size filter' }).getByRole('button', { name: /^large/ });
    const count = (await large.innerText()).replace(/\D/g, '');
    await large.click();
    await page.getByText(`${Number(count).toLocaleString('en-GB')} of 1,200 conferences`).waitFor();
  });

  it('says when none match, and offers the way back', async () => {
    const page = await openWhole('?q=nobody-is-called-this');
    await page.getByRole('heading', { name: 'None match' }).waitFor();
    await page
      .getByText('The search looks through names, descriptions, metadata and, from four letters on, IDs.')
      .waitFor();
    await page.getByRole('main').getByRole('button', { name: 'Clear filters' }).last().click();
    await whole(page);
  });
});

describe('the address', () => {
  it('brings the view back on reload, and Back undoes one step', async () => {
    const page = await openWhole();
    await table(page).getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
    await button(page, 'Next page').click();
    await page
      .getByRole('navigation', { name: 'Pagination' })
      .getByText(/^51–100\b/)
      .waitFor();
    const shown = await names(page);
    await parameterIs(page, 'page', '2');
    await page.reload();
    await settled(page);
    await expect.poll(() => names(page)).toEqual(shown);
    await page.goBack();
    await queryIs(page, '?sort=name');
    await page.goBack();
    await queryIs(page, '');
    expect(await sorted(page)).toEqual(['Status']);
  });

  it('reads a mistyped address as its defaults', async () => {
    const page = await openWhole('?sort=nonsense&page=minus&rows=7&tz=Middle/Earth&match=maybe&from=soon');
    await whole(page);
    await expect.poll(() => rows(page).count()).toBe(50);
    expect(await sorted(page)).toEqual(['Status']);
  });
});

/** Every start that the space knows, sorted: asked of the space itself, page by page, not of the board. */
async function allStarts(): Promise<string[]> {
  const { projectId, apiToken } = board.simulator.credentials;
  const headers = { Authorization: `Basic ${btoa(`${projectId}:${apiToken}`)}` };
  const starts: string[] = [];
  let link: string | undefined = '/api/video/conferences?page_size=1000';
  while (link !== undefined) {
    const answer: { data: { join_from: string | null }[]; links: { next?: string } } = await (
      await fetch(new URL(link, board.spaceOrigin), { headers })
    ).json();
    starts.push(...answer.data.flatMap(({ join_from }) => join_from ?? []));
    link = answer.links.next;
  }
  return starts.sort();
}
