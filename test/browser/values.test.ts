import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parameterIs } from '../support/address.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { findBarriers, withBrowser } from '../support/browser.ts';

const NOON = Date.parse('2026-11-23T12:00:00Z');

/** A conference that nobody else is like, and three that share something with it. */
const ROUND = {
  display_name: 'A weekly round',
  description: `Agenda ${'and papers '.repeat(40)}`,
  join_from: '2026-11-24T22:00:00Z',
  join_until: '2026-11-25T01:00:00Z',
  created_at: '2031-01-01T00:00:00Z',
  enable_chat: true,
};

let board: TestBoard;
let round: string;
let early: string;
beforeAll(async () => {
  board = await startBoard({ conferences: 120, seed: 3 });
  board.simulator.clock.freeze();
  board.simulator.clock.set(NOON);
  board.simulator.add({ ...ROUND, join_from: '2026-11-25T03:00:00Z', join_until: '2026-11-25T04:00:00Z' });
  board.simulator.add({ ...ROUND, display_name: 'Another round', description: null, enable_chat: false });
  early = board.simulator.add({
    display_name: 'The early hour',
    join_from: '2026-11-23T08:00:00Z',
    join_until: '2026-11-23T09:00:00Z',
    created_at: '2030-01-01T00:00:00Z',
  });
  round = board.simulator.add({ ...ROUND, created_at: '2032-01-01T00:00:00Z' });
});
afterAll(() => board.stop());

const { open } = withBrowser();

const COLUMNS = 'status,name,join_from,enable_chat,theme,id';
const table = (page: Page) => page.getByRole('table', { name: 'Conferences' });
const cell = (page: Page, column: string, id = round) =>
  table(page).locator(`tr[data-row="${id}"] [data-column="${column}"]`);
const card = (page: Page, header: string) => page.getByRole('group', { name: `${header}: value` });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function openList(
  parameters = '',
  options?: Parameters<typeof open>[1],
  columns = COLUMNS,
): Promise<Page> {
  const page = await open(`${board.origin}/?cols=${columns}&tz=UTC&sort=-created_at${parameters}`, options);
  await page.getByText(/^\d+( of \d+)? conferences$/).waitFor();
  return page;
}

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

describe('a value under the pointer', () => {
  it('filters the list in one press, is left out in another, and each way back is one press too', async () => {
    const page = await openList();
    await cell(page, 'join_from').hover();
    await page.getByText(/^Tue,? 24 Nov 2026, 22:00:00 UTC · in 1 d \d+ h$/).waitFor();
    await button(page, 'Only Starts: Tue, 24 Nov 2026').click();
    await parameterIs(page, 'join_from', '2026-11-24');
    await button(page, 'Remove filter Starts: Tue, 24 Nov 2026').waitFor();
    await page.getByText(/^\d+ of \d+ conferences$/).waitFor();
    const starts = await table(page).locator('tbody [data-column="join_from"]').allInnerTexts();
    expect(starts.length).toBeGreaterThan(1);
    expect(starts.filter((text) => !text.startsWith('Tue 24 Nov'))).toEqual([]);

    await cell(page, 'name').hover();
    await button(page, 'All but Name: A weekly round').click();
    await parameterIs(page, 'name', '!A weekly round');
    await expect.poll(() => cell(page, 'name').count()).toBe(0);
    await button(page, 'Remove filter Name: not A weekly round').click();
    await cell(page, 'name').waitFor();
    await parameterIs(page, 'name', null);
    await page.goBack();
    await parameterIs(page, 'name', '!A weekly round');
    await page.goBack();
    await page.goBack();
    await parameterIs(page, 'name', null);
    await parameterIs(page, 'join_from', null);
  });

  it('that is missing filters by being missing', async () => {
    const page = await openList('&q=round', {}, 'name,description');
    const [bare = ''] = await table(page)
      .locator('tr', { hasText: 'Another round' })
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row') ?? ''));
    await cell(page, 'description', bare).hover();
    await button(page, 'Only Description: none').click();
    await parameterIs(page, 'description', '-');
    await page.getByText(/^1 of \d+ conferences$/).waitFor();
    expect(await button(page, 'Copy Description').count()).toBe(0);
  });

  it('is copied in one press, as SignalWire sent it, and so is the id of a row', async () => {
    const page = await openList();
    await cell(page, 'join_from').hover();
    await button(page, 'Copy Starts').click();
    await expect.poll(() => clipboard(page)).toBe(ROUND.join_from);
    await cell(page, 'name').hover();
    await button(page, 'Copy ID').click();
    await expect.poll(() => clipboard(page)).toBe(round);
  });

  it('that is cut off is told in full, and the card goes with Escape and with the pointer', async () => {
    const page = await openList('', {}, 'name,description');
    await cell(page, 'description').hover();
    await card(page, 'Description').waitFor();
    expect(await page.locator('[popover]:popover-open').innerText()).toContain(ROUND.description.trim());
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await card(page, 'Description').waitFor({ state: 'detached' });
    await cell(page, 'name').hover();
    await card(page, 'Name').waitFor();
    await page.mouse.move(5, 5);
    await card(page, 'Name').waitFor({ state: 'detached' });
  });

  it('is left when the page moves under a pointer that rests, and the one that comes there is not meant', async () => {
    const page = await openList();
    await cell(page, 'name').hover();
    await card(page, 'Name').waitFor();
    await page.mouse.wheel(0, 400);
    await card(page, 'Name').waitFor({ state: 'detached' });
    // Any other cell that the pointer comes to by itself has its card after the same rest.
    await table(page).locator('tbody tr').nth(14).locator('[data-column="theme"]').hover();
    await page.getByRole('group', { name: /: value$/ }).waitFor();
    await card(page, 'Theme').waitFor();
  });

  it('does not open the drawer, and a press on a row still does', async () => {
    const page = await openList('&q=round');
    await cell(page, 'enable_chat').hover();
    await button(page, 'Copy Chat').click();
    await button(page, 'Only Chat: yes').click();
    await parameterIs(page, 'enable_chat', 'yes');
    await page.getByText(/^2 of \d+ conferences$/).waitFor();
    // One step of the history back stands the list as it was: nothing else was one.
    await page.goBack();
    await parameterIs(page, 'enable_chat', null);
    await parameterIs(page, 'c', null);
    await cell(page, 'enable_chat').click();
    await parameterIs(page, 'c', round);
  });
});

