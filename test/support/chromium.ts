import { accessSync, constants } from 'node:fs';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of the browser that the tests drive. Throws one sentence that says what to install when there is none. */
export function findChromium(): string {
  const named = process.env.CHROMIUM_PATH;
  const found = (named ? [named] : USUAL_PLACES).find(isExecutable);
  if (found !== undefined) return found;
  throw new Error(
    named
      ? `CHROMIUM_PATH names no program (${named}).`
      : 'The browser tests need Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to one.',
  );
}

/**
 * What Chromium 156 starts in every window and no test looks at: two pages of its own for the address bar's
 * suggestions and a renderer kept in reserve, together more CPU than most tests. The others are those of the driver's
 * list that would matter here: of two lists Chromium obeys the last.
 */
const UNUSED_FEATURES = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'SpareRendererForSitePerProcess',
  'AimEnabled',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
];

/** For a run without a display, that asks nothing of any network but this machine's. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${UNUSED_FEATURES.join(',')}`,
];

/**
 * For pages that live a second or two: all tabs of a browser context in one process, which is started once, and
 * scripts run as they come, for to optimise them takes longer than they run.
 */
export const FOR_SHORT_PAGES = [
  '--renderer-process-limit=1',
  '--disable-site-isolation-trials',
  '--js-flags=--no-opt,--no-maglev',
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
