import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Config } from '../../server/config.ts';
import { createLog } from '../../server/http/log.ts';
import { createPages } from '../../server/http/pages.ts';
import { DEFAULT_LIMITS } from '../../server/limits.ts';
import { createSimulator, type Simulator } from '../../server/simulator/simulator.ts';
import { start } from '../../server/start.ts';

type SimulatorOptions = NonNullable<Parameters<typeof createSimulator>[0]>;

export interface BoardOptions extends SimulatorOptions, Partial<Omit<Config, 'limits'>> {
  limits?: Partial<Config['limits']>;
  /** folder of the built client; dist/ when absent, if there is one */
  client?: string;
  /** another server to ask in place of the simulated space */
  spaceOrigin?: string;
  /** whether the page is told that its data is the demo's */
  demo?: boolean;
  /** takes the lines of the log, which then cannot be read here */
  output?: { write(line: string): void };
}

export interface TestBoard extends AsyncDisposable {
  /** the board's */
  origin: string;
  /** the simulated space's */
  spaceOrigin: string;
  simulator: Simulator;
  /** everything that was logged so far, at debug level */
  readLog(): string;
  stop(): Promise<void>;
}

const builtClient = fileURLToPath(new URL('../../dist', import.meta.url));

/**
 * Starts a simulated space and a board that shows it, both on free loopback ports, and serves the built
 * client when there is one. The board runs by the simulator's clock.
 */
export async function startBoard(options: BoardOptions = {}): Promise<TestBoard> {
  const { limits, demo = false, client = builtClient, spaceOrigin, output, ...rest } = options;
  const simulator = createSimulator(rest);
  const upstream = { origin: spaceOrigin ?? (await simulator.listen()), ...simulator.credentials };
  const lines: string[] = [];
  const { access = { mode: 'none' } } = options;
  const board = await start({
    config: {
      upstream,
      host: '127.0.0.1',
      port: 0,
      allowedHosts: [],
      cacheSeconds: 5,
      refreshSeconds: 15,
      mostConferences: 200_000,
      conferenceUrl: null,
      logLevel: 'debug',
      proxy: {},
      ...rest,
      access,
      limits: { ...DEFAULT_LIMITS, ...limits },
    },
    upstream,
    demo,
    pages: existsSync(`${client}/index.html`)
      ? createPages(client, upstream.origin, access.mode !== 'none')
      : null,
    clock: simulator.clock,
    log: createLog({
      level: 'debug',
      // None: a test that finds a secret in the log must not be spared by the log's own last net.
      secrets: [],
      output: output ?? { write: (line) => lines.push(line) },
    }),
  });
  const stop = async () => {
    await board.stop();
    await simulator.close();
  };
  return {
    origin: board.origin,
    spaceOrigin: upstream.origin,
    simulator,
    readLog: () => lines.join(''),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}
