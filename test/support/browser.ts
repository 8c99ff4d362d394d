import AxeBuilder from '@axe-core/playwright';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { afterEach, beforeAll, expect } from 'vitest';
import { CHROMIUM_FLAGS, FOR_SHORT_PAGES, findChromium } from './chromium.ts';

interface OpenOptions extends BrowserContextOptions {
  /** gives the page a clock of its own, which the test moves, and which shows this instant (ms) at first */
  clock?: number;
}

interface Browsing {
  /** Opens an address as in a browser of its own: no storage, no history, the clocks of UTC, a clipboard to read. */
  open(address: string, options?: OpenOptions): Promise<Page>;
  /** What went wrong in the open pages so far: scripts that threw, and reports of the content security policy. */
  readonly problems: string[];
}

/**
 * The window of a laptop. It is too low for the timeline, which the board folds away there until it is wanted, and
 * which would take a fifth of the time of every test.
 */
export const LAPTOP = { width: 1440, height: 780 };

/** A window in which the timeline stands from the start. */
export const TALL = { viewport: { width: 1440, height: 900 } };

/** What a page of any browser can be changed to. */
const PAGE_OPTIONS = ['viewport', 'colorScheme', 'reducedMotion', 'forcedColors'] as const;

const problems: string[] = [];

async function createContext(browser: Browser, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({
    timezoneId: 'UTC',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
  context.on('weberror', (webError) => problems.push(`${webError.error()}`));
  await context.exposeFunction('reportPolicy', (words: string) => problems.push(words));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      Reflect.get(window, 'reportPolicy')(`CSP ${effectiveDirective} ${blockedURI} ${sample}`);
    });
  });
  return context;
}

async function launch() {
  const browser = await chromium.launch({
    ...(await findChromium()),
    args: [...CHROMIUM_FLAGS, ...FOR_SHORT_PAGES],
  });
  const common = await createContext(browser);
  await common.newPage();
  return { browser, common };
}

/** The browser of this process, once a test has asked for it; the driver ends it with the process. */
let launched: ReturnType<typeof launch> | undefined;

/**
 * A real Chromium for the tests of one file. After each test its pages are closed, and the test fails if a
 * script threw or the content security policy had something to report; a test that provokes either takes
 * it out of `problems`.
 *
 * Most of what a page of a test costs is the start of a process. So one browser goes through the files, and one context
 * with an empty page that keeps its process; each test has a tab of it, and what it stored is cleared. A second page of
 * the same test, and whatever a tab cannot be changed to, get a context of their own.
 */
export function withBrowser(): Browsing {
  let browser: Browser;
  let common: BrowserContext;
  let commonPage: Page | null = null;
  const own = new Set<BrowserContext>();

  const createPage = async (options: OpenOptions): Promise<Page> => {
    const isCommon =
      commonPage === null &&
      Object.keys(options).every((name) => PAGE_OPTIONS.some((known) => known === name));
    if (isCommon) {
      commonPage = await common.newPage();
      return commonPage;
    }
    const { clock, ...rest } = options;
    const context = await createContext(browser, rest);
    own.add(context);
    if (clock !== undefined) await context.clock.install({ time: clock });
    return context.newPage();
  };

  beforeAll(async () => {
    launched ??= launch();
    ({ browser, common } = await launched);
  });
  afterEach(async () => {
    await Promise.all([...own].map((context) => context.close()));
    own.clear();
    if (commonPage !== null) {
      await forget(commonPage);
      await commonPage.close();
      commonPage = null;
    }
    expect(problems.splice(0)).toEqual([]);
  });

  return {
    problems,
    async open(address, options = {}) {
      const page = await createPage(options);
      const { viewport = LAPTOP, colorScheme, reducedMotion, forcedColors } = options;
      if (viewport !== null) await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, reducedMotion, forcedColors });
      await page.goto(address);
      return page;
    },
  };
}

/** Clears what a page has stored. */
async function forget(page: Page): Promise<void> {
  await page.context().clearCookies();
  await page.evaluate(() => {
    // An empty page has no storage, and says so by throwing.
    if (location.protocol === 'http:') localStorage.clear();
  });
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
