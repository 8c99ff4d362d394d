import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBoard, type TestBoard } from '../support/board.ts';
import { findBarriers, withBrowser } from '../support/browser.ts';

const WIDE = { viewport: { width: 1440, height: 900 } };
const NARROW = { viewport: { width: 390, height: 844 } };
const MINUTE = 60_000;

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard({ conferences: 60, seed: 11, cacheSeconds: 0 });
});
afterAll(() => board.stop());

const { open } = withBrowser();

const settled = (page: Page) => page.getByText(/^\d+( of \d+)? conferences$/).waitFor();
const row = (page: Page, id: string) => page.locator(`tr[data-row="${id}"]`);
const aside = (page: Page) => page.getByRole('complementary');
const sheet = (page: Page) => page.getByRole('dialog');
const heading = (drawer: Locator, name: string) => drawer.getByRole('heading', { name, exact: true });
const section = (drawer: Locator, name: string) => drawer.getByRole('region', { name, exact: true });
const title = (drawer: Locator) => drawer.getByRole('heading', { level: 2 });
const address = (page: Page) => new URL(page.url()).searchParams;

/** A conference of this test's own, first in the list, its window an hour either way of the space's now. */
function book(fields: Parameters<TestBoard['simulator']['add']>[0] = {}): string {
  const now = board.simulator.clock.now();
  return board.simulator.add({
    display_name: 'Booked here',
    join_from: new Date(now - 60 * MINUTE).toISOString(),
    join_until: new Date(now + 60 * MINUTE).toISOString(),
    layout: 'grid-responsive',
    enable_room_previews: true,
    ...fields,
  });
}

/** Whether a section begins at the top edge of the drawer's scrolled part. */
async function beginsAtTop(drawer: Locator, name: string): Promise<boolean> {
  const [top, edge] = await Promise.all([
    section(drawer, name).evaluate((element) => element.getBoundingClientRect().top),
    drawer.locator('[data-section="session"]').evaluate((element) => {
      return element.parentElement?.getBoundingClientRect().top ?? Number.NaN;
    }),
  ]);
  return Math.abs(top - edge) <= 1;
}

describe('the drawer beside the table', () => {
  it('opens on a row without a request, and the table stays in use', async () => {
    const id = book();
    const page = await open(board.origin, WIDE);
    await row(page, id).waitFor();
    await page.waitForLoadState('networkidle');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await row(page, id).click();
    await heading(aside(page), 'Booked here').waitFor();
    // Chromium looks at the icon anew with every new address.
    expect(requests.filter((url) => !url.includes('/icon-'))).toEqual([]);
    expect(address(page).get('c')).toBe(id);

    await page.keyboard.press('j');
    await page.waitForURL((url) => url.searchParams.get('c') !== id);
    const next = address(page).get('c') ?? '';
    expect(await row(page, next).evaluate((element) => element === document.activeElement)).toBe(true);
    expect(
      await aside(page)
        .getByRole('button', { name: `Copy ID ${next}` })
        .isVisible(),
    ).toBe(true);
  });

  it('closes on Escape, and the focus goes back to its row', async () => {
    const id = book();
    const page = await open(board.origin, WIDE);
    await row(page, id).focus();
    await page.keyboard.press('Enter');
    await aside(page).getByRole('button', { name: 'Close' }).focus();
    await page.keyboard.press('Escape');
    await aside(page).waitFor({ state: 'detached' });
    expect(await row(page, id).evaluate((element) => element === document.activeElement)).toBe(true);
    expect(address(page).get('c')).toBeNull();
  });

  it('steps through the order on screen by its buttons and by brackets, and stays at its section', async () => {
    // Live, so that its sections lie elsewhere than those of the next one.
    board.simulator.startSession(book());
    const page = await open(`${board.origin}/?tab=theme`, WIDE);
    await settled(page);
    const ids = await page
      .locator('tr[data-row]')
      .evaluateAll((rows) => rows.slice(0, 3).map((element) => element.getAttribute('data-row')));
    await row(page, ids[0] ?? '').click();
    const drawer = aside(page);
    await heading(drawer, 'Theme').waitFor();
    expect(await drawer.getByRole('button', { name: 'Previous conference' }).isDisabled()).toBe(true);
    await page.keyboard.press(']');
    await page.waitForURL((url) => url.searchParams.get('c') === ids[1]);
    await expect.poll(() => beginsAtTop(drawer, 'Theme')).toBe(true);
    await drawer.getByRole('button', { name: 'Next conference' }).click();
    await page.waitForURL((url) => url.searchParams.get('c') === ids[2]);
    await page.keyboard.press('[');
    await page.waitForURL((url) => url.searchParams.get('c') === ids[1]);
    await drawer.getByRole('button', { name: `Copy ID ${ids[1]}` }).waitFor();
    expect(await beginsAtTop(drawer, 'Theme')).toBe(true);
  });

  it('stays within the window at any scroll of the page', async () => {
    const page = await open(`${board.origin}/?c=${book()}`, { viewport: { width: 1024, height: 700 } });
    await heading(aside(page), 'Raw').waitFor();
    for (const scroll of [0, 150, 1_000]) {
      await page.evaluate((y) => window.scrollTo(0, y), scroll);
      await page.waitForFunction(() => {
        const box = document.querySelector('aside')?.getBoundingClientRect();
        return box !== undefined && box.top >= 11 && Math.abs(window.innerHeight - 12 - box.bottom) <= 1;
      });
    }
  });
});

