import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBoard, type TestBoard } from '../support/board.ts';
import { findBarriers, withBrowser } from '../support/browser.ts';
import { shownIds } from '../support/list.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard({ conferences: 130, seed: 3 });
});
afterAll(() => board.stop());

const { open } = withBrowser();

const rows = (page: Page) => page.getByRole('table', { name: 'Conferences' }).locator('tbody tr');
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search conferences' });

async function openSettled(search = ''): Promise<Page> {
  const page = await open(`${board.origin}/${search}`);
  await page.getByText(/^[\d,]+( of [\d,]+)? conferences$/).waitFor();
  return page;
}

/** A key that an input method takes while it composes, at whatever has the focus. */
const pressComposing = (page: Page, key: string) =>
  page.evaluate(
    (name) =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: name, isComposing: true, bubbles: true, cancelable: true }),
      ),
    key,
  );

it('Escape of an input method takes nothing out of the search, and Enter chooses no zone', async () => {
  const page = await openSettled();
  await search(page).fill('会議');
  await pressComposing(page, 'Escape');
  expect(await search(page).inputValue()).toBe('会議');
  await search(page).press('Escape');
  expect(await search(page).inputValue()).toBe('');

  const zone = page.getByRole('combobox', { name: 'Time zone' });
  await zone.click();
  await zone.fill('tokyo');
  await page.getByRole('listbox').getByRole('option').first().waitFor();
  await pressComposing(page, 'Enter');
  await pressComposing(page, 'Escape');
  expect(await zone.inputValue()).toBe('tokyo');
});

it('a button is as wide when it says "Copied" as before', async () => {
  const page = await openSettled();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  const button = page.getByRole('button', { name: 'Copy link', exact: true });
  const width = async () =>
    page
      .getByRole('dialog', { name: 'More' })
      .getByRole('button')
      .first()
      .evaluate((element) => element.getBoundingClientRect().width);
  const before = await width();
  await button.click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await width()).toBe(before);
});

describe('over plain http, under a name of the local network', () => {
  /** A browser takes such a page for unsafe, and lacks what only safe pages get. */
  async function openUnderName(): Promise<Page> {
    const page = await open('about:blank', { permissions: [] });
    await page.route('http://board.lan/**', async (route) => {
      const address = route.request().url().replace('http://board.lan', board.origin);
      const answer = route.fetch({ url: address }).then((response) => route.fulfill({ response }));
      // What is still on its way when the test ends meets a closed page.
      await answer.catch(() => {});
    });
    await page.goto('http://board.lan/?rows=25&sort=name');
    await rows(page).first().waitFor();
    expect(await page.evaluate(() => [isSecureContext, 'clipboard' in navigator])).toEqual([false, false]);
    await page.getByRole('button', { name: 'More', exact: true }).click();
    return page;
  }

  it.each([
    ['Copy link', /^http:\/\/board\.lan\/\?.*sort=name/],
    ['Copy as curl', / {2}--user/],
  ])('“%s” copies, indents and all', async (name, expected) => {
    const page = await openUnderName();
    await page.getByRole('button', { name, exact: true }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    await page.keyboard.press('Escape');
    await search(page).focus();
    await page.keyboard.press('ControlOrMeta+v');
    expect(await search(page).inputValue()).toMatch(expected);
  });

  it('or stands there to be copied by hand, where the browser refuses', async () => {
    const page = await openUnderName();
    await page.evaluate(() => Object.assign(document, { execCommand: () => false }));
    await page.getByRole('button', { name: 'Copy as curl', exact: true }).click();
    const field = page.getByRole('dialog', { name: 'Copy by hand' }).getByRole('textbox');
    const chosen = await field.evaluate(
      (element) =>
        element instanceof HTMLTextAreaElement &&
        element.value.slice(element.selectionStart, element.selectionEnd),
    );
    expect(chosen).toContain('curl');
    expect(await findBarriers(page, 'dialog')).toEqual([]);
    // The button says that it was refused for two seconds, and the dialog outlasts that.
    await page
      .getByRole('button', { name: 'Copy as curl', includeHidden: true })
      .waitFor({ state: 'attached' });
    expect(await field.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });
    expect(await page.getByRole('dialog', { name: 'More' }).isVisible()).toBe(true);
  });
});

it('every row says which it is of all, and keeps its roles', async () => {
  const page = await openSettled('?page=3&rows=50');
  await rows(page).first().waitFor();
  expect(await page.getByRole('table', { name: 'Conferences' }).getAttribute('aria-rowcount')).toBe('131');
  const told = await rows(page).evaluateAll((list) =>
    list.map((row) => `${row.role} ${row.ariaRowIndex} ${row.children[0]?.role} ${row.children[1]?.role}`),
  );
  expect([told[0], told.at(-1)]).toEqual(['row 102 cell rowheader', 'row 131 cell rowheader']);
});

it('the skip link takes the focus to the list', async () => {
  const page = await openSettled();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('conferences');
});

it('a conference of invisible names has its id as its name, in the row and for who hears it', async () => {
  await using odd = await startBoard({ conferences: 0, cacheSeconds: 0 });
  const named = odd.simulator.add({ display_name: '\u3164\u200b', name: 'night-shift' });
  const nameless = odd.simulator.add({ display_name: '\u200b', name: '\u3164' });
  const page = await open(odd.origin);
  await page.getByRole('link', { name: 'night-shift' }).waitFor();
  await page.getByRole('link', { name: nameless }).waitFor();
  expect(await rows(page).count()).toBe(2);
  expect((await shownIds(page)).sort()).toEqual([named, nameless].sort());
});

it.each(['2026-11-26T02:00:00', '2026-11-26 02:00 UTC', '2026-11-26T02:00:00+0000', '1795658400'])(
  'the end %j, which is no date, is shown raw and claims nothing',
  async (text) => {
    await using odd = await startBoard({ conferences: 0, cacheSeconds: 0 });
    odd.simulator.add({ join_from: '2026-11-25T02:00:00Z', join_until: text });
    const page = await open(odd.origin);
    const row = rows(page).first();
    await row.getByText('Dates cannot be read').waitFor();
    expect(await row.innerText()).toContain(text);
    expect(await row.innerText()).not.toMatch(/open|onwards/i);
    await page
      .getByRole('group', { name: 'Right now' })
      .getByRole('button', { name: '1 dates cannot be read' })
      .waitFor();
  },
);

it('a view that is too long for a link is refused, said so, and what is shown loads again', async () => {
  const long = Array.from({ length: 4 }, (_, number) => `${'会議'.repeat(105)}${number}`);
  const search = `?description=${encodeURIComponent(`!${long.join(',')}`)}&tz=Europe/Vienna`;
  const page = await openSettled(search);
  const notice = page.getByText('This view would be too long for a link, so it stays as it was.');
  const clear = page.getByRole('button', { name: 'Clear search' });

  // As it is the address may be sent: one letter more fits, two hundred more do not.
  const box = page.getByRole('searchbox', { name: 'Search conferences' });
  await box.fill('a');
  await clear.waitFor();
  expect(await notice.count()).toBe(0);
  const before = await page.evaluate(() => window.location.search);
  await box.fill('会'.repeat(200));
  await notice.waitFor();
  expect(await page.evaluate(() => window.location.search)).toBe(before);

  const reloaded = await page.reload();
  expect(reloaded?.status()).toBe(200);
  await clear.waitFor();
  // What makes it shorter is always taken.
  await clear.click();
  await expect.poll(() => page.evaluate(() => window.location.search)).not.toContain('q=');
});
