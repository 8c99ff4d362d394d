import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

/** What a view loads, by kind. */
export const KINDS = ['page', 'scripts', 'drawer', 'styles', 'fonts', 'icons'] as const;
type Kind = (typeof KINDS)[number];

const PATTERNS: readonly (readonly [RegExp, Kind])[] = [
  [/^\/$/, 'page'],
  // It is fetched once the view stands, so that the first row pressed opens at once.
  [/\/Drawer-[^/]*\.js$/, 'drawer'],
  [/\.js$/, 'scripts'],
  [/\.css$/, 'styles'],
  [/\.woff2$/, 'fonts'],
  [/\.(?:svg|png|ico)$/, 'icons'],
];

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** The size of a file of the built client, packed when it is served so, KiB. */
function weigh(path: string): number {
  const file = `${dist}${path === '/' ? '/index.html' : path}`;
  return statSync(existsSync(`${file}.gz`) ? `${file}.gz` : file).size / 1024;
}

/** Opens a board in an empty page and says what its first view loads without being asked for: KiB, packed. */
export async function weighFirstView(page: Page, origin: string) {
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(new URL(request.url()).pathname));
  const drawer = page.waitForRequest(/\/Drawer-[^/]*\.js$/);
  await page.goto(origin);
  await page.getByText(/^[\d,]+ conferences$/).waitFor();
  await page.getByRole('figure', { name: 'Picture' }).waitFor();
  await drawer;
  await page.waitForLoadState('networkidle');
  // A browser without a window may leave it out.
  const icon = await page.locator('link[rel="icon"]').evaluate((link) => Reflect.get(link, 'href'));
  asked.add(new URL(icon).pathname);

  const weights: Record<Kind, number> = { page: 0, scripts: 0, drawer: 0, styles: 0, fonts: 0, icons: 0 };
  const files = [...asked].filter((path) => !path.startsWith('/api/'));
  for (const path of files) {
    const [, kind] = PATTERNS.find(([pattern]) => pattern.test(path)) ?? [];
    if (kind === undefined) throw new Error(`The first view loads something of no known kind: ${path}`);
    weights[kind] += weigh(path);
  }
  return { weights, files };
}
