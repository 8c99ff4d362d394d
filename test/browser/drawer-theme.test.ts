import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readObject, readText } from '#contract/read.ts';
import { parameterIs } from '../support/address.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { withBrowser } from '../support/browser.ts';
import { aside, book, row, section, WIDE } from '../support/drawer.ts';
import { createQuestions } from '../support/questions.ts';
import { readAnew } from '../support/readAnew.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard({ conferences: 60, seed: 11, cacheSeconds: 0 });
});
afterAll(() => board.stop());

const { open } = withBrowser();

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
    const id = book(board, HOSTILE);
    await readAnew(board);
    await page.goto(`${board.origin}/?c=${id}&cols=name,theme`);
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

describe('themes in the table', () => {
  const READABLE = {
    dark_primary: '#7AA2FF',
    dark_background: '#0E1320',
    dark_foreground: '#E8ECF6',
    dark_success: '#3FCF8E',
    dark_negative: '#FF7A85',
    light_primary: null,
    light_background: null,
    light_foreground: null,
    light_success: null,
    light_negative: null,
  };

  it('are seen as a strip, and those that fail are found', async () => {
    const good = book(board, READABLE);
    const bad = book(board, { ...READABLE, dark_foreground: '#2A3146' });
    const untouched = book(board, {
      ...READABLE,
      ...Object.fromEntries(Object.keys(READABLE).map((key) => [key, null])),
    });
    await readAnew(board);
    const page = await open(`${board.origin}/?cols=name,theme`, WIDE);
    const strip = (id: string, name: string) => row(page, id).getByRole('img', { name });
    await strip(good, 'Own colours: dark; passes WCAG AA').waitFor();
    await strip(bad, 'Own colours: dark; fails WCAG AA').waitFor();
    await strip(untouched, 'Default theme').waitFor();
    await page.getByRole('button', { name: 'Filters', exact: true }).click();
    await page.getByRole('button', { name: 'Theme fails AA' }).click();
    await row(page, good).waitFor({ state: 'detached' });
    expect(await row(page, bad).count()).toBe(1);
    expect(await row(page, untouched).count()).toBe(0);
    await parameterIs(page, 'theme', 'fails');
  });
});

describe('copying', () => {
  it('takes a hex, the theme as CSS, the row as JSON and the command, in one press each', async () => {
    const id = book(board, { dark_primary: '#7AA2FF' });
    await readAnew(board);
    const page = await open(`${board.origin}/?c=${id}`);
    const press = async (where: string, name: string) => {
      await section(aside(page), where).getByRole('button', { name }).press('Enter');
      return page.evaluate(() => navigator.clipboard.readText());
    };
    expect(await press('Theme', 'Copy dark primary #7AA2FF')).toBe('#7AA2FF');
    expect(await press('Theme', 'Copy CSS')).toContain('--dark-primary: #7AA2FF;');
    expect(JSON.parse(await press('Theme', 'Copy JSON'))).toMatchObject({ dark: { primary: '#7AA2FF' } });
    expect(JSON.parse(await press('Raw', 'Copy JSON'))).toMatchObject({ id, dark_primary: '#7AA2FF' });
    const command = await press('Raw', 'Copy as curl');
    expect(command).toContain(`'${board.spaceOrigin}/api/video/conferences'`);
    expect(command).toContain(`--arg id '${id}'`);
    expect(command).toContain('$SIGNALWIRE_PROJECT_ID:$SIGNALWIRE_API_TOKEN');
    expect(command).not.toContain(board.simulator.credentials.apiToken);
  });

  it.each([
    ['beside the table', 1440],
    ['in the sheet of a phone', 390],
  ])('works without a clipboard, as over plain http, and keeps the focus: %s', async (_, width) => {
    const id = book(board, { dark_primary: '#7AA2FF' });
    await readAnew(board);
    const page = await open('about:blank', { viewport: { width, height: 844 } });
    await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'clipboard'));
    await page.goto(`${board.origin}/?c=${id}&tab=theme`);
    const swatch = page.getByRole('button', { name: 'Copy dark primary #7AA2FF' });
    await swatch.press('Enter');
    await page.getByText('Copied', { exact: true }).waitFor();
    expect(await swatch.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    const search = page.getByRole('searchbox', { name: 'Search conferences' });
    await search.focus();
    await page.keyboard.press('ControlOrMeta+v');
    expect(await search.inputValue()).toBe('#7AA2FF');
  });

  it.each(['Session ID', 'Room ID'])('of the %s gives what the search finds it by', async (label) => {
    // At some times of day nobody meets of their own accord. Eight, for some sessions do not say in which room they are.
    for (const id of Array.from({ length: 8 }, () => book(board))) board.simulator.startSession(id);
    await readAnew(board);
    const { search, whole } = createQuestions(board.origin);
    await whole();
    const { body } = await search('&status=live');
    const known = body.kind === 'page' ? body.rows.map(({ row }) => row) : [];
    const id =
      known.find(({ active_session }) => readText(readObject(active_session)?.room_id) !== null)?.id ?? '';
    const page = await open(`${board.origin}/?c=${id}`, WIDE);
    const copy = section(aside(page), 'Active session').getByRole('button', { name: `Copy ${label}` });
    await copy.press('Enter');
    await page.keyboard.press('Escape');
    await page.getByRole('searchbox', { name: 'Search conferences' }).focus();
    await page.keyboard.press('ControlOrMeta+v');
    await page.getByText(/^1 of \d+ conferences$/).waitFor();
    await row(page, id).waitFor();
  });
});
