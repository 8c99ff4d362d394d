import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startBoard, type TestBoard } from '../support/board.ts';
import { findBarriers, withBrowser } from '../support/browser.ts';
import { findFreePort } from '../support/port.ts';
import { createUsersFile, localAccess, PASSWORD } from '../support/visitor.ts';

const { open } = withBrowser();
let board: TestBoard;
beforeAll(async () => {
  const { path } = await createUsersFile();
  const port = await findFreePort();
  const access = localAccess(path, { origin: `http://127.0.0.1:${port}` });
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
    await page.context().request.post(`${board.origin}/sign-out`, {
      headers: { Origin: board.origin },
      maxRedirects: 0,
    });
    const name = await firstRow(page).textContent();
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.getByText('Your session has ended').waitFor();
    expect(await firstRow(page).textContent()).toBe(name);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await signIn(page, 'bob');
    await firstRow(page).waitFor();
    expect(page.url()).toBe(`${board.origin}/?status=scheduled`);
  });
});
