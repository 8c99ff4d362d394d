import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';

const project = fileURLToPath(new URL('../..', import.meta.url));
/** As much as `npm ci --omit=dev` would leave; nothing that builds. */
const DEPENDENCIES = Object.keys(
  JSON.parse(execFileSync('npm', ['pkg', 'get', 'dependencies'], { cwd: project, encoding: 'utf8' })),
);

/** A copy of the server beside what it needs at run time. */
function createInstallation() {
  const folder = mkdtempSync(join(tmpdir(), 'callboard-'));
  for (const part of ['server', 'package.json'])
    cpSync(join(project, part), join(folder, part), { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  for (const name of DEPENDENCIES)
    symlinkSync(join(project, 'node_modules', name), join(folder, 'node_modules', name));
  return folder;
}

function addPage(folder: string) {
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist', 'index.html'), '<!doctype html><title>Built before</title>');
}

function run(folder: string, program: string) {
  const child = spawn(process.execPath, ['--import', './server/require-node.js', program], {
    cwd: folder,
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'silent' },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  const closed = once(child, 'close').then(([code]) => ({ code, output }));
  return { closed, readOutput: () => output };
}

describe('an installation for production, without what builds the page', () => {
  it('builds nothing and shows the page that was built before', async () => {
    const folder = createInstallation();
    addPage(folder);
    expect(await run(folder, 'server/build.ts').closed).toEqual({ code: 0, output: '' });
    const { readOutput } = run(folder, 'server/main.ts');
    const origin = await vi.waitFor(
      () => {
        const [found] = / at (http:[\d.:/]+)/.exec(readOutput())?.slice(1) ?? [];
        if (found === undefined) throw new Error(`Not listening yet: ${readOutput()}`);
        return found;
      },
      { timeout: 15_000 },
    );
    expect(await (await fetch(origin)).text()).toContain('Built before');
  });

  it.each(['server/build.ts', 'server/main.ts'])(
    'says what to run when there is no page: %s',
    async (program) => {
      const { code, output } = await run(createInstallation(), program).closed;
      expect(code).toBe(1);
      expect(output).toMatch(/^There is no built page in dist\/.+"npm ci && npm run build".+\n$/);
    },
  );
});

it('npm ci leaves nothing out because of NODE_ENV=production, so that npm start can build', () => {
  const env = { PATH: process.env.PATH, HOME: tmpdir(), NODE_ENV: 'production' };
  const ask = (folder: string) =>
    execFileSync('npm', ['config', 'get', 'omit'], { cwd: folder, env, encoding: 'utf8' }).trim();
  expect(ask(tmpdir())).toBe('dev');
  expect(ask(project)).not.toContain('dev');
});
