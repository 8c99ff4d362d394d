import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startBoard, type TestBoard } from '../support/board.ts';
import { findBarriers, withBrowser } from '../support/browser.ts';
import { CHROMIUM_FLAGS, findChromium } from '../support/chromium.ts';
import { findFreePort } from '../support/port.ts';
import { createUsersFile, localAccess, PASSWORD, type TestUsers } from '../support/visitor.ts';

const { open } = withBrowser();
let users: TestUsers;
let board: TestBoard;
beforeAll(async () => {
  users = await createUsersFile();
  const port = await findFreePort();
  const access = localAccess(users.path, { origin: `http://127.0.0.1:${port}` });
  board = await startBoard({ conferences: 40, port, access });
});
afterAll(() => board.stop());

const signIn = async (page: Page, name: string) => {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
};
const firstRow = (page: Page) => page.getByRole('table').getByRole('row').nth(1);

describe('the sign-in page', () => {
  it.each(['light', 'dark'] as const)(
    'has the look of the product and no barriers: %s',
    async (colorScheme) => {
      const page = await open(`${board.origin}/?status=scheduled`, { colorScheme });
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      expect(await findBarriers(page)).toEqual([]);
      const font = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
      expect(font).toContain('Inter Variable');
    },
  );

  it('keeps the name after a wrong password, its width too, and waits where one types next', async () => {
    const page = await open(`${board.origin}/`);
    const readWidth = async () => (await page.getByRole('main').boundingBox())?.width;
    const width = await readWidth();
    const form = { name: 'carol', password: 'wrong password' };
    // The sixth has the longest message.
    for (let guess = 0; guess < 5; guess++)
      await page.request.post(`${board.origin}/sign-in`, { form, headers: { Origin: board.origin } });
    await page.getByLabel('Name').and(page.locator(':focus')).fill('carol');
    await page.getByLabel('Password').fill('wrong password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Name').inputValue()).toBe('carol');
    await page.getByLabel('Password').and(page.locator(':focus')).waitFor();
    expect(await readWidth()).toBe(width);
  });

  it('leads back to the view of the link, also after a wrong password', async () => {
    const page = await open(`${board.origin}/?status=scheduled`);
    await page.getByLabel('Name').fill('bob');
    await page.getByLabel('Password').fill('wrong password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').getByText('The name or the password is wrong.').waitFor();
    await signIn(page, 'bob');
    await firstRow(page).waitFor();
    expect(page.url()).toBe(`${board.origin}/?status=scheduled`);
  });
});

describe('somebody who is signed in', () => {
  it('reaches the audit log as an administrator, without barriers, and signs out', async () => {
    const page = await open(`${board.origin}/`);
    await signIn(page, 'alice');
    await page.getByRole('link', { name: 'alice' }).click();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Who signed in, and when' }).click();
    await page.getByRole('cell', { name: 'Signed in', exact: true }).first().waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.goBack();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('You are signed out.').waitFor();
  });

  it('reads the whole audit log on a phone without moving it sideways', async () => {
    const page = await open(`${board.origin}/`, { viewport: { width: 390, height: 844 } });
    await signIn(page, 'alice');
    await page.goto(`${board.origin}/audit`);
    await page.getByRole('button', { name: 'Sign out alice' }).first().waitFor();
    const beyond = await page.evaluate(() =>
      [...document.querySelectorAll('html, [role="group"]')].filter(
        (one) => one.scrollWidth > one.clientWidth,
      ),
    );
    expect(beyond).toEqual([]);
  });

  it('arrives signed in by a link on another site, and not in a frame there', async () => {
    const page = await open(`${board.origin}/`);
    await signIn(page, 'bob');
    await firstRow(page).waitFor();
    const view = `${board.origin}/?status=scheduled`;
    const chat = createServer((_, response) =>
      response
        .setHeader('Content-Type', 'text/html')
        .end(`<a href="${view}">Look at this</a><iframe src="${view}" title="board"></iframe>`),
    );
    await once(chat.listen(0, '127.0.0.1'), 'listening');
    onTestFinished(() => void chat.close());
    const { port } = chat.address() as AddressInfo;
    // The same machine under another name is another site.
    await page.goto(`http://localhost:${port}/`);
    expect(await page.frameLocator('iframe').getByRole('table').count()).toBe(0);
    await page.getByRole('link', { name: 'Look at this' }).click();
    await firstRow(page).waitFor();
    expect(page.url()).toBe(view);
  });

  it('keeps the rows when the session ends, and comes back to the same view', async () => {
    const page = await open(`${board.origin}/?status=scheduled`);
    await signIn(page, 'bob');
    await firstRow(page).waitFor();
    users.change((content) => Object.assign(content.users[1] ?? {}, { disabled: true }));
    const name = await firstRow(page).textContent();
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.getByText('Your session has ended').waitFor();
    users.change((content) => Object.assign(content.users[1] ?? {}, { disabled: false }));
    expect(await firstRow(page).textContent()).toBe(name);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await signIn(page, 'bob');
    await firstRow(page).waitFor();
    expect(page.url()).toBe(`${board.origin}/?status=scheduled`);
  });
});

describe('an address that nothing is at', () => {
  it('has a page in the look of the product, however deep it is', async () => {
    const page = await open(`${board.origin}/a/b/c`);
    await page.getByRole('heading', { name: 'There is nothing at this address.' }).waitFor();
    expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Inter Variable');
    expect(await findBarriers(page)).toEqual([]);
  });
});

describe('signing out', () => {
  const signOut = async (page: Page) => {
    await page.getByRole('link', { name: 'alice' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('You are signed out.').waitFor();
  };

  it('leaves nothing behind that Back would show', async () => {
    // As people have it: the driver switches off the cache of whole pages for Back.
    const found = await findChromium();
    const browser = await chromium.launch({
      ...found,
      args: CHROMIUM_FLAGS,
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    const goBack = (steps: number) =>
      page
        .evaluate((by) => history.go(-by), steps)
        .catch(() => {
          // The page was gone before it could answer.
        });
    await page.goto(`${board.origin}/licenses.txt`);
    await page.evaluate(() => Reflect.set(window, 'isKept', true));
    await page.goto(`${board.origin}/sign-in`);
    await goBack(1);
    // Or there would be nothing to show below. The browser that npm brings has no such cache.
    const keepsPages = found.env === undefined ? true : undefined;
    await expect.poll(() => page.evaluate(() => Reflect.get(window, 'isKept'))).toBe(keepsPages);

    await page.goto(`${board.origin}/?status=scheduled`);
    await signIn(page, 'alice');
    await firstRow(page).waitFor();
    expect((await page.reload())?.headers()['cache-control']).toBe('no-store');
    await firstRow(page).click();
    await signOut(page);
    await goBack(2);
    // A page that comes back as it was does not load, so nothing but itself can be asked.
    await expect.poll(() => page.evaluate(() => location.search)).not.toBe('?signed_out');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
  });

  it('empties the other tabs of the browser when they next ask, and leads them to their view', async () => {
    const other = await open(`${board.origin}/?status=scheduled`, { locale: 'en-GB' });
    await signIn(other, 'alice');
    await firstRow(other).waitFor();
    const page = await other.context().newPage();
    await page.goto(`${board.origin}/`);
    await signOut(page);
    await other.getByRole('button', { name: 'Refresh' }).click();
    await other.getByRole('heading', { name: 'Sign in' }).waitFor();
    await signIn(other, 'alice');
    await firstRow(other).waitFor();
    expect(other.url()).toBe(`${board.origin}/?status=scheduled`);
  });
});
