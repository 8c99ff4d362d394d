import { isLoopback } from './loopback.ts';

/**
 * The origin of a SignalWire space that was given as its name (`acme`), its host (`acme.signalwire.com`),
 * that host's address, or a local server (`http://127.0.0.1:4010`); null for anything else: every request carries
 * the credentials, and a slip of the pen must not send them to a stranger.
 */
export function readSpace(text: string): string | null {
  if (/^[a-z\d](?:[a-z\d-]*[a-z\d])?$/i.test(text)) return `https://${text.toLowerCase()}.signalwire.com`;
  const url = readUrl(text.includes('://') ? text : `https://${text}`);
  if (url?.protocol === 'https:')
    return /^(?:[a-z\d-]+\.)+signalwire\.com$/.test(url.host) ? url.origin : null;
  return url === null ? null : url.origin;
}

/** Any other origin that somebody decided to trust with the credentials; null for what is none. */
export function readOrigin(text: string): string | null {
  return readUrl(text)?.origin ?? null;
}

/** An address of a host and no more, by https; plain http leads to this machine alone. */
function readUrl(text: string): URL | null {
  const url = URL.parse(text);
  if (url === null || url.pathname !== '/' || url.search + url.hash + url.username + url.password !== '')
    return null;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)) ? url : null;
}
