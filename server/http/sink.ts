import SonicBoom from 'sonic-boom';

/** Bytes of log that wait to be written, about 4,000 lines; what comes while they are there is dropped and counted. */
const WAITING_BYTES = 1024 * 1024;
/** ms between two tries of a write that failed */
const RETRY = 1_000;
/** ms that the end waits for somebody to read the last lines */
const GRACE = 500;

/** Where the log goes. Whatever happens there, nobody who writes notices. */
export interface Sink {
  write(line: string): void;
  /** resolves when everything is written, or a little later: somebody may have stopped reading */
  end(): Promise<void>;
}

/**
 * Writes to a file, a terminal or a pipe. A full disk and a reader that went away are tried again once a second, a
 * slow reader whenever it has read. Until then lines wait, `waitingBytes` of them; the others are dropped, and once
 * all that waited is written, a line says how many.
 */
export function createSink(fd: number, waitingBytes = WAITING_BYTES): Sink {
  const stream = new SonicBoom({ fd, maxLength: waitingBytes });
  let dropped = 0;
  let isWritten = true;
  let retry: NodeJS.Timeout | undefined;
  const write = (line: string) => {
    isWritten = false;
    stream.write(line);
  };
  stream.on('drop', () => {
    dropped += 1;
  });
  stream.on('drain', () => {
    isWritten = true;
    if (dropped === 0) return;
    const line = { level: 40, time: new Date().toISOString(), lines: dropped, msg: 'log lines dropped' };
    dropped = 0;
    write(`${JSON.stringify(line)}\n`);
  });
  stream.on('error', () => {
    clearTimeout(retry);
    // Nothing more, but it begins a write; and it is taken even when no further line is.
    retry = setTimeout(() => stream.write(''), RETRY).unref();
  });
  return {
    write,
    async end() {
      if (isWritten) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      stream.on('drain', () => {
        if (isWritten) resolve();
      });
      setTimeout(resolve, GRACE);
      await promise;
    },
  };
}
