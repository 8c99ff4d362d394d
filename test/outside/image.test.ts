import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const project = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Nobody: a user who owns nothing, as the image's own user does not own what is in it. */
const NOBODY = { uid: 65_534, gid: 65_534 };

/** One stage of our Dockerfile, done in a folder in place of a container. */
interface Stage {
  /** in place of the container's `/` */
  root: string;
  folder: string;
  env: Record<string, string>;
  command: string[];
  healthcheck: string[];
}

/**
 * Does the Dockerfile's own steps in empty folders, and answers the last stage. Nothing is there but what they copy, and
 * they copy nothing that .dockerignore keeps out.
 */
function buildImage(): Stage {
  const allowed = readFileSync(project('.dockerignore'), 'utf8').match(/(?<=^!).+$/gm) ?? [];
  const stages = new Map<string, Stage>();
  let stage: Stage = createStage();
  const lines = readFileSync(project('Dockerfile'), 'utf8').split('\n');
  for (const line of lines.filter((text) => text !== '' && !text.startsWith('#'))) {
    const [instruction = '', ...words] = line.split(' ');
    if (instruction === 'FROM') {
      stage = createStage();
      stages.set(words[2] ?? '', stage);
    } else if (instruction === 'WORKDIR') {
      stage.folder = join(stage.root, words[0] ?? '');
      mkdirSync(stage.folder, { recursive: true });
    } else if (instruction === 'ENV') {
      for (const word of words) stage.env[word.split('=')[0] ?? ''] = word.split('=')[1] ?? '';
    } else if (instruction === 'RUN') runStep(stage, words.join(' '));
    else if (instruction === 'COPY') {
      const [from] = /^--from=(\w+)$/.exec(words[0] ?? '')?.slice(1) ?? [];
      const paths = from === undefined ? words : words.slice(1);
      const to = join(stage.folder, paths.pop() ?? '');
      for (const path of paths) {
        const source = from === undefined ? project(path) : join(stages.get(from)?.root ?? '', path);
        if (from === undefined) expect(allowed).toContain(path);
        cpSync(source, to.endsWith('/') ? join(to, basename(path)) : to, { recursive: true });
      }
    } else if (instruction === 'CMD') stage.command = JSON.parse(words.join(' '));
    else if (instruction === 'HEALTHCHECK') stage.healthcheck = JSON.parse(line.split(' CMD ')[1] ?? '');
    else if (!['USER', 'EXPOSE'].includes(instruction))
      throw new Error(`This test does not know ${instruction}.`);
  }
  return stage;
}

const roots: string[] = [];

function createStage(): Stage {
  const root = mkdtempSync(join(tmpdir(), 'callboard-image-'));
  roots.push(root);
  chmodSync(root, 0o755);
  mkdirSync(join(root, 'bin'));
  // Where nobody may reach it, and the version that the image has.
  cpSync(process.execPath, join(root, 'bin', 'node'));
  return { root, folder: root, env: {}, command: [], healthcheck: [] };
}

const envOf = ({ root, env }: Stage) => ({ PATH: `${join(root, 'bin')}:${process.env.PATH}`, ...env });

function runStep(stage: Stage, command: string): void {
  // Whoever runs this has told npm where packages come from; nothing else of theirs goes along.
  const { HOME, NODE_EXTRA_CA_CERTS } = process.env;
  const env = { HOME, NODE_EXTRA_CA_CERTS, ...envOf(stage) };
  const { status, stderr } = spawnSync('sh', ['-c', command], { cwd: stage.folder, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
}

describe('what the Dockerfile builds, on a disk that nobody may write to and as another user', () => {
  let image: Stage;
  let running: ChildProcess | undefined;
  beforeAll(() => {
    if (process.getuid?.() !== 0) throw new Error('This test runs a program as another user: it needs root.');
    image = buildImage();
    spawnSync('chmod', ['-R', 'a-w,a+rX', image.folder]);
  });
  afterAll(() => {
    running?.kill('SIGKILL');
    for (const root of roots) rmSync(root, { recursive: true, force: true });
  });

  const start = ([program = '', ...args]: readonly string[], env: Record<string, string> = {}) => {
    const child = spawn(program, args, { cwd: image.folder, env: { ...envOf(image), ...env }, ...NOBODY });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    const ended = once(child, 'close').then(([code]) => ({ code, output }));
    return { child, ended, readOutput: () => output };
  };

  it('has the server, the page and what runs, and nothing that builds or tests', () => {
    expect(readdirSync(image.folder).sort()).toEqual(
      ['.npmrc', 'dist', 'node_modules', 'package-lock.json', 'package.json', 'server'].sort(),
    );
    const modules = join(image.folder, 'node_modules');
    expect(existsSync(join(modules, 'express'))).toBe(true);
    for (const name of ['vite', 'vitest', 'typescript', 'react', 'oidc-provider'])
      expect(existsSync(join(modules, name))).toBe(false);
  });

  it('is not writable', () => {
    const { stdout } = spawnSync('find', [image.folder, '-writable', '-not', '-type', 'l'], {
      ...NOBODY,
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
  });

  it('does not start for a network until it knows who may look', async () => {
    const { code, output } = await start(image.command, { DEMO: '1' }).ended;
    expect(code).toBe(1);
    expect(output).toMatch(/^HOST must be a loopback address .*AUTH_MODE and PUBLIC_URL/);
  });

  it('starts, is healthy, and stops', async () => {
    const { child, ended, readOutput } = start(image.command, { DEMO: '1', HOST: '127.0.0.1', PORT: '0' });
    running = child;
    const PORT = await vi.waitFor(
      () => {
        const [, port = ''] = / at http:\/\/127\.0\.0\.1:(\d+)/.exec(readOutput()) ?? [];
        if (port === '') throw new Error(`Not listening yet: ${readOutput()}`);
        return port;
      },
      { timeout: 30_000 },
    );
    expect((await start(image.healthcheck, { PORT }).ended).code).toBe(0);
    expect(await (await fetch(`http://127.0.0.1:${PORT}/`)).text()).toContain('<title>Callboard</title>');
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
    expect((await start(image.healthcheck, { PORT }).ended).code).toBe(1);
  });
});
