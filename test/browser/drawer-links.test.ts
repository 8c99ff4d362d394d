import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parameterIs } from '../support/address.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { withBrowser } from '../support/browser.ts';
import { aside, beginsAtTop, book, drawerOf, heading, NARROW, WIDE } from '../support/drawer.ts';
import { readAnew } from '../support/readAnew.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard({ conferences: 60, seed: 11, cacheSeconds: 0 });
});
afterAll(() => board.stop());

const { open } = withBrowser();

describe('a link to a section', () => {
  it.each([
    ['wide', WIDE],
    ['narrow', NARROW],
  ])('opens there, %s', async (_, options) => {
    const id = book(board);
    await readAnew(board);
    const page = await open(`${board.origin}/?c=${id}&tab=theme`, options);
    const drawer = drawerOf(page);
    await heading(drawer, 'Theme').waitFor();
    await expect.poll(() => beginsAtTop(drawer, 'Theme')).toBe(true);
    await drawer.getByRole('button', { name: 'Settings' }).click();
    await expect.poll(() => beginsAtTop(drawer, 'Settings')).toBe(true);
    await parameterIs(page, 'tab', 'settings');
  });

  it('is copied with the conference, and nothing else is', async () => {
    const id = book(board);
    await readAnew(board);
    const page = await open(`${board.origin}/?c=${id}&tab=theme&sort=name&rows=25`, WIDE);
    await aside(page).getByRole('button', { name: 'Copy link to this conference' }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe(`${board.origin}/?c=${id}&tab=theme`);
  });

  it('is made by scrolling there', async () => {
    const id = book(board);
    await readAnew(board);
    const page = await open(`${board.origin}/?c=${id}`, WIDE);
    const drawer = aside(page);
    await heading(drawer, 'Active session').hover();
    await page.mouse.wheel(0, 20_000);
    await parameterIs(page, 'tab', 'raw');
    expect(await drawer.getByRole('button', { name: 'Raw', exact: true }).getAttribute('aria-current')).toBe(
      'true',
    );
    await page.mouse.wheel(0, -20_000);
    await parameterIs(page, 'tab', null);
  });
});

describe('a link to a conference', () => {
  it.each([
    ['wide', WIDE],
    ['narrow', NARROW],
  ])('that the filters leave out opens it and says so, %s', async (_, options) => {
    const id = book(board);
    await readAnew(board);
    const page = await open(`${board.origin}/?c=${id}&q=nobody-is-called-this`, options);
    const drawer = drawerOf(page);
    await heading(drawer, 'Booked here').waitFor();
    await drawer.getByText('Not in the current results').waitFor();
  });

  it('that the upstream leaves out is looked for in the whole list', async () => {
    const id = book(board);
    await readAnew(board);
    const page = await open(`${board.origin}/?c=${id}&from=2020-01-01&to=2020-01-02`, WIDE);
    await heading(aside(page), 'Booked here').waitFor();
    await aside(page).getByText('Not in the current results').waitFor();
  });

  it('that is not there at all says so', async () => {
    const page = await open(`${board.origin}/?c=nobody`, WIDE);
    await aside(page)
      .getByText(/^There is no such conference/)
      .waitFor();
  });
});
