import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, type TestContext, vi } from 'vitest';
import { createSimulator } from '../../server/simulator/simulator.ts';

const PATIENCE = { timeout: 20_000 };
const project = fileURLToPath(new URL('../..', import.meta.url));
// Without the build before it: tests of the page need dist/ at the same time.
const NPM_START = 'exec npm start --ignore-scripts -- --no-page';
/** As under systemd or in a container, where npm is not in between. */
const DIRECT = 'exec node_modules/.bin/node --import ./server/require-node.js server/main.ts --no-page';

/** Runs a command line in a process group of its own, on a space that takes two seconds to answer. */
async function startBusy({ onTestFinished }: TestContext, command: string, args: readonly string[]) {
  const simulator = createSimulator({ conferences: 5, latency: 2_000 });
  const { projectId, apiToken } = simulator.credentials;
  const child = spawn(command, args, {
    cwd: project,
    detached: true,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: '0',
      SIGNALWIRE_SPACE: await simulator.listen(),
      SIGNALWIRE_PROJECT_ID: projectId,
      SIGNALWIRE_API_TOKEN: apiToken,
    },
  });
  onTestFinished(async () => {
    await simulator.close();
    endGroup(child);
  });
  const exited = once(child, 'exit');
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  await vi.waitFor(() => expect(output).toMatch(/Callboard shows .+ at http:\/\/[\d.:]+/), PATIENCE);
  const origin = /Callboard shows .+ at (http:\/\/[\d.:]+)/.exec(output)?.[1] ?? '';
  const inFlight = Array.from({ length: 20 }, (_, index) =>
    fetch(`${origin}/api/video/conferences?page_size=${index + 1}`).then(
      ({ status }) => status,
      (error: Error) => error.message,
    ),
  );
  await vi.waitFor(() => expect(simulator.requestsSeen).toBe(20), PATIENCE);
  return { child, exited, inFlight, origin };
}

function endGroup({ pid, exitCode, signalCode }: ChildProcess) {
  if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, 'SIGKILL');
}

// Each waits for its space most of the time.
describe.concurrent.each([
  ['npm start', NPM_START],
  ['the line for a supervisor', DIRECT],
])('%s with 20 requests in flight', (_what, line) => {
  it.for(['SIGTERM', 'SIGINT'] as const)(
    'gives 20 answers and ends with 0 when its whole group gets %s',
    async (signal, context) => {
      const { child, exited, inFlight } = await startBusy(context, 'sh', ['-c', line]);
      process.kill(-(child.pid ?? 0), signal);
      expect(await Promise.all(inFlight)).toEqual(inFlight.map(() => 200));
      expect(await exited).toEqual([0, null]);
    },
  );

  it.runIf(existsSync('/usr/bin/script') && process.platform === 'linux')(
    'gives 20 answers and ends with 0 at one Ctrl+C in a terminal',
    async (context) => {
      const { child, exited, inFlight } = await startBusy(context, 'script', ['-qefc', line, '/dev/null']);
      child.stdin?.write('\u0003');
      expect(await Promise.all(inFlight)).toEqual(inFlight.map(() => 200));
      expect(await exited).toEqual([0, null]);
    },
  );
});

it.concurrent('npm start ends its server when npm alone gets SIGTERM', async (context) => {
  const { child, exited, inFlight, origin } = await startBusy(context, 'sh', ['-c', NPM_START]);
  child.kill('SIGTERM');
  expect(await Promise.all(inFlight)).toEqual(inFlight.map(() => 200));
  expect(await exited).toEqual([0, null]);
  await expect(fetch(`${origin}/healthz`)).rejects.toThrow();
});
