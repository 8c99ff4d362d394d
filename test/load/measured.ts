import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createSimulator, type Simulator } from '../../server/simulator/simulator.ts';

/** What a process holds after a full garbage collection, in bytes and open files; and how free it is. */
export interface Held {
  rss: number;
  heap: number;
  descriptors: number;
  /** the longest time for which the event loop was held since the last time, ms */
  longestHold: number;
}

/** A board in a process of its own, so that its memory is its own, before a simulated space in this one. */
export interface Measured {
  origin: string;
  pid: number;
  simulator: Simulator;
  measure(): Promise<Held>;
  kill(signal: NodeJS.Signals): void;
  /** exit code */
  ended: Promise<number | null>;
  stop(): Promise<void>;
}

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export interface MeasuredOptions {
  conferences: number;
  latency?: number;
  /** of the server's process */
  flags?: readonly string[];
  /** another server to ask in place of the simulated space */
  spaceOrigin?: string;
}

export async function startMeasured(options: MeasuredOptions): Promise<Measured> {
  const { flags = [], spaceOrigin, ...simulated } = options;
  const simulator = createSimulator(simulated);
  const { projectId, apiToken } = simulator.credentials;
  const child = spawn(
    process.execPath,
    [
      '--max-semi-space-size=8',
      ...flags,
      '--expose-gc',
      '--import',
      file('probe.ts'),
      file('../../server/main.ts'),
      '--no-page',
    ],
    {
      env: {
        PATH: process.env.PATH,
        PORT: '0',
        LOG_LEVEL: 'fatal',
        SIGNALWIRE_SPACE: spaceOrigin ?? (await simulator.listen()),
        SIGNALWIRE_PROJECT_ID: projectId,
        SIGNALWIRE_API_TOKEN: apiToken,
      },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    },
  );
  const { pid } = child;
  if (pid === undefined) throw new Error('The server did not start.');
  const { promise: ended, resolve } = Promise.withResolvers<number | null>();
  child.once('exit', resolve);
  const origin = await readOrigin(child);
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    await simulator.close();
  };
  return {
    origin,
    pid,
    simulator,
    measure: () => measure(child),
    kill: (signal) => child.kill(signal),
    ended,
    stop,
  };
}

async function readOrigin(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('The server has no output.');
  const [line] = await once(child.stdout, 'data');
  const [, origin] = / at (http:\S+)/.exec(String(line)) ?? [];
  if (origin === undefined) throw new Error(`The server did not start: ${line}`);
  return origin;
}

async function measure(child: ChildProcess): Promise<Held> {
  const answered = once(child, 'message');
  child.send('measure');
  const [held] = await answered;
  return held;
}
