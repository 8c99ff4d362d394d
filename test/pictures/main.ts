// `npm run pictures`: takes the pictures of the README anew, of a demo whose clock stands still, so that they stay true.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { startBoard } from '../support/board.ts';
import { CHROMIUM_FLAGS, findChromium } from '../support/chromium.ts';

/** The demo's names are written in these; without a font for one of them its names are boxes. */
const LANGUAGES = { ar: 'Arabic', ja: 'Japanese', ru: 'Cyrillic', hi: 'Devanagari', und_zsye: 'emoji' };

const PICTURES = [
  { name: 'board', width: 1440, height: 900, scheme: 'light', opens: true },
  { name: 'board-dark', width: 1440, height: 900, scheme: 'dark', opens: false },
  { name: 'board-phone', width: 390, height: 844, scheme: 'light', opens: false },
] as const;

const missing = Object.entries(LANGUAGES).filter(([code]) => !hasFont(code.replace('_', '-')));
if (missing.length > 0) {
  const words = missing.map(([, name]) => name).join(', ');
  process.stderr.write(
    `The pictures want a font for ${words}. On Debian: apt-get install fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji\n`,
  );
  process.exit(1);
}

await build({ logLevel: 'warn' });
await using board = await startBoard({ conferences: 240, demo: true, logLevel: 'silent' });
board.simulator.clock.freeze();
const browser = await chromium.launch({ ...(await findChromium()), args: CHROMIUM_FLAGS });
for (const { name, width, height, scheme, opens } of PICTURES) {
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: scheme,
    timezoneId: 'Europe/Berlin',
  });
  await page.goto(board.origin);
  const rows = page.locator('tr[data-row]');
  await rows.first().waitFor();
  // The whole list is there when it no longer says how much of it is loaded.
  await page.getByRole('progressbar', { name: 'Loading conferences' }).waitFor({ state: 'detached' });
  if (opens) {
    await rows.first().click();
    await page.getByRole('complementary').getByRole('heading', { name: 'Active session' }).waitFor();
  }
  const path = fileURLToPath(new URL(`../../docs/${name}.png`, import.meta.url));
  await page.screenshot({ path, animations: 'disabled' });
  process.stdout.write(`docs/${name}.png\n`);
  await page.close();
}
await browser.close();

/** Whether the system has a font for a language, as fontconfig names it. */
function hasFont(language: string): boolean {
  try {
    return execFileSync('fc-list', [`:lang=${language}`]).length > 0;
  } catch {
    return false;
  }
}