describe('the drawer on a narrow screen', () => {
  it('is a modal sheet that keeps the focus, and gives it back to the row', async () => {
    const id = book();
    const page = await open(board.origin, NARROW);
    await row(page, id).focus();
    await page.keyboard.press('Enter');
    await heading(sheet(page), 'Booked here').waitFor();
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab');
      const where = await page.evaluate(() => {
        const focused = document.activeElement;
        return focused === document.body || focused?.closest('dialog') !== null;
      });
      expect(where).toBe(true);
    }
    await page.keyboard.press('Escape');
    await sheet(page).waitFor({ state: 'detached' });
    expect(await row(page, id).evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('steps by brackets, and closes at its button with the focus on the row it came to', async () => {
    book();
    const page = await open(board.origin, NARROW);
    await settled(page);
    const ids = await page
      .locator('tr[data-row]')
      .evaluateAll((rows) => rows.slice(0, 2).map((element) => element.getAttribute('data-row')));
    await row(page, ids[0] ?? '').click();
    await heading(sheet(page), 'Raw').waitFor();
    await page.keyboard.press(']');
    await page.waitForURL((url) => url.searchParams.get('c') === ids[1]);
    await sheet(page).getByRole('button', { name: 'Close' }).click();
    await sheet(page).waitFor({ state: 'detached' });
    expect(await row(page, ids[1] ?? '').evaluate((element) => element === document.activeElement)).toBe(
      true,
    );
  });

  it('closes when the page beside it is pressed', async () => {
    const page = await open(`${board.origin}/?c=${book()}`, { viewport: { width: 900, height: 800 } });
    await heading(sheet(page), 'Raw').waitFor();
    await page.mouse.click(40, 400);
    await sheet(page).waitFor({ state: 'detached' });
  });

  it.each([320, 390, 768])('never scrolls sideways at %i px', async (width) => {
    const page = await open(`${board.origin}/?c=${book()}`, { viewport: { width, height: 800 } });
    await heading(sheet(page), 'Raw').waitFor();
    const overflowing = await sheet(page).evaluate(
      (dialog) =>
        [...dialog.querySelectorAll('[data-section]')].filter(
          (element) => element.scrollWidth > element.clientWidth,
        ).length,
    );
    expect(overflowing).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
});

describe('a link to a section', () => {
  it.each([
    ['wide', WIDE],
    ['narrow', NARROW],
  ])('opens there, %s', async (_, options) => {
    const page = await open(`${board.origin}/?c=${book()}&tab=theme`, options);
    const drawer = page.locator('aside, dialog[open]');
    await heading(drawer, 'Theme').waitFor();
    await expect.poll(() => beginsAtTop(drawer, 'Theme')).toBe(true);
    await drawer.getByRole('button', { name: 'Settings' }).click();
    await expect.poll(() => beginsAtTop(drawer, 'Settings')).toBe(true);
    expect(address(page).get('tab')).toBe('settings');
  });

  it('is made by scrolling there', async () => {
    const page = await open(`${board.origin}/?c=${book()}`, WIDE);
    const drawer = aside(page);
    await heading(drawer, 'Active session').hover();
    await page.mouse.wheel(0, 20_000);
    await page.waitForURL((url) => url.searchParams.get('tab') === 'raw');
    expect(await drawer.getByRole('button', { name: 'Raw', exact: true }).getAttribute('aria-current')).toBe(
      'true',
    );
    await page.mouse.wheel(0, -20_000);
    await page.waitForURL((url) => !url.searchParams.has('tab'));
  });
});

describe('a conference that changes while it is open', () => {
  it('goes live, overruns and ends before the reader, without a reload', async () => {
    const id = book();
    const page = await open('about:blank', WIDE);
    await page.clock.install();
    await page.goto(`${board.origin}/?c=${id}`);
    const session = section(aside(page), 'Active session');
    await session.getByText('No session. The window is open, and nobody has come.').waitFor();

    const pass = async (minutes: number) => {
      board.simulator.clock.advance(minutes * MINUTE);
      await page.clock.fastForward(minutes * MINUTE);
    };
    board.simulator.startSession(id);
    await page.keyboard.press('r');
    await session.getByText('People are in it now.').waitFor();
    await pass(10);
    await session.getByText(/^10:\d\d$/).waitFor();
    await session.getByText(/^Window closes in$/).waitFor();

    await pass(52);
    await session.getByText('Overrun by').waitFor();
    await aside(page).getByText('Overrunning').waitFor();
    await session.getByText(/^2:\d\d$/).waitFor();

    board.simulator.endSession(id, true);
    await page.keyboard.press('r');
    await session.getByText('The last session is over.').waitFor();
    await session.getByText('Completed').waitFor();
    await session.getByText(/^1 h 02 min$/).waitFor();
    await aside(page).getByText('Ended', { exact: true }).first().waitFor();
    await pass(5);
    await session.getByText('5 min ago').first().waitFor();
    board.simulator.clock.advance(-67 * MINUTE);
  });

  it('keeps scroll, focus and what was opened', async () => {
    const id = book({ meta: { outer: { inner: { deep: { deeper: 'here' } } } } });
    const page = await open(`${board.origin}/?c=${id}&tab=metadata`, WIDE);
    const drawer = aside(page);
    await drawer.getByRole('treeitem', { name: /^deep:/ }).click();
    await drawer.getByRole('treeitem', { name: /deeper/ }).waitFor();
    const scroll = () =>
      drawer.locator('[data-section="session"]').evaluate((element) => element.parentElement?.scrollTop);
    const before = await scroll();
    expect(before).toBeGreaterThan(0);

    board.simulator.edit(id, {
      quality: '1080p',
      size: 'large',
      meta: { outer: { inner: { deep: { deeper: 'there' } } } },
    });
    await page.keyboard.press('r');
    await drawer.getByRole('treeitem', { name: /deeper: "there"/ }).waitFor();
    expect(await scroll()).toBe(before);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-path'))).toBe(
      '/outer/inner/deep',
    );
    expect(address(page).get('tab')).toBe('metadata');
  });

  it('keeps the focus in the drawer when what had it goes away', async () => {
    const id = book();
    board.simulator.startSession(id);
    const page = await open(`${board.origin}/?c=${id}`, WIDE);
    await aside(page).getByRole('button', { name: 'Show preview' }).focus();
    board.simulator.endSession(id);
    await page.keyboard.press('r');
    await aside(page).getByText('No session.', { exact: false }).waitFor();
    expect(await title(aside(page)).evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

describe('the preview', () => {
  const previews = () => board.simulator.requests.filter(({ path }) => path.startsWith('/previews/')).length;

  it('is fetched when asked for, and anew every 30 s', async () => {
    const id = book();
    board.simulator.startSession(id);
    const page = await open('about:blank', WIDE);
    await page.clock.install();
    await page.goto(`${board.origin}/?c=${id}`);
    board.simulator.clearRequests();
    await aside(page).getByRole('button', { name: 'Show preview' }).click();
    await expect.poll(previews).toBe(1);
    const picture = aside(page).getByRole('img', { name: 'Preview of Booked here' });
    await expect
      .poll(() => picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth > 0))
      .toBe(true);
    await page.clock.fastForward(30_000);
    await expect.poll(previews).toBe(2);
  });

  it('says so when there is nothing to be shown, with a link', async () => {
    const id = book();
    board.simulator.startSession(id);
    board.simulator.edit(id, {
      active_session: { preview_url: `${board.spaceOrigin}/previews/gone.webp` },
    });
    const page = await open(`${board.origin}/?c=${id}`, WIDE);
    await aside(page).getByRole('button', { name: 'Show preview' }).click();
    await aside(page)
      .getByText(/^The preview cannot be shown/)
      .waitFor();
    expect(await aside(page).getByRole('link').getAttribute('href')).toBe(
      `${board.spaceOrigin}/previews/gone.webp`,
    );
  });

  it('is not loaded from anywhere else', async () => {
    const id = book();
    board.simulator.startSession(id);
    board.simulator.edit(id, { active_session: { preview_url: 'https://evil.example/x.webp' } });
    const page = await open(`${board.origin}/?c=${id}`, WIDE);
    await aside(page)
      .getByText(/^The preview is not loaded: it lies on evil.example/)
      .waitFor();
    expect(await aside(page).getByRole('link').count()).toBe(0);
    expect(await aside(page).getByRole('button', { name: 'Show preview' }).count()).toBe(0);
  });
});

describe('colours that mean harm', () => {
  const HOSTILE = {
    dark_primary: 'red;}',
    dark_background: 'url(https://evil.example/x)',
    dark_foreground: '#12',
    dark_success: '#GGGGGG',
    light_primary: '</style>',
    light_background: '🟥',
    light_negative: 'x'.repeat(10_000),
  };

  it('are text: no style holds them, and no request leaves', async () => {
    const page = await open('about:blank', WIDE);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(`${board.origin}/?c=${book(HOSTILE)}&cols=name,theme`);
    const colours = aside(page).getByRole('table', { name: 'Colour' });
    for (const [field, colour] of Object.entries(HOSTILE)) {
      const cell = colours.locator(`[data-field="${field}"]`);
      await cell.getByText(colour.slice(0, 60)).waitFor();
      await cell.getByText('invalid').waitFor();
    }
    const painted = await page.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap((element) =>
        ['style', 'fill', 'stroke'].map((name) => element.getAttribute(name) ?? ''),
      ),
    );
    for (const colour of Object.values(HOSTILE))
      expect(painted.filter((value) => value.includes(colour))).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(board.origin))).toEqual([]);
  });
});

describe('copying', () => {
  it('takes a hex, the theme as CSS, the row as JSON and the command, in one press each', async () => {
    const id = book({ dark_primary: '#7AA2FF' });
    const page = await open(`${board.origin}/?c=${id}`, {
      ...WIDE,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const press = async (where: string, name: string) => {
      await section(aside(page), where).getByRole('button', { name }).press('Enter');
      return page.evaluate(() => navigator.clipboard.readText());
    };
    expect(await press('Theme', 'Copy dark primary #7AA2FF')).toBe('#7AA2FF');
    expect(await press('Theme', 'Copy CSS')).toContain('--dark-primary: #7AA2FF;');
    expect(JSON.parse(await press('Theme', 'Copy JSON'))).toMatchObject({ dark: { primary: '#7AA2FF' } });
    expect(JSON.parse(await press('Raw', 'Copy JSON'))).toMatchObject({ id, dark_primary: '#7AA2FF' });
    const command = await press('Raw', 'Copy as curl');
    expect(command).toContain(`${board.spaceOrigin}/api/video/conferences?include_active_session=true`);
    expect(command).toContain(`--arg id '${id}'`);
    expect(command).toContain('$SIGNALWIRE_PROJECT_ID:$SIGNALWIRE_API_TOKEN');
    expect(command).not.toContain(board.simulator.credentials.apiToken);
  });
});

describe('the metadata tree', () => {
  it('copies a value by its button and by Ctrl+C', async () => {
    const id = book({ meta: { lead: 'Zoë', rooms: [1, { two: 2 }] } });
    const page = await open(`${board.origin}/?c=${id}&tab=metadata`, {
      ...WIDE,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const tree = aside(page).getByRole('tree', { name: 'Metadata' });
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await tree.getByRole('button', { name: 'Copy lead' }).click();
    await aside(page).getByText('Copied', { exact: true }).first().waitFor();
    expect(await clipboard()).toBe('Zoë');
    await tree.getByRole('treeitem', { name: /^rooms/ }).focus();
    await page.keyboard.press('Control+c');
    await expect.poll(async () => (await clipboard()).replaceAll(/\s/g, '')).toBe('[1,{"two":2}]');
  });

  it('is worked by keyboard, and searched', async () => {
    const id = book({ meta: { team: { lead: 'Zoë', rooms: [1, 2] }, note: 'plain' } });
    const page = await open(`${board.origin}/?c=${id}&tab=metadata`, WIDE);
    const tree = aside(page).getByRole('tree', { name: 'Metadata' });
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-path'));
    await tree.locator('[tabindex="0"]').focus();
    const walk: [string, string][] = [
      ['ArrowDown', '/team/lead'],
      ['ArrowDown', '/team/rooms'],
      ['ArrowRight', '/team/rooms/0'],
      ['ArrowLeft', '/team/rooms'],
      ['ArrowLeft', '/team/rooms'],
      ['ArrowDown', '/note'],
      ['ArrowUp', '/team/rooms'],
      ['ArrowLeft', '/team'],
      ['Home', '/team'],
      ['End', '/note'],
      ['ArrowUp', '/team/rooms'],
    ];
    for (const [key, expected] of walk) {
      await page.keyboard.press(key);
      expect([key, await focused()]).toEqual([key, expected]);
    }
    await aside(page).getByRole('searchbox', { name: 'Search metadata' }).fill('zoe');
    await aside(page).getByText('1 match', { exact: true }).waitFor();
    expect(await tree.getByRole('treeitem').count()).toBe(2);
    expect(await tree.locator('mark').textContent()).toBe('Zoë');
    await page.keyboard.press('Escape');
    expect(await aside(page).count()).toBe(1);
    await expect.poll(() => tree.getByRole('treeitem').count()).toBe(4);
  });
});

describe('the first download', () => {
  it("holds none of the drawer's code, which comes once the list is there", async () => {
    const page = await open('about:blank', WIDE);
    const order: string[] = [];
    page.on('request', (request) => order.push(new URL(request.url()).pathname));
    await page.goto(board.origin);
    await settled(page);
    await expect.poll(() => order.some((path) => /\/Drawer-.*\.js$/.test(path))).toBe(true);
    const code = order.findIndex((path) => /\/Drawer-.*\.js$/.test(path));
    expect(order.slice(0, code)).toContain('/api/video/conferences');
  });
});

describe('accessibility of the drawer', () => {
  const looks = [1440, 1024, 390].flatMap((width) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
  );

  it.each(looks)('has no barrier at $width px, $colorScheme', async ({ width, colorScheme }) => {
    const id = book({ meta: { ward: { beds: [1, 2] } }, dark_primary: 'red;}', dark_success: null });
    board.simulator.startSession(id);
    board.simulator.edit(id, { active_session: { layout: '3x3' } });
    // So high that the whole of the drawer is seen, and judged.
    const page = await open(`${board.origin}/?c=${id}`, { viewport: { width, height: 4_500 }, colorScheme });
    const drawer = page.locator('aside, dialog[open]');
    await drawer.getByRole('button', { name: 'Show preview' }).click();
    await drawer.getByRole('img', { name: /^Preview of/ }).waitFor();
    await drawer.getByText('Differs: the conference says').first().waitFor();
    expect(await findBarriers(page, 'aside, dialog')).toEqual([]);
  });
});
