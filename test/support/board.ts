import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { LIST_HEADER } from '#contract/list.ts';
import { CONFERENCES_PATH } from '#contract/values.ts';
import { type Config, DEFAULT_LIMITS } from '../../server/config.ts';
import { createLog } from '../../server/http/log.ts';
import { createPages } from '../../server/http/pages.ts';
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
  const { limits, demo = false, client = builtClient, spaceOrigin, ...rest } = options;
  const simulator = createSimulator(rest);
  const upstream = { origin: spaceOrigin ?? (await simulator.listen()), ...simulator.credentials };
  const lines: string[] = [];
  const board = await start({
    config: {
      upstream,
      host: '127.0.0.1',
      port: 0,
      allowedHosts: [],
      cacheSeconds: 5,
      refreshSeconds: 15,
      mostConferences: 200_000,
      logLevel: 'debug',
      ...rest,
      limits: { ...DEFAULT_LIMITS, ...limits },
    },
    upstream,
    demo,
    pages: existsSync(`${client}/index.html`) ? createPages(client, upstream.origin) : null,
    clock: simulator.clock,
    log: createLog({
      level: 'debug',
      // None: a test that finds a secret in the log must not be spared by the log's own last net.
      secrets: [],
      output: { write: (line) => lines.push(line) },
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

/**
 * Has the server read the whole list anew, and resolves when it has: whatever the space was changed to before is in
 * the list then. A page that is open hears of it with its next question.
 */
export async function readAnew({ origin, simulator }: TestBoard): Promise<void> {
  const ask = async (more = '') => {
    const answer = await fetch(`${origin}${CONFERENCES_PATH}/search?tz=UTC${more}`);
    await answer.arrayBuffer();
    return JSON.parse(answer.headers.get(LIST_HEADER) ?? '{}').loaded === null;
  };
  await vi.waitUntil(() => ask(), PATIENCE);
  const { requestsSeen } = simulator;
  await ask('&fresh=1');
  await vi.waitUntil(async () => simulator.requestsSeen > requestsSeen && (await ask()), PATIENCE);
}

const PATIENCE = { timeout: 20_000, interval: 30 };
