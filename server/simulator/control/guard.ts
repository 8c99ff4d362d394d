import type { IncomingMessage } from 'node:http';

const LOOPBACK_PEER = /^(?:::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/;
const LOOPBACK_HOST = /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])(?::\d+)?$/i;

/** Why a request may not touch the control path, as a sentence; null when it may. */
export function refuseControl({ socket, headers }: IncomingMessage): string | null {
  if (!LOOPBACK_PEER.test(socket.remoteAddress ?? '')) return 'The control path answers this machine only.';
  // a foreign name that resolves to loopback: DNS rebinding
  if (!LOOPBACK_HOST.test(headers.host ?? '')) return 'The control path answers loopback names only.';
  const site = headers['sec-fetch-site'];
  const origin = headers.origin;
  const foreign =
    (site !== undefined && site !== 'same-origin' && site !== 'none') ||
    (origin !== undefined && origin !== `http://${headers.host}`);
  return foreign ? 'The control path answers no other site’s pages.' : null;
}
