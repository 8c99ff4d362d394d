import { connect } from 'node:net';

/** Sends bytes to a server as they are, and resolves with everything that comes until it closes the connection. */
export async function sendRaw(origin: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let received = '';
  const socket = connect(Number(port), hostname, () => socket.write(bytes));
  socket.setEncoding('latin1');
  socket.on('data', (text) => {
    received += text;
  });
  socket.on('error', reject).on('close', () => resolve(received));
  return promise;
}
