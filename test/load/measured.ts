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
  /** the same without the time for which the machine had other things to do, ms of CPU */
  longestWork: number;
  /** CPU that the process used since the last time, ms */
  cpu: number;
}

/** A server in a process of its own, so that its memory and its time are its own. */
export interface MeasuredServer {
  origin: string;
  pid: number;
  measure(): Promise<Held>;
  kill(signal: NodeJS.Signals): void;
  /** exit code */
  ended: Promise<number | null>;
  stop(): Promise<void>;
}

/** A board in a process of its own, before a simulated space in this one. */
export interface Measured extends MeasuredServer {
  simulator: Simulator;
  /** the simulated space's, or that of the server in its place */
  spaceOrigin: string;
}

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export interface MeasuredOptions {
  conferences: number;
  seed?: number;
  latency?: number;
  /** of the server's process */
  flags?: readonly string[];
  /** another server to ask in place of the simulated space */
  spaceOrigin?: string;
  /** whether it serves the built client too */
  page?: boolean;
  /** variables of the server's environment */
  env?: Readonly<Record<string, string>>;
}

export async function startMeasured(options: MeasuredOptions): Promise<Measured> {
  const { flags = [], env = {}, page = false, spaceOrigin: given, ...simulated } = options;
  const simulator = createSimulator(simulated);
  const spaceOrigin = given ?? (await simulator.listen());
  const { projectId, apiToken } = simulator.credentials;
  const server = await startServer(
    ['--max-semi-space-size=4', ...flags],
    [file('../../server/main.ts'), ...(page ? [] : ['--no-page'])],
    {
      // As `npm start` has it: what a page of SignalWire took goes back to the system at once.
      MALLOC_MMAP_THRESHOLD_: '131072',
      PORT: '0',
      LOG_LEVEL: 'fatal',
      SIGNALWIRE_SPACE: spaceOrigin,
      SIGNALWIRE_PROJECT_ID: projectId,
      SIGNALWIRE_API_TOKEN: apiToken,
      ...env,
    },
  );
  return {
    ...server,
    simulator,
    spaceOrigin,
    async stop() {
      await server.stop();
      await simulator.close();
    },
  };
}

/** Starts a program that writes ` at ` and its origin once it listens. */
export async function startServer(
  flags: readonly string[],
  program: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<MeasuredServer> {
  const child = spawn(process.execPath, [...flags, '--expose-gc', '--import', file('probe.ts'), ...program], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('The server did not start.');
  const { promise: ended, resolve } = Promise.withResolvers<number | null>();
  child.once('exit', resolve);
  return {
    origin: await readOrigin(child),
    pid,
    measure: () => measure(child),
    kill: (signal) => child.kill(signal),
    ended,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function readOrigin(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('The server has no output.');
  const [line] = await once(child.stdout, 'data');
  const [, origin] = / at (http:[^\s,]+)/.exec(String(line)) ?? [];
  if (origin === undefined) throw new Error(`The server did not start: ${line}`);
  return origin;
}

async function measure(child: ChildProcess): Promise<Held> {
  const answered = once(child, 'message');
  child.send('measure');
  const [held] = await answered;
  return held;
}
