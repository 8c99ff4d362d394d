import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parameterIs, parametersOf } from '../support/address.ts';
import { type BoardOptions, startBoard, type TestBoard } from '../support/board.ts';
import { findBarriers, TALL, withBrowser } from '../support/browser.ts';
import { openDates } from '../support/dates.ts';
import { shownIds } from '../support/list.ts';

/** A Monday noon, and thirty seconds of room to either side on a grid of minutes. */
const NOON = Date.parse('2026-11-23T12:00:30Z');
const HOUR = 3_600_000;

/** A board on which it is noon, and stays so until a test moves the clock. */
async function startAtNoon(quirks: BoardOptions['quirks'] = {}): Promise<TestBoard> {
  const started = await startBoard({ conferences: 150, seed: 5, cacheSeconds: 60, quirks });
  started.simulator.clock.freeze();
  started.simulator.clock.set(NOON);
  return started;
}

/** For tests that change nothing on it. */
let board: TestBoard;
beforeAll(async () => {
  board = await startAtNoon();
});
afterAll(() => board.stop());

const { open } = withBrowser();

const table = (page: Page) => page.getByRole('table', { name: 'Conferences', exact: true });
const row = (page: Page, id: string) => table(page).locator(`tr[data-row="${id}"]`);
const zone = (page: Page) => page.getByRole('combobox', { name: 'Time zone' });
const timeline = (page: Page) => page.getByRole('region', { name: 'Timeline' });
const settled = (page: Page) => page.getByText(/^[\d,]+( of [\d,]+)? conferences?$/).waitFor();
const parameter = (page: Page, name: string) => parametersOf(page).get(name) ?? '';

/** Resolves when the address holds these two ends. */
const rangeIs = (page: Page, start: string, end: string) =>
  page.waitForURL((url) => url.searchParams.get('from') === start && url.searchParams.get('to') === end);

async function openBoard(search: string, options?: Parameters<typeof open>[1], of = board): Promise<Page> {
  const page = await open(`${of.origin}/${search}`, options);
  await settled(page);
  return page;
}

/** The same, with the timeline. */
const openTall = (search: string, options?: Parameters<typeof open>[1], of = board) =>
  openBoard(search, { ...TALL, ...options }, of);

