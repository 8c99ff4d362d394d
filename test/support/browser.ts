import AxeBuilder from '@axe-core/playwright';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts';

interface Browsing {
  /** Opens an address in a browser of its own making: no storage, no history, the clocks of UTC. */
  open(address: string, options?: BrowserContextOptions): Promise<Page>;
  /** What went wrong in the open pages so far: scripts that threw, and reports of the content security policy. */
  readonly problems: string[];
}

/**
 * A real Chromium for the tests of one file. After each test its pages are closed, and the test fails if a
 * script threw or the content security policy had something to report; a test that provokes either takes
 * it out of `problems`.
 */
export function withBrowser(): Browsing {
  let browser: Browser;
  const contexts = new Set<BrowserContext>();
  const problems: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
  });
  afterEach(async () => {
    await Promise.all([...contexts].map((context) => context.close()));
    contexts.clear();
    expect(problems.splice(0)).toEqual([]);
  });
  afterAll(() => browser.close());

  return {
    problems,
    async open(address, options) {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        timezoneId: 'UTC',
        ...options,
      });
      contexts.add(context);
      const page = await context.newPage();
      page.on('pageerror', (error) => problems.push(`${error}`));
      await page.exposeFunction('reportPolicy', (words: string) => problems.push(words));
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
          Reflect.get(window, 'reportPolicy')(`CSP ${effectiveDirective} ${blockedURI} ${sample}`);
        });
      });
      await page.goto(address);
      return page;
    },
  };
}

/**
 * What axe-core finds wrong with the page as it stands, or with one part of it: rule and place, and nothing when
 * all is well.
 */
export async function findBarriers(page: Page, part = 'html'): Promise<string[]> {
  // Of what passes it would otherwise write down every place, which takes most of its time.
  // The first dozen rows of a table stand for all: every further one is made of the same.
  // Nor its way for frames of other origins, for which it opens a page of its own each time: the board has none.
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    .include(part)
    .exclude('tbody tr:nth-child(n + 13)')
    .options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
