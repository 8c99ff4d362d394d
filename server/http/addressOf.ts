import { isIP } from 'node:net';
import type { Request } from 'express';

/** Who asks, by IP address: the connection's other end or, when that is a proxy of ours, whom it names. */
export function addressOf({ ip, socket }: Request): string {
  return ip !== undefined && isIP(ip) !== 0 ? ip : (socket.remoteAddress ?? '');
}
