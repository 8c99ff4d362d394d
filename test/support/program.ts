import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';

const entry = (path: string) => fileURLToPath(new URL(`../../server/${path}`, import.meta.url));

/** What every program is given: the way to others, and a place for compiled code, without which half of a start is that. */
export const SURROUNDINGS = {
  PATH: process.env.PATH,
  NODE_COMPILE_CACHE: fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url)),
};

export interface Program {
  readonly child: ChildProcess;
  /** everything written so far, standard output and error */
  readOutput(): string;
  kill(signal: NodeJS.Signals): void;
  /** exit code, or the signal that ended it */
  ended: Promise<number | NodeJS.Signals | null>;
  /** the address that it printed, once it has */
  whenListening(): Promise<string>;
}

interface RunOptions {
  /** what Node itself is told */
  flags?: readonly string[];
  /** where a .env is looked for; far from any when absent */
  folder?: string;
  /** where standard output goes in place of `readOutput()` */
  output?: number;
  /** whether the board serves the page, which must have been built */
  page?: boolean;
}

/** Runs a program of server/ as its npm script does, with little but `env` set, and the board without its page unless told. */
export function run(path: string, env: Record<string, string> = {}, options: RunOptions = {}): Program {
  const { flags = [], folder = tmpdir(), output: to = 'pipe', page = false } = options;
  const program = [entry(path), ...(path === 'main.ts' && !page ? ['--no-page'] : [])];
  const child = spawn(process.execPath, [...flags, '--import', entry('require-node.js'), ...program], {
    cwd: folder,
    env: { ...SURROUNDINGS, ...env },
    stdio: ['ignore', to, 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  const { promise: ended, resolve } = Promise.withResolvers<number | NodeJS.Signals | null>();
  child.on('close', (code, signal) => resolve(code ?? signal));
  return {
    child,
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
