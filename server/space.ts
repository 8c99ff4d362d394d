import { isLoopback } from './loopback.ts';

/**
 * The origin of a SignalWire space that was given as its name (`acme`), its host (`acme.signalwire.com`),
 * that host's address, or a local server (`http://127.0.0.1:4010`); null for anything else. Plain http leads
 * to this machine alone, for every request carries the credentials.
 */
export function readSpace(text: string): string | null {
  if (/^[a-z\d](?:[a-z\d-]*[a-z\d])?$/i.test(text)) return `https://${text.toLowerCase()}.signalwire.com`;
  const url = URL.parse(text.includes('://') ? text : `https://${text}`);
  if (url === null || url.pathname !== '/' || url.search + url.hash + url.username + url.password !== '')
    return null;
  if (url.protocol === 'http:' && isLoopback(url.hostname)) return url.origin;
  const isPublicName = /^(?:[a-z\d-]+\.)+[a-z][a-z\d-]*$/.test(url.hostname) && url.port === '';
  return url.protocol === 'https:' && isPublicName ? url.origin : null;
}
