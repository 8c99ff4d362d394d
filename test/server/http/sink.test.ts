import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, existsSync, mkdtempSync, openSync, readSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createSink } from '../../../server/http/sink.ts';
import { type Program, run } from '../../support/program.ts';

/** A pipe with a name, so that its ends can come and go; neither end ever waits. */
function createPipe() {
  const path = join(mkdtempSync(join(tmpdir(), 'callboard-')), 'pipe');
  execFileSync('mkfifo', [path]);
  const open = (mode: number) => openSync(path, mode | constants.O_NONBLOCK);
  const openReader = () => {
    const fd = open(constants.O_RDONLY);
    const chunk = Buffer.alloc(64 * 1024);
    return {
      /** everything that can be read now */
      read() {
        let text = '';
        try {
          for (;;) {
            const bytes = readSync(fd, chunk);
            if (bytes === 0) return text;
            text += chunk.toString('utf8', 0, bytes);
          }
        } catch {
          // Nothing more just now.
          return text;
        }
      },
      close: () => closeSync(fd),
    };
  };
  return { openReader, openWriter: () => open(constants.O_WRONLY) };
}

const LINE = `${JSON.stringify({ text: 'x'.repeat(980) })}\n`;
const WAITING = 20 * LINE.length;

const parse = (text: string) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

describe('where the log goes', () => {
  it('drops what a reader that stands still cannot take, and says how much once it reads again', async () => {
    const { openReader, openWriter } = createPipe();
    const reader = openReader();
    const sink = createSink(openWriter(), WAITING);
    for (let line = 0; line < 500; line += 1) sink.write(LINE);
    let text = '';
    await vi.waitFor(
      () => {
        text += reader.read();
        expect(text).toContain('log lines dropped');
      },
      { timeout: 10_000 },
    );
    const lines = parse(text);
    const { lines: dropped } = lines.at(-1);
    expect(dropped).toBeGreaterThan(300);
    expect(lines.length - 1 + dropped).toBe(500);
    reader.close();
  });

  it('writes on when a reader comes back, though everything that may wait already waited', async () => {
    const { openReader, openWriter } = createPipe();
    const first = openReader();
    const sink = createSink(openWriter(), WAITING);
    first.close();
    for (let line = 0; line < 100; line += 1) sink.write(LINE);
    // Let the first write fail while nothing more may wait.
    await new Promise((resolve) => setImmediate(resolve));
    const second = openReader();
    let text = '';
    await vi.waitFor(
      () => {
        text += second.read();
        expect(text).toContain('log lines dropped');
      },
      { timeout: 10_000 },
    );
    second.close();
  });

  it('keeps nobody waiting at the end when nobody reads', async () => {
    const { openReader, openWriter } = createPipe();
    openReader();
    const sink = createSink(openWriter(), WAITING);
    for (let line = 0; line < 500; line += 1) sink.write(LINE);
    const begun = performance.now();
    await sink.end();
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});

describe('a server whose log nobody takes', () => {
  const start = (env: Record<string, string>, output?: number) => {
    const program = run('main.ts', { PORT: '0', LOG_LEVEL: 'trace', ...env }, { output });
    onTestFinished(() => program.kill('SIGKILL'));
    return program;
  };
  /** Tells it to stop, and gives its exit code. */
  const stop = async (program: Program) => {
    const exited = once(program.child, 'exit');
    program.kill('SIGTERM');
    return (await exited)[0];
  };
  const askOften = async (origin: string, times: number) => {
    for (let time = 0; time < times; time += 50) {
      const answers = await Promise.all(Array.from({ length: 50 }, () => fetch(`${origin}/healthz`)));
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    }
  };

  it('answers on when it is a pipe that nobody reads, and ends with 0', async () => {
    const program = start({});
    const origin = await program.whenListening();
    program.child.stdout?.pause();
    await askOften(origin, 4_000);
    expect(await stop(program)).toBe(0);
  });

  it('answers on when the reader went away, and ends with 0', async () => {
    const program = start({});
    const origin = await program.whenListening();
    program.child.stdout?.destroy();
    await askOften(origin, 100);
    expect(await stop(program)).toBe(0);
  });

  it.runIf(existsSync('/dev/full'))(
    'answers on when the disk is full from the start, and ends with 0',
    async () => {
      const port = await findFreePort();
      const program = start({ PORT: String(port) }, openSync('/dev/full', 'w'));
      const origin = `http://127.0.0.1:${port}`;
      await vi.waitFor(async () => expect((await fetch(`${origin}/healthz`)).ok).toBe(true), {
        timeout: 15_000,
      });
      await askOften(origin, 100);
      expect(await stop(program)).toBe(0);
    },
  );
});

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return address.port;
}