describe('a range', () => {
  it('that is typed reaches the server as it was meant, and exactly what lies within is shown', async () => {
    await using own = await startAtNoon();
    const add = (join_from: string, join_until: string) =>
      own.simulator.add({ join_from, join_until, active_session: null });
    const touching = add('2026-11-23T03:00:00Z', '2026-11-23T03:30:01Z');
    const before = add('2026-11-23T03:00:00Z', '2026-11-23T03:30:00Z');
    const after = add('2026-11-24T18:30:00Z', '2026-11-24T19:00:00Z');
    const page = await openBoard('?tz=Asia/Kolkata&rows=250', {}, own);
    const { from, to } = await openDates(page);
    await from.fill('2026-11-23T09:00:00+05:30');
    await to.fill('24 Nov');
    await to.press('Enter');
    await rangeIs(page, '2026-11-23T09:00:00+05:30', '2026-11-24');
    const shown = () => Promise.all([touching, before, after].map((id) => row(page, id).count()));
    await expect.poll(shown).toEqual([1, 0, 0]);
    expect([await from.inputValue(), await to.inputValue()]).toEqual(['23 Nov 09:00', '24 Nov']);
  });

  it('in words stays relative, is shown in words, and moves with the clock at each refresh', async () => {
    await using own = await startAtNoon();
    const soon = own.simulator.add({
      join_from: '2026-11-23T16:30:00Z',
      join_until: '2026-11-23T16:40:00Z',
    });
    const page = await openBoard('?rows=250', { clock: Date.now() }, own);
    const { from, to } = await openDates(page);
    await from.fill('1h ago');
    await to.fill('in 4 hours');
    await to.press('Enter');
    await rangeIs(page, 'now-1h', 'now+4h');
    await expect.poll(() => row(page, soon).count()).toBe(0);
    own.simulator.clock.set(NOON + HOUR);
    await page.clock.setFixedTime((await page.evaluate(() => Date.now())) + HOUR);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Refresh', exact: true }).click();
    await page.getByRole('button', { name: /— show$/ }).click();
    await row(page, soon).waitFor();
    const again = await openDates(page);
    expect([await again.from.inputValue(), await again.to.inputValue()]).toEqual([
      '1 hour ago',
      'in 4 hours',
    ]);
  });

  it('is read under its fields while it is typed, in the language of the browser', async () => {
    const page = await openBoard('', { locale: 'de-DE' });
    const { group, from } = await openDates(page);
    await group.getByText('tomorrow 9:00, 2h ago, 24 Nov').first().waitFor();
    await from.pressSequentially('12/11/2026');
    await group.getByText('Thu 12 Nov, 00:00').waitFor();
    await group.getByText('Read as day/month, as German (Germany) has it.').waitFor();
    await from.fill('Mi., 25. Nov., 14:00');
    await group.getByText('Wed 25 Nov, 14:00').waitFor();
    expect(await findBarriers(page, '[popover]:popover-open')).toEqual([]);
    await from.press('Enter');
    await parameterIs(page, 'from', '2026-11-25T14:00');
  });

  it('asks SignalWire nothing of its own, whoever asks it', async () => {
    await using own = await startAtNoon();
    await Promise.all(['now-2h', 'now-3h'].map((start) => openBoard(`?from=${start}&to=now`, {}, own)));
    const queries = own.simulator.requests.map(({ query }) => JSON.stringify(query));
    expect(queries).toEqual([...new Set(queries)]);
    expect(queries.filter((query) => /starts_after|ends_before/.test(query))).toEqual([]);
  });

  it('that cannot be is explained at the field, and neither asked nor taken', async () => {
    const page = await openBoard('?from=now-1h&to=now+4h');
    const before = await shownIds(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const { group, from } = await openDates(page);
    for (const [typed, words] of [
      ['2026-02-31', 'There is no 31 February 2026.'],
      ['0000-05-05', 'There is no year 0.'],
      ['1764000000000', 'That looks like milliseconds. Unix time is in seconds here: 1764000000.'],
      ['in 5 hours', 'From is after To.'],
    ] as const) {
      await from.fill(typed);
      await from.press('Enter');
      await group.getByRole('alert').getByText(words).waitFor();
      expect([typed, await from.getAttribute('aria-invalid')]).toEqual([typed, 'true']);
      expect(parameter(page, 'from')).toBe('now-1h');
      expect(await shownIds(page)).toEqual(before);
    }
    expect(asked.filter((url) => url.includes('/search?') && !url.includes('hold='))).toEqual([]);
    expect(await findBarriers(page, 'fieldset:has([aria-invalid])')).toEqual([]);
  });

  it('of a preset is one press, stays relative, keeps the way of matching, and Back undoes it', async () => {
    const page = await openBoard('?match=starts');
    const { panel } = await openDates(page);
    await panel.getByRole('button', { name: 'Next 4 hours' }).click();
    await rangeIs(page, 'now', 'now+4h');
    await parameterIs(page, 'match', 'starts');
    await page.getByRole('button', { name: 'Starts in Next 4 hours choose dates' }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Any time choose dates' }).waitFor();
  });

  it('of one day that was pressed is that day, wherever the pointer goes on its way to Apply', async () => {
    const page = await openBoard('');
    const { panel } = await openDates(page);
    const day = (date: number) => panel.getByRole('button', { name: `${date} November 2026` });
    await day(10).click();
    for (const over of [11, 14, 18]) await day(over).hover();
    await panel.getByRole('button', { name: 'Apply' }).click();
    await rangeIs(page, '2026-11-10', '2026-11-10');
  });

  it('can be applied on a phone without any scrolling', async () => {
    const viewport = { width: 390, height: 844 };
    const page = await openBoard('?from=2026-11-23&to=2026-11-24T14:00', {
      viewport,
      isMobile: true,
      hasTouch: true,
    });
    const unfold = page.getByRole('button', { name: 'Filters', exact: true });
    if (!(await page.getByRole('button', { name: /choose dates$/ }).isVisible())) await unfold.click();
    const { panel } = await openDates(page);
    const apply = await panel.getByRole('button', { name: 'Apply' }).boundingBox();
    expect(apply && apply.y + apply.height).toBeLessThanOrEqual(viewport.height);
    expect(await findBarriers(page, '[popover]:popover-open')).toEqual([]);
  });

  it('is picked from the calendar by keys alone, under the policy that lets no style in', async () => {
    const page = await openBoard('?from=2026-11-23&to=2026-11-23&tz=America/New_York');
    const { panel: picker } = await openDates(page);
    await picker.getByRole('button', { name: /23 November 2026/ }).focus();
    // The first Enter begins the range and steps to the day after.
    for (const key of ['ArrowUp', 'Enter', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    expect(await findBarriers(page)).toEqual([]);
    await picker.getByRole('button', { name: 'Apply' }).press('Enter');
    await rangeIs(page, '2026-11-16', '2026-11-18');
    expect(await picker.isVisible()).toBe(false);
    expect(await page.locator('#react-aria-pressable-style').evaluate((element) => element.tagName)).toBe(
      'META',
    );
  });
});

describe('the way of matching', () => {
  it('is any time in at first, offers the two others, and counts what has no dates', async () => {
    await using own = await startAtNoon();
    const add = (join_from: string | null, join_until: string | null) =>
      own.simulator.add({ join_from, join_until, active_session: null });
    const across = add('2026-11-23T09:00:00Z', '2026-11-23T11:00:00Z');
    const opening = add('2026-11-23T11:00:00Z', '2026-11-23T15:00:00Z');
    const within = add('2026-11-23T10:30:00Z', '2026-11-23T11:30:00Z');
    const undated = add(null, null);
    const page = await openBoard('?from=2026-11-23T10:00:00Z&to=2026-11-23T12:00:00Z&rows=250', {}, own);
    const shown = async () => {
      const ids = await shownIds(page);
      return [across, opening, within, undated].map((id) => ids.includes(id));
    };
    const { panel, match } = await openDates(page);
    expect(await match('Any time in').isChecked()).toBe(true);
    await expect.poll(shown).toEqual([true, true, true, false]);
    await match('Starts in').check();
    await expect.poll(shown).toEqual([false, true, true, false]);
    await parameterIs(page, 'match', 'starts');
    await match('Wholly within').check();
    await expect.poll(shown).toEqual([false, false, true, false]);
    await parameterIs(page, 'match', 'inside');
    await match('Any time in').check();
    await parameterIs(page, 'match', null);
    await panel.getByText(/^\d+ conferences? (has|have) no dates at all/).waitFor();
    await panel.getByRole('button', { name: 'Include' }).click();
    await expect.poll(shown).toEqual([true, true, true, true]);
    await parameterIs(page, 'undated', '1');
  });

  it('answers the same whatever SignalWire does with missing dates', async () => {
    const lists: string[][] = [];
    for (const nullDates of ['dropped', 'kept'] as const) {
      await using own = await startAtNoon({ nullDates });
      const page = await openBoard('?from=now-2h&to=now+2h&undated=1&rows=250', {}, own);
      lists.push(await shownIds(page));
    }
    expect(lists[0]?.length).toBeGreaterThan(5);
    expect(lists[1]).toEqual(lists[0]);
  });
});

describe('the time zone', () => {
  it('is found by its city, and reaches table, drawer and timeline', async () => {
    const page = await openTall('');
    const row = table(page)
      .locator('tbody tr', { has: page.locator('time') })
      .first();
    const starts = row.locator('time').first();
    const instant = Date.parse(String(await starts.getAttribute('datetime')));
    const clockIn = (timeZone: string) =>
      new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(instant);
    expect(await starts.innerText()).toContain(clockIn('UTC'));
    const shown = timeline(page).getByText(/ – /).first();
    const before = await shown.innerText();

    await zone(page).fill('mumbai');
    await page.getByRole('option', { name: /^Kolkata/ }).click();
    await parameterIs(page, 'tz', 'Asia/Kolkata');
    expect(await zone(page).inputValue()).toBe('Asia/Kolkata');
    expect(await starts.innerText()).toContain(clockIn('Asia/Kolkata'));
    expect(await shown.innerText()).not.toBe(before);
    await row.click();
    await page.getByRole('complementary').getByText(clockIn('Asia/Kolkata')).first().waitFor();
  });
});

describe('the timeline', () => {
  /** A narrow screen keeps it folded away. */
  async function showTimeline(page: Page) {
    await page.getByRole('button', { name: 'Filters', exact: true }).click();
    await page.getByRole('button', { name: 'Timeline', exact: true }).click();
  }

  /** The picture on screen, px: its left edge, its width, a height within its first lane and one in the histogram. */
  async function place(page: Page) {
    const box = await timeline(page).getByRole('figure').boundingBox();
    if (box === null) throw new Error('The timeline is not on screen.');
    return { left: box.x, width: box.width, first: box.y + 86 + 10, y: box.y + 60 };
  }

  const control = (page: Page, name: string) => timeline(page).getByRole('button', { name });
  /** Which stretch of time is on screen, in words. */
  const shown = (page: Page) => timeline(page).getByText(/ – /).first().innerText();

  it('is 88 px high and begins two hours back', async () => {
    const page = await openTall('');
    const box = await timeline(page).boundingBox();
    expect(box?.height).toBeLessThanOrEqual(88);
    expect(await shown(page)).toMatch(/10:00 – .*18:00$/);
  });

  it('zooms, pans, centres and is swiped without a word to the address or the list', async () => {
    const page = await openTall('');
    await timeline(page).waitFor();
    const before = await shownIds(page);
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      // The code of the drawer is fetched ahead, as soon as there is time for it.
      if (pathname.startsWith('/api/')) asked.push(pathname);
    });
    const { left, width, y } = await place(page);
    const moves = [
      ...['Zoom in', 'Zoom out', 'Later', 'Earlier', 'Centre on now'].map(
        (name) => () => control(page, name).click(),
      ),
      () => page.mouse.wheel(160, 0),
      async () => {
        await page.keyboard.down('Control');
        await page.mouse.wheel(0, -120);
        await page.keyboard.up('Control');
      },
    ];
    for (const move of moves) {
      const words = await shown(page);
      await page.mouse.move(left + width / 3, y);
      await move();
      await expect.poll(() => shown(page)).not.toBe(words);
    }
    // A picture of the new hours comes, and nothing else is asked for.
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    // A swipe that begins on a button is one of the picture too, and scrolls nothing.
    const words = await shown(page);
    await control(page, 'Later').hover();
    await page.mouse.wheel(160, 0);
    await expect.poll(() => shown(page)).not.toBe(words);
    expect(await page.evaluate(() => [scrollX, history.length])).toEqual([0, 2]);
    expect(new Set(asked)).toEqual(new Set(['/api/video/conferences/timeline']));
    expect(new URL(page.url()).search).toBe('');
    expect(await shownIds(page)).toEqual(before);
    await page.goBack();
    expect(page.url()).toBe('about:blank');
  });

  it('makes a drag the range of the list and stands still, and Back undoes it', async () => {
    const page = await openTall('');
    await timeline(page).waitFor();
    const before = await shownIds(page);
    const words = await shown(page);
    const { left, width, y } = await place(page);
    await page.mouse.move(left + width * 0.5, y);
    await page.mouse.down();
    await page.mouse.move(left + width * 0.6, y, { steps: 4 });
    await page.mouse.up();
    await page.waitForURL((url) => url.searchParams.get('from')?.startsWith('2026-11-23T14:0') === true);
    const [start = 0, end = 0] = [parameter(page, 'from'), parameter(page, 'to')].map((text) =>
      Date.parse(text),
    );
    expect(Math.abs(end - start - 0.8 * HOUR)).toBeLessThan(HOUR / 12);
    await expect.poll(() => shownIds(page)).not.toEqual(before);
    expect(await shown(page)).toBe(words);
    await page.goBack();
    await parameterIs(page, 'from', null);
    await expect.poll(() => shownIds(page)).toEqual(before);
    expect(await shown(page)).toBe(words);
  });

  it('makes what it shows the range, which leaves as many as it said', async () => {
    const page = await openTall('');
    const answered = page.waitForResponse(/timeline\?.*span_from=/);
    await control(page, 'Later').click();
    const only = timeline(page).getByRole('button', { name: /^Show only these \d/ });
    await expect.poll(() => shown(page)).toMatch(/14:00 – .*22:00$/);
    await (await answered).finished();
    // The answer is drawn a frame later.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    const words = await only.innerText();
    await only.click();
    await parameterIs(page, 'from', '2026-11-23T14:00:00Z');
    await parameterIs(page, 'to', '2026-11-23T22:00:00Z');
    const count = words.replace(/\D/g, '');
    await page.getByText(new RegExp(`^${count} of 150 conferences$`)).waitFor();
    await expect.poll(() => only.count()).toBe(0);
  });

  it('makes a drag of a finger the range on a narrow screen', async () => {
    const page = await openTall('?from=now-6h&to=now+6h', {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    await showTimeline(page);
    await timeline(page).scrollIntoViewIfNeeded();
    const { left, width, y } = await place(page);
    const touch = await page.context().newCDPSession(page);
    const at = (share: number) => [{ x: left + width * share, y }];
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0.4) });
    for (const share of [0.45, 0.5, 0.6]) {
      await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(share) });
    }
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await page.waitForURL((url) => url.searchParams.get('from')?.startsWith('2026-11-23T') === true);
    const length = Date.parse(parameter(page, 'to')) - Date.parse(parameter(page, 'from'));
    expect(Math.abs(length - 2.59 * HOUR)).toBeLessThan(HOUR / 4);
  });

  it('makes Shift and the arrow keys the range', async () => {
    const page = await openTall('');
    const moment = timeline(page).getByRole('slider', { name: 'Moment' });
    await moment.focus();
    for (let press = 0; press < 3; press++) await page.keyboard.press('Shift+ArrowRight');
    await expect
      .poll(() => Date.parse(parameter(page, 'to')) - Date.parse(parameter(page, 'from')))
      .toBe(0.5 * HOUR);
  });

  it('opens the drawer of the bar that is pressed, and of a name in its table', async () => {
    const title = 'A bar to press';
    await using own = await startAtNoon();
    const id = own.simulator.add({
      display_name: title,
      join_from: '2026-11-23T10:00:00Z',
      join_until: '2026-11-23T14:00:00Z',
    });
    const page = await openTall('?q=bar to press&from=now-6h&to=now+6h&match=overlaps', {}, own);
    await control(page, 'Each conference').click();
    await timeline(page).getByText('Scheduled').waitFor();
    const { left, width, first } = await place(page);
    await page.mouse.click(left + width / 2, first);
    await parameterIs(page, 'c', id);
    await page.getByRole('complementary', { name: title }).waitFor();
    await page.goBack();

    await timeline(page).getByRole('button', { name: 'As a table' }).click();
    await timeline(page).getByRole('button', { name: title }).click();
    await page.getByRole('complementary', { name: title }).waitFor();
  });

  it.each([
    ['light', 1440],
    ['dark', 390],
  ] as const)('holds no barrier, in %s at %i px, as a picture and as a table', async (colorScheme, width) => {
    const page = await openTall('?from=now-6h&to=now+6h', { colorScheme, viewport: { width, height: 900 } });
    if (width < 1024) await showTimeline(page);
    await timeline(page).waitFor();
    expect(await findBarriers(page, 'section[aria-label="Timeline"]')).toEqual([]);
    await control(page, 'Each conference').click();
    await timeline(page).getByText('Scheduled').waitFor();
    expect(await findBarriers(page, 'section[aria-label="Timeline"]')).toEqual([]);
    await timeline(page).getByRole('button', { name: 'As a table' }).click();
    expect(await findBarriers(page, 'section[aria-label="Timeline"]')).toEqual([]);
  });
});
