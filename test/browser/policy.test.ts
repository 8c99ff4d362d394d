import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { HOSTILE_PATCHES } from '../../server/simulator/space/hostile.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { withBrowser } from '../support/browser.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard({ conferences: 40, hostile: true });
});
afterAll(() => board.stop());

const { open, problems } = withBrowser();

const table = (page: Page) => page.getByRole('table', { name: 'Conferences' });
const settled = (page: Page) => page.getByText(/^\d+( of \d+)? conferences$/).waitFor();

/** What each attempt to break the policy must be reported as, by its directive. */
const BREACHES: Record<string, () => void> = {
  'style-src-attr': () => document.body.setAttribute('style', 'color: red'),
  'style-src-elem': () =>
    document.head.append(Object.assign(document.createElement('style'), { textContent: 'p {}' })),
  'img-src': () => document.body.append(Object.assign(new Image(), { src: 'https://evil.example/x.png' })),
  'connect-src': () => void fetch('https://evil.example/').catch(() => {}),
  'frame-src': () =>
    document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://evil.example/' })),
  'require-trusted-types-for': () => {
    try {
      document.body.insertAdjacentHTML('beforeend', '<i>canary</i>');
    } catch {
      // The report is what counts.
    }
  },
  'trusted-types': () => {
    try {
      trustedTypes?.createPolicy('another', { createHTML: (text) => text });
    } catch {
      // The report is what counts.
    }
  },
};

describe('a page that breaks its policy', () => {
  it('is reported, whichever of its directives it breaks', async () => {
    const page = await open(board.origin);
    await settled(page);
    for (const [directive, breach] of Object.entries(BREACHES)) {
      await page.evaluate(breach);
      await vi.waitFor(() => expect(problems.join()).toContain(`CSP ${directive}`), { timeout: 10_000 });
      problems.length = 0;
    }
    expect(await page.locator('body > i').count()).toBe(0);
  });

  it('gets no script from a text, by any way that makes one', async () => {
    const page = await open(board.origin);
    await settled(page);
    const made = await page.evaluate(() =>
      [
        () => Reflect.set(document.createElement('script'), 'text', 'document.title = "broken"'),
        () => Reflect.set(document.createElement('script'), 'src', '/assets/index.js'),
        () => Reflect.set(document.createElement('iframe'), 'srcdoc', '<p>'),
        () => new Worker('data:text/javascript,'),
        () => document.write('<p>'),
      ].map((make) => {
        try {
          make();
          return 'made';
        } catch (error) {
          return error instanceof Error ? error.name : 'thrown';
        }
      }),
    );
    expect(made).not.toContain('made');
    await expect.poll(() => problems.length).toBeGreaterThanOrEqual(made.length);
    problems.length = 0;
  });
});

describe('the times of a range', () => {
  it.each([
    ['Start time', '1', '9', '19'],
    ['End time', 'ArrowUp', 'ArrowDown', '23'],
  ])(
    'are typed under the policy: the %s takes %s and %s, and the page stays',
    async (label, first, second, hour) => {
      const page = await open(board.origin);
      await settled(page);
      await page.getByRole('button', { name: 'Choose dates' }).click();
      const picker = page.getByRole('dialog', { name: 'Choose dates' });
      const day = picker.getByRole('gridcell').getByRole('button', { disabled: false }).first();
      await day.click();
      await day.click();
      const field = picker.getByRole('group', { name: label }).getByRole('spinbutton', { name: 'hour' });
      await field.click();
      for (const key of [first, second]) await page.keyboard.press(key);
      expect(await field.innerText()).toBe(hour);
      await page.getByRole('heading', { name: 'Callboard' }).waitFor();
    },
  );
});

describe('hostile conferences', () => {
  it('are shown as text everywhere: nothing runs, nothing is fetched, and nothing is reported', async () => {
    await using hostile = await startBoard({ conferences: 12, hostile: true });
    hostile.simulator.setFault('hostile-strings');
    const page = await open('about:blank');
    const asked = new Set<string>();
    const dialogs: string[] = [];
    page.on('request', (request) => asked.add(new URL(request.url()).origin));
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await page.goto(`${hostile.origin}/?cols=status,name,description,theme,meta,id&q=script`);
    await settled(page);
    await table(page).getByText('<script>alert("callboard")</script> Quiz night').first().waitFor();
    await page.getByRole('button', { name: 'Clear search' }).click();
    await page.getByText('12 conferences', { exact: true }).waitFor();

    const rows = await table(page).locator('tbody tr').all();
    for (const row of rows.slice(0, HOSTILE_PATCHES.length * 2)) {
      await row.click({ position: { x: 5, y: 5 } });
      const id = await row.getAttribute('data-row');
      const drawer = page.getByRole('complementary').filter({ hasText: String(id) });
      await drawer.waitFor();
      for (const name of ['Schedule', 'Theme', 'Settings', 'Metadata', 'Raw'])
        await drawer.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name }).click();
      await drawer.getByRole('heading', { name: 'Raw' }).waitFor();
    }
    expect(dialogs).toEqual([]);
    expect([...asked].filter((origin) => origin !== hostile.origin)).toEqual([]);
    expect(await page.getByRole('heading', { name: 'Callboard', exact: true }).isVisible()).toBe(true);
  });
});
