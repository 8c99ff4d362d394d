import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startSimulator } from '../../support/simulator.ts';

const MAIN = fileURLToPath(new URL('../../../server/simulator/main.ts', import.meta.url));

function run(...flags: string[]) {
  const child = spawn(process.execPath, [MAIN, ...flags], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Runs until it ends by itself. */
async function finish(...flags: string[]) {
  const child = run(...flags);
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { out, err, code };
}

/** Runs until all its lines are out. */
async function start(...flags: string[]) {
  const child = run('--port', '0', ...flags);
  let out = '';
  for await (const chunk of child.stdout) {
    out += String(chunk);
    if (out.includes('# control')) break;
  }
  const read = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(out)?.[1] ?? '';
  const origin = read('SIGNALWIRE_SPACE');
  const user = `${read('SIGNALWIRE_PROJECT_ID')}:${read('SIGNALWIRE_API_TOKEN')}`;
  const ask = (query: string) =>
    fetch(`${origin}/api/video/conferences${query}`, { headers: { Authorization: `Basic ${btoa(user)}` } });
  return { child, out, origin, ask };
}

describe('npm run simulator', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'prints lines that let in, and ends cleanly on %s',
    async (signal) => {
      const { child, out, origin, ask } = await start('--conferences', '12');
      const response = await ask('?page_size=1000');
      expect(await response.json()).toHaveProperty('data.length', 12);
      expect(out).toContain(`curl ${origin}/control`);
      const exited = once(child, 'exit');
      child.kill(signal);
      expect(await exited).toEqual([0, null]);
    },
  );

  test('takes every flag', async () => {
    const { ask, origin } = await start(
      ...['--conferences', '5', '--seed', '7', '--latency', '1', '--fault', '429', '--fault-count', '1'],
      ...['--fault-match', 'page_size=3', '--quirk', 'next=null', '--quirk', 'order=oldest', '--hostile'],
      ...['--now', '2026-03-01T09:00:00Z', '--freeze'],
    );
    expect((await ask('?page_size=5')).status).toBe(200);
    expect((await ask('?page_size=3')).status).toBe(429);
    expect((await ask('?page_size=3')).status).toBe(200);
    expect(await (await fetch(`${origin}/control`)).json()).toMatchObject({
      state: {
        now: '2026-03-01T09:00:00.000Z',
        frozen: true,
        latency: 1,
        quirks: { next: 'null', order: 'oldest', links: 'absolute' },
      },
    });
  });

  test.each([
    [['--speed', '9'], "Unknown option '--speed'"],
    [['--port', 'http'], '--port must be a whole number from 0 to 65535, not "http".'],
    [['--conferences', '-1'], '--conferences'],
    [['--fault', 'fire'], '--fault must be one of '],
    [['--quirk', 'next=maybe'], '--quirk must be NAME=VALUE of the list in --help, not "next=maybe".'],
    [['--now', 'tomorrow'], '--now must be a time such as'],
    [['extra'], "Unexpected argument 'extra'"],
  ])('ends with one sentence and status 1 at %j', async (flags, sentence) => {
    const { err, out, code } = await finish(...flags);
    expect(err).toContain(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(out).toBe('');
    expect(code).toBe(1);
  });

  test('says that its port is taken', async () => {
    const { origin } = await startSimulator();
    const { port } = new URL(origin);
    const { err, code } = await finish('--port', port);
    expect(err).toMatch(new RegExp(`^The simulator cannot listen on port ${port}: .*EADDRINUSE`));
    expect(code).toBe(1);
  });

  test('--help names every flag, fault, quirk and control address', async () => {
    const { out, code } = await finish('--help');
    expect(code).toBe(0);
    for (const word of [
      '--fault-match',
      'second-response',
      'emptyPage',
      '/control/conferences/:id/session',
    ]) {
      expect(out).toContain(word);
    }
  });
});
