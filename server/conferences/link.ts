import { CONFERENCES_PATH, QUERY_PARAMETERS } from '#contract/values.ts';

/**
 * An upstream's link as a reference to our own route: the same bytes under every host name. Only the query of
 * the link is used, and of it only the six parameters, so that a link can lead nowhere else.
 */
export function writeLink(upstreamLink: string): string {
  const [beforeFragment = ''] = upstreamLink.split('#', 1);
  const start = beforeFragment.indexOf('?');
  const given = new URLSearchParams(start === -1 ? '' : beforeFragment.slice(start + 1));
  const kept = new URLSearchParams();
  for (const name of QUERY_PARAMETERS) {
    const value = given.get(name);
    if (value !== null) kept.set(name, value);
  }
  return kept.size === 0 ? CONFERENCES_PATH : `${CONFERENCES_PATH}?${kept}`;
}
