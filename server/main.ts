import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { secretsOf } from './access/config.ts';
import { systemClock } from './clock.ts';
import { ConfigError, readConfig } from './config.ts';
import { startDemo } from './demo.ts';
import { readEnvFile } from './envFile.ts';
import { explainStart } from './explainStart.ts';
import { writeGreeting } from './greeting.ts';
import { createLog } from './http/log.ts';
import { createPages, type Pages } from './http/pages.ts';
import { createRedact, spellSecrets } from './http/redact.ts';
import { createSink } from './http/sink.ts';
import { start } from './start.ts';

const client = fileURLToPath(new URL('../dist', import.meta.url));
/**
 * ms. One Ctrl+C reaches every process of the terminal, and npm, which is one of them, passes it on: what comes within
 * this time is one act of one person.
 */
const ONE_ACT = 1_000;

// Nobody may be reading, or the disk may be full: no reason to end.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

/** Stops what runs by now. Before there is anything to stop, a signal just ends the process. */
let stop = async (): Promise<void> => {};
let toldAt: number | null = null;
const obey = async () => {
  if (toldAt !== null) {
    // A second act is from somebody who does not want to wait.
    if (performance.now() - toldAt > ONE_ACT) process.exit(1);
    return;
  }
  toldAt = performance.now();
  await stop();
  process.exit(0);
};
process.on('SIGTERM', obey).on('SIGINT', obey);

try {
  await run();
} catch (error) {
  process.stderr.write(`${explainStart(error)}\n`);
  process.exit(1);
}

/** Starts everything, and says where. */
async function run(): Promise<void> {
  const fromFile = Object.entries(readEnvFile('.env'));
  Object.assign(process.env, Object.fromEntries(fromFile.filter(([name]) => !process.env[name])));
  const config = readConfig(process.env);
  const space =
    config.upstream === null
      ? await startDemo()
      : { upstream: config.upstream, clock: systemClock, close: async () => {} };
  const { upstream, clock } = space;
  const demo = config.upstream === null;
  const secrets = [...spellSecrets(upstream.projectId, upstream.apiToken), ...secretsOf(config.access)];
  const sink = createSink(process.stdout.fd);
  const log = createLog({
    // A terminal stays readable: there, the log says what is wrong and no more.
    level: config.logLevel ?? (process.stdout.isTTY ? 'warn' : 'info'),
    secrets,
    output: sink,
  });
  process.on('uncaughtException', async (error) => {
    log.fatal({ err: error }, 'crash');
    process.stderr.write(`${createRedact(secrets)(error.stack ?? error.message)}\n`);
    await sink.end();
    process.exit(1);
  });
  const pages = process.argv.includes('--no-page')
    ? null
    : readPages(upstream.origin, config.access.mode !== 'none');
  const running = await start({ config, upstream, demo, pages, clock, log });
  stop = async () => {
    await running.stop();
    await space.close();
    await sink.end();
  };
  if (!process.argv.includes('--quiet'))
    process.stdout.write(
      `${writeGreeting({ ...config, origin: running.origin, space: upstream.origin, demo })}\n`,
    );
}

/** Without the page there is nothing to look at; in development Vite serves it (`--no-page`). */
function readPages(previewOrigin: string, hasSignIn: boolean): Pages {
  if (existsSync(`${client}/index.html`)) return createPages(client, previewOrigin, hasSignIn);
  throw new ConfigError([
    'There is no built page in dist/ that this user may read: run "npm ci && npm run build", or "npm start".',
  ]);
}
