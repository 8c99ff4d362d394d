import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

// The server in a process of its own, started anew whenever its code changes; Vite here, in front of it, with
// hot reload. One address for the person: Vite's, which passes /api on.
const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const server = spawn(process.execPath, ['--watch', '--watch-preserve-output', main, '--quiet', '--no-page'], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' },
});
const page = await createServer({ clearScreen: false });
await page.listen();
process.stdout.write(`Callboard for development, with hot reload, at ${page.resolvedUrls?.local[0]}\n`);

const stop = async () => {
  server.kill('SIGTERM');
  await page.close();
  process.exit(0);
};
process.once('SIGINT', stop).once('SIGTERM', stop);