describe('a value by keyboard', () => {
  /** Column of the cell that has the focus; null for none. */
  const focused = (page: Page) =>
    page.evaluate(() => document.activeElement?.closest('td, th')?.getAttribute('data-column') ?? null);

  it('is reached from its row by arrows, filtered by with Enter, and left with the list still one stop', async () => {
    const page = await openList();
    await table(page).locator('[tabindex="0"]').focus();
    const walk: [string, string | null][] = [
      ['ArrowRight', 'status'],
      ['ArrowRight', 'name'],
      ['End', 'id'],
      ['ArrowRight', 'id'],
      ['ArrowDown', 'id'],
      ['ArrowUp', 'id'],
      ['Home', 'status'],
      ['ArrowLeft', null],
      ['ArrowRight', 'status'],
      ['ArrowRight', 'name'],
    ];
    for (const [key, expected] of walk) {
      await page.keyboard.press(key);
      expect([key, await focused(page)]).toEqual([key, expected]);
    }
    expect(await table(page).locator('[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await parameterIs(page, 'name', 'A weekly round');
    await page.getByText(/^2 of \d+ conferences$/).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-row'))).toBe(round);
  });

  it('is copied with the keys that copy, and Escape in its card leads back to the row', async () => {
    const page = await openList();
    await table(page).locator('[tabindex="0"]').focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ControlOrMeta+c']) await page.keyboard.press(key);
    await expect.poll(() => clipboard(page)).toBe('A weekly round');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Only');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-row'))).toBe(round);
  });

  it('is copied as it stands now, where it moves with the clock', async () => {
    const page = await openList();
    await table(page).locator(`[data-row="${early}"]`).focus();
    for (const key of ['ArrowRight', 'ControlOrMeta+c']) await page.keyboard.press(key);
    await expect.poll(() => clipboard(page)).toBe('Ended');
  });
});

describe('a value in the drawer', () => {
  it('filters the list and is copied, also under a finger', async () => {
    const page = await openList(`&c=${round}`, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    const settings = page.getByRole('region', { name: 'Settings' });
    await settings.getByRole('button', { name: 'Copy Chat' }).tap();
    await expect.poll(() => clipboard(page)).toBe('true');
    await settings.getByRole('button', { name: 'Only Chat: yes' }).tap();
    await parameterIs(page, 'enable_chat', 'yes');
    expect(await findBarriers(page)).toEqual([]);
  });
});
