import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A connection without any HTTP library in between. */
export interface RawSocket extends Disposable {
  socket: Socket;
  /** everything that came so far, one character a byte */
  readonly received: string;
  /** Waits until something is true of what came; fails when the connection closes before. */
  until(isThere: (received: string) => boolean): Promise<string>;
  /** Waits for the end and says how it came. */
  closed(): Promise<'ended' | 'reset'>;
}

/** Connects to an origin and sends one GET. */
export async function sendRaw(
  origin: string,
  path: string,
  headers: Record<string, string>,
): Promise<RawSocket> {
  const { hostname, port, host } = new URL(origin);
  const socket = connect(Number(port), hostname);
  let received = '';
  let end: 'ended' | 'reset' | null = null;
  socket.setEncoding('latin1');
  socket.on('data', (chunk) => {
    received += String(chunk);
  });
  socket.on('error', () => {
    end = 'reset';
  });
  socket.on('close', () => {
    end ??= 'ended';
  });
  const lines = Object.entries({ Host: host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);

  return {
    socket,
    get received() {
      return received;
    },
    async until(isThere) {
      while (!isThere(received)) {
        if (end !== null)
          throw new Error(`The connection ${end} before it came; received: ${received.slice(0, 500)}`);
        await Promise.race([once(socket, 'data'), once(socket, 'close')]);
      }
      return received;
    },
    async closed() {
      if (end === null) await once(socket, 'close').catch(() => undefined);
      return end ?? 'ended';
    },
    [Symbol.dispose]: () => void socket.destroy(),
  };
}
