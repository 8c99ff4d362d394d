import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { systemClock } from './clock.ts';
import { readConfig } from './config.ts';
import { startDemo } from './demo.ts';
import { explainStart } from './explainStart.ts';
import { writeGreeting } from './greeting.ts';
import { createLog, spellSecrets } from './http/log.ts';
import { createPages } from './http/pages.ts';
import { start } from './start.ts';

const client = fileURLToPath(new URL('../dist', import.meta.url));

/** Starts everything, says where, and returns how to stop it. */
async function run(): Promise<() => Promise<void>> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  const space =
    config.upstream === null
      ? await startDemo()
      : { upstream: config.upstream, clock: systemClock, close: async () => {} };
  const { upstream, clock } = space;
  const demo = config.upstream === null;
  const running = await start({
    config,
    upstream,
    demo,
    // In development Vite serves the page, and there may be no build.
    pages: existsSync(`${client}/index.html`) ? createPages(client, upstream.origin) : null,
    clock,
    log: createLog({
      // A terminal stays readable: there, the log says what is wrong and no more.
      level: config.logLevel ?? (process.stdout.isTTY ? 'warn' : 'info'),
      secrets: spellSecrets(upstream.projectId, upstream.apiToken),
    }),
  });
  if (!process.argv.includes('--quiet'))
    process.stdout.write(`${writeGreeting(running.origin, upstream.origin, demo)}\n`);
  return async () => {
    await running.stop();
    await space.close();
  };
}

try {
  const stop = await run();
  let stopping = false;
  const stopOnce = async () => {
    // The second signal is from somebody who does not want to wait.
    if (stopping) process.exit(1);
    stopping = true;
    await stop();
    process.exit(0);
  };
  process.on('SIGTERM', stopOnce).on('SIGINT', stopOnce);
} catch (error) {
  process.stderr.write(`${explainStart(error)}\n`);
  process.exit(1);
}
