import { BlockList, isIP } from 'node:net';
import { isLoopback, toPlainHost } from '../loopback.ts';

/** Where people reach the board, when that is not just this machine. */
export interface Site {
  /** `https://board.example.org`; plain http only on loopback */
  origin: string;
  /** `` or `/callboard`: what the address has before the board's own paths */
  basePath: string;
  /** whether an address is one of the proxies whose `X-Forwarded-*` count */
  isProxy(address: string): boolean;
}

/** What is read, and to whom it is said that it cannot be used. */
export interface Reading {
  env: Readonly<Record<string, string | undefined>>;
  /** a variable, or the content of the file that NAME_FILE points at */
  readSecret(name: string): string | undefined;
  /** takes one sentence about a variable that cannot be used */
  refuse(sentence: string): void;
}

/** Reads where people reach the board, and which proxies stand before it. */
export function readSite({ env, refuse }: Reading): Site {
  const origin = readPublicUrl(env.PUBLIC_URL?.trim() ?? '', refuse);
  const basePath = env.BASE_PATH?.trim().replace(/\/$/, '') ?? '';
  if (!/^(?:\/[\w-][\w.-]*)*$/.test(basePath))
    refuse('BASE_PATH must be a path such as /callboard: letters, digits, "-", "_" and ".".');
  const ranges = readList(env.TRUSTED_PROXIES);
  if (ranges.length === 0 && origin.startsWith('https:'))
    refuse(
      'TRUSTED_PROXIES is missing: the address of what speaks TLS for PUBLIC_URL, 127.0.0.1 when it runs on this machine.',
    );
  return { origin, basePath, isProxy: createAddressCheck(ranges, refuse) };
}

function readPublicUrl(text: string, refuse: Reading['refuse']): string {
  const url = URL.parse(text);
  const isBare = url !== null && url.pathname === '/' && !/[?#@]/.test(text);
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (isBare && isSafe && toPlainHost(url.hostname.replace(/^\[|\]$/g, '')) !== null) return url.origin;
  refuse(
    text === ''
      ? 'PUBLIC_URL is missing: where people reach the board, such as https://board.example.org.'
      : 'PUBLIC_URL must be https and a host (https://board.example.org), or http on loopback; a path goes into BASE_PATH.',
  );
  return '';
}

/** @param ranges addresses and ranges: `10.0.0.2`, `10.0.0.0/8`, `fd00::/8` */
function createAddressCheck(ranges: readonly string[], refuse: Reading['refuse']): Site['isProxy'] {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    const family = isIP(address);
    const most = family === 6 ? 128 : 32;
    const size = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN;
    if (family === 0 || !(size >= 1 && size <= most)) {
      refuse('TRUSTED_PROXIES must be addresses or ranges (10.0.0.2, 10.0.0.0/8), separated by commas.');
      break;
    }
    list.addSubnet(address, size, family === 6 ? 'ipv6' : 'ipv4');
  }
  return function isProxy(address) {
    const family = isIP(address);
    return family !== 0 && list.check(address, family === 6 ? 'ipv6' : 'ipv4');
  };
}

/** What stands between commas, without the spaces around it. */
export function readList(value: string | undefined): string[] {
  return (value ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
}
