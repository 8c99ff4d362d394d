import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';

const entry = (path: string) => fileURLToPath(new URL(`../../server/${path}`, import.meta.url));

export interface Program {
  readonly pid: number | undefined;
  /** everything written so far, standard output and error */
  readOutput(): string;
  kill(signal: NodeJS.Signals): void;
  /** exit code, or the signal that ended it */
  ended: Promise<number | NodeJS.Signals | null>;
  /** the address that it printed, once it has */
  whenListening(): Promise<string>;
}

/** Runs a program of server/ as its npm script does, far from any .env and with `env` alone set. */
export function run(path: string, env: Record<string, string> = {}, flags: readonly string[] = []): Program {
  const child = spawn(process.execPath, [...flags, '--import', entry('require-node.js'), entry(path)], {
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  const { promise: ended, resolve } = Promise.withResolvers<number | NodeJS.Signals | null>();
  child.on('close', (code, signal) => resolve(code ?? signal));
  return {
    pid: child.pid,
    readOutput: () => output,
    kill: (signal) => child.kill(signal),
    ended,
    whenListening: () =>
      vi.waitFor(
        () => {
          const [origin] =
            /http:\/\/[\d.:]+/.exec(/^Callboard shows .*$/m.exec(output)?.[0].split(' at ')[1] ?? '') ?? [];
          if (origin === undefined) throw new Error(`Not listening yet: ${output}`);
          return origin;
        },
        { timeout: 15_000 },
      ),
  };
}
