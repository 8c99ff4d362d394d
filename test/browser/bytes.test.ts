import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { startBoard } from '../support/board.ts';
import { TALL, withBrowser } from '../support/browser.ts';
import { createHandClock } from '../support/clock.ts';

const { open } = withBrowser();

/**
 * What the first view may weigh at most, packed, in KiB: what it weighs today, and a little for a build that packs
 * otherwise. A change that needs more lowers something else first; one that needs less lowers the figure.
 */
const MOST = { page: 1, scripts: 179, styles: 13, fonts: 168, icons: 1 };

const KINDS: readonly (readonly [RegExp, keyof typeof MOST])[] = [
  [/^\/$/, 'page'],
  [/\.js$/, 'scripts'],
  [/\.css$/, 'styles'],
  [/\.woff2$/, 'fonts'],
  [/\.(?:svg|png|ico)$/, 'icons'],
];

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** The size of a file of the built client, packed when it is served so. */
function weigh(path: string): number {
  const file = `${dist}${path === '/' ? '/index.html' : path}`;
  return statSync(existsSync(`${file}.gz`) ? `${file}.gz` : file).size / 1024;
}

it('the first view, timeline and drawer at hand included, weighs no more than it did', async () => {
  // Which fonts are loaded depends on the names in sight, and those on the time.
  await using board = await startBoard({ conferences: 240, clock: createHandClock() });
  const page = await open('about:blank', TALL);
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(new URL(request.url()).pathname));
  await page.goto(board.origin);
  await page.getByText('240 conferences', { exact: true }).waitFor();
  await page.getByRole('figure', { name: 'Picture' }).waitFor();
  // All that is loaded without being asked for.
  await page.waitForLoadState('networkidle');

  const weights = { page: 0, scripts: 0, styles: 0, fonts: 0, icons: 0 };
  const files = [...asked].filter((path) => !path.startsWith('/api/'));
  for (const path of files) {
    const [, kind] = KINDS.find(([pattern]) => pattern.test(path)) ?? [];
    if (kind === undefined) throw new Error(`The first view loads something of no known kind: ${path}`);
    weights[kind] += weigh(path);
  }
  const wrong = KINDS.filter(([, kind]) => !(weights[kind] > 0 && weights[kind] <= MOST[kind]));
  const words = wrong.map(([, kind]) => `${kind}: ${weights[kind].toFixed(2)} KiB, of ${MOST[kind]}`);
  expect(words, `Loaded: ${files.join(', ')}`).toEqual([]);
});
