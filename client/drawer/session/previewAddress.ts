/** What may be done with a preview's address: load it, or only show it as text, and why. */
export type PreviewAddress = { kind: 'loadable'; url: string } | { kind: 'refused'; why: string };

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/;

/**
 * Judges a preview's address. Only https on the space's own host is loaded; plain http only when the space
 * itself is the simulator of this machine. Nothing else may become a picture or a link.
 *
 * @param origin of the space: `https://acme.signalwire.com`, or a loopback http one
 */
export function readPreviewAddress(text: string, origin: string): PreviewAddress {
  const url = URL.parse(text);
  const space = URL.parse(origin);
  if (url === null) return refuse('it is no web address');
  const simulated = url.protocol === 'http:' && LOOPBACK.test(url.hostname) && url.origin === space?.origin;
  if (url.protocol !== 'https:' && !simulated)
    return refuse(`only https is loaded, and it is ${url.protocol}`);
  if (url.username !== '' || url.password !== '') return refuse('it carries a user name or a password');
  if (url.origin !== space?.origin) return refuse(`it lies on ${url.host}, not on the space's own host`);
  url.hash = '';
  return { kind: 'loadable', url: url.href };
}

function refuse(why: string): PreviewAddress {
  return { kind: 'refused', why };
}
