import { BlockList, isIP } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');
loopback.addSubnet('::ffff:127.0.0.0', 104, 'ipv6');

/**
 * The plain spelling of a host name or address (`[0:0::1]` is `::1`, `127.1` is `127.0.0.1`, `LocalHost` is
 * `localhost`), or null when it is neither. Every decision about a host is made on this form.
 */
export function toPlainHost(text: string): string | null {
  const bracketed = isIP(text) === 6 ? `[${text}]` : text;
  if (!/^[\w.:[\]-]+$/.test(bracketed)) return null;
  const url = URL.parse(`http://${bracketed}`);
  if (url === null || url.port !== '' || (/:\d+$/.test(bracketed) && !bracketed.endsWith(']'))) return null;
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

/** Whether a host, in whatever spelling, can only be this machine. */
export function isLoopback(text: string): boolean {
  const host = toPlainHost(text);
  if (host === null) return false;
  const family = isIP(host);
  if (family === 0) return host === 'localhost';
  return loopback.check(host, family === 6 ? 'ipv6' : 'ipv4');
}
