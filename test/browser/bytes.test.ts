import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { startBoard } from '../support/board.ts';
import { TALL, withBrowser } from '../support/browser.ts';
import { createHandClock } from '../support/clock.ts';
import { KINDS, weighFirstView } from '../support/firstView.ts';

const { open } = withBrowser();

/**
 * What the first view may weigh at most, packed, in KiB: what it weighs today, and a little for a build that packs
 * otherwise. A change that needs more lowers something else first; one that needs less lowers the figure.
 */
const MOST = { page: 1, scripts: 148, drawer: 21.3, styles: 13.3, fonts: 168, icons: 1 };

it('the first view, timeline and drawer at hand included, weighs no more than it did', async () => {
  // Which fonts are loaded depends on the names in sight, and those on the time.
  await using board = await startBoard({ conferences: 240, clock: createHandClock() });
  const { weights, files } = await weighFirstView(await open('about:blank', TALL), board.origin);
  const wrong = KINDS.filter((kind) => !(weights[kind] > 0 && weights[kind] <= MOST[kind]));
  const words = wrong.map((kind) => `${kind}: ${weights[kind].toFixed(2)} KiB, of ${MOST[kind]}`);
  expect(words, `Loaded: ${files.join(', ')}`).toEqual([]);
});

it('the font is asked for by the page itself and once: it is there when the first rows are written', async () => {
  await using board = await startBoard({ conferences: 1 });
  const page = await open(board.origin, TALL);
  await page.getByText('1 conference', { exact: true }).waitFor();
  const asked = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => /inter-latin-wght.*\.woff2$/.test(name))
      .map((entry) => Reflect.get(entry, 'initiatorType')),
  );
  expect(asked).toEqual(['link']);
});

/** What goes over the wire in answers of the server while something is done, headers included, in bytes. */
async function weighAnswers(
  page: Page,
  act: () => Promise<unknown>,
): Promise<{ bytes: number; paths: string[] }> {
  const answers: Promise<number>[] = [];
  const paths: string[] = [];
  page.on('requestfinished', (request) => {
    paths.push(new URL(request.url()).pathname);
    answers.push(
      request
        .sizes()
        .then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize),
    );
  });
  await act();
  const sizes = await Promise.all(answers);
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), paths };
}

it('a refresh that brings one new conference is at most 6 KB, with the picture open', async () => {
  const clock = createHandClock();
  // One page of SignalWire's: a longer walk is asked after more than once.
  await using board = await startBoard({ conferences: 900, clock });
  const page = await open(board.origin, TALL);
  await page.getByText('900 conferences', { exact: true }).waitFor();
  const timeline = page.getByRole('region', { name: 'Timeline' });
  const peak = timeline.getByText(/windows open, peak/);
  await peak.waitFor();
  await page.waitForLoadState('networkidle');
  const before = await peak.innerText();
  const soon = (minutes: number) => new Date(clock.now() + minutes * 60_000).toISOString();
  board.simulator.add({ join_from: soon(-100), join_until: soon(340) });
  clock.advance(60);
  const { bytes, paths } = await weighAnswers(page, async () => {
    await page.getByRole('button', { name: 'Refresh', exact: true }).click();
    await expect.poll(() => peak.innerText(), { timeout: 20_000 }).not.toBe(before);
  });
  expect(paths.filter((path) => path.endsWith('/timeline'))).toHaveLength(1);
  expect(bytes).toBeLessThan(6_000);
});
