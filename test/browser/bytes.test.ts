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
const MOST = { page: 1, scripts: 179, styles: 13, fonts: 168, icons: 1 };

it('the first view, timeline and drawer at hand included, weighs no more than it did', async () => {
  // Which fonts are loaded depends on the names in sight, and those on the time.
  await using board = await startBoard({ conferences: 240, clock: createHandClock() });
  const { weights, files } = await weighFirstView(await open('about:blank', TALL), board.origin);
  const wrong = KINDS.filter((kind) => !(weights[kind] > 0 && weights[kind] <= MOST[kind]));
  const words = wrong.map((kind) => `${kind}: ${weights[kind].toFixed(2)} KiB, of ${MOST[kind]}`);
  expect(words, `Loaded: ${files.join(', ')}`).toEqual([]);
});
