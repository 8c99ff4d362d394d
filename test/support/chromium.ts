import { execFile } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import packageJson from '../../package.json' with { type: 'json' };

/** A browser to start, as Playwright's `launch` takes it. */
export interface FoundChromium {
  executablePath: string;
  env?: NodeJS.ProcessEnv;
}

interface Places {
  /** the browser that the person names; no other will do then */
  named?: string | undefined;
  /** where this machine may have one, the best first */
  ofTheSystem: readonly string[];
  /** the one that comes with the development dependencies; null on a machine that it does not run on */
  brought(): Promise<FoundChromium | null>;
}

/**
 * The browser that tests and benches drive: the one that CHROMIUM_PATH names, else one of this machine, else the one
 * that npm brought. Throws one sentence that says what to do when there is none.
 */
export async function findChromium(places: Places = usualPlaces()): Promise<FoundChromium> {
  const { named, ofTheSystem, brought } = places;
  if (named) {
    if (isExecutable(named)) return { executablePath: named };
    throw new Error(`CHROMIUM_PATH names no program (${named}).`);
  }
  for (const executablePath of ofTheSystem)
    if (isExecutable(executablePath) && (await tellsItsVersion(executablePath))) return { executablePath };
  const found = await brought();
  if (found !== null) return found;
  throw new Error(
    'The browser tests found no Chromium or Chrome that starts: install one, or set CHROMIUM_PATH to its program.',
  );
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const MACOS = ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);

function usualPlaces(): Places {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return {
    named: process.env.CHROMIUM_PATH,
    ofTheSystem: [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...MACOS],
    brought: unpackBrought,
  };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Some systems have a script of the browser's name that only says how to install it. */
async function tellsItsVersion(path: string): Promise<boolean> {
  try {
    const { stdout } = await promisify(execFile)(path, ['--version'], { timeout: 20_000 });
    return /^(?:Chromium|Google Chrome)\b.* \d/m.test(stdout);
  } catch {
    return false;
  }
}

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));
const BROUGHT = '@sparticuz/chromium';

/**
 * Unpacks the Chromium that npm brought, with the libraries and the one font that a bare system lacks. It does so once
 * for each installation: the second to ask finds a folder that was put in place whole.
 */
export async function unpackBrought(): Promise<FoundChromium | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const home = join(modules, '.cache', `chromium-${packageJson.devDependencies[BROUGHT]}`);
  if (!existsSync(home)) {
    mkdirSync(join(modules, '.cache'), { recursive: true });
    const fresh = mkdtempSync(`${home}-`);
    try {
      await unpackInto(fresh);
      renameSync(fresh, home);
    } catch (error) {
      rmSync(fresh, { recursive: true, force: true });
      // Another one was quicker, and that is as good.
      if (!existsSync(home)) throw error;
    }
  }
  const libraries = [join(home, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH]
    .filter(Boolean)
    .join(delimiter);
  return {
    executablePath: join(home, 'chromium'),
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(home, 'fonts.conf') },
  };
}

async function unpackInto(folder: string): Promise<void> {
  const { inflate } = await import('@sparticuz/chromium');
  const packed = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'];
  const { TMPDIR } = process.env;
  // The package unpacks into the folder of temporary files alone, which other projects and users may share. It asks for
  // that folder at once, so the variable is back before anything else runs.
  process.env.TMPDIR = folder;
  const unpacked = packed.map((file) => inflate(join(modules, BROUGHT, 'bin', file)));
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
  await Promise.all(unpacked);
  writeFileSync(join(folder, 'fonts.conf'), FONTS);
}

/** The package's own list of fonts names folders of the machine that it is made for. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir></fontconfig>
`;

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
