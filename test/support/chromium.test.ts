import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findChromium, unpackBrought } from './chromium.ts';

/** A program that prints one line and ends well. */
function createProgram(line: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'callboard-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'chromium');
  writeFileSync(path, `#!/bin/sh\necho '${line}'\n`, { mode: 0o755 });
  return path;
}

const none = async () => null;
const brought = async () => ({ executablePath: '/brought/chromium' });

describe('the browser of the tests', () => {
  it('is the one that CHROMIUM_PATH names, whatever else there is', async () => {
    const named = createProgram('Brave 1.2');
    const ofTheSystem = [createProgram('Chromium 150.0.1 built on Debian')];
    expect(await findChromium({ named, ofTheSystem, brought })).toEqual({ executablePath: named });
  });

  it('is never another one when CHROMIUM_PATH names none', async () => {
    const ofTheSystem = [createProgram('Chromium 150.0.1')];
    await expect(findChromium({ named: '/no/such/program', ofTheSystem, brought })).rejects.toThrow(
      'CHROMIUM_PATH names no program (/no/such/program).',
    );
  });

  it('is the first of the system that tells its version', async () => {
    const chrome = createProgram('Google Chrome 150.0.1');
    const ofTheSystem = ['/no/such/program', createProgram('Run "snap install chromium"'), chrome];
    expect(await findChromium({ ofTheSystem, brought })).toEqual({ executablePath: chrome });
  });

  it('is the one that npm brought when the system has none', async () => {
    expect(await findChromium({ ofTheSystem: ['/no/such/program'], brought })).toEqual(await brought());
  });

  it('is missed in one sentence that says what to do', async () => {
    await expect(findChromium({ ofTheSystem: [], brought: none })).rejects.toThrow(
      'The browser tests found no Chromium or Chrome that starts: install one, or set CHROMIUM_PATH to its program.',
    );
  });

  it.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'as npm brought it starts, also twice at the same time',
    async () => {
      const found = await Promise.all([unpackBrought(), unpackBrought()]);
      for (const { executablePath, env } of found.filter((one) => one !== null)) {
        const { stdout } = await promisify(execFile)(executablePath, ['--version'], { env });
        expect(stdout).toMatch(/^Chromium \d+/);
      }
      expect(found).not.toContain(null);
    },
  );
});
