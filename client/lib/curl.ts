import { CONFERENCES_PATH, MAX_PAGE_SIZE } from '#contract/values.ts';

/** What SignalWire can filter by, ms; null where the range is open. */
export interface UpstreamRange {
  readonly from: number | null;
  readonly until: number | null;
}

/**
 * A command that asks SignalWire itself for the list. The credentials are words for the shell to fill in: this page has
 * never seen them.
 *
 * @param origin of the space, for example `https://acme.signalwire.com`
 */
export function writeListCurl(origin: string, { from, until }: UpstreamRange): string {
  const query = wholePages();
  if (from !== null) query.set('starts_after', toUpstream(from));
  if (until !== null) query.set('ends_before', toUpstream(until));
  return [
    `curl --silent --show-error --fail ${quoteForShell(`${origin}${CONFERENCES_PATH}?${query}`)}`,
    `  --user "$SIGNALWIRE_PROJECT_ID:$SIGNALWIRE_API_TOKEN"`,
  ].join(' \\\n');
}

/** An instant as SignalWire takes it: RFC 3339 in UTC. */
function toUpstream(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

/**
 * Commands that ask SignalWire itself for the list, page by page, until one conference is found in it. Of the link to
 * the next page only the query is used: the credentials go to no other host.
 *
 * @param origin of the space, for example `https://acme.signalwire.com`
 */
export function writeFindCurl(id: string, origin: string): string {
  const query = wholePages();
  return `list=${quoteForShell(origin + CONFERENCES_PATH)}
query=${quoteForShell(query.toString())}
while [ -n "$query" ]; do
  page=$(curl --silent --show-error --fail "$list?$query" --user "$SIGNALWIRE_PROJECT_ID:$SIGNALWIRE_API_TOKEN") || break
  printf '%s' "$page" | jq --exit-status --arg id ${quoteForShell(id)} '.data[] | select(.id == $id)' && break
  query=$(printf '%s' "$page" | jq --raw-output '.links.next // "" | split("?")[1] // ""')
done
`;
}

function wholePages(): URLSearchParams {
  return new URLSearchParams({ include_active_session: 'true', page_size: String(MAX_PAGE_SIZE) });
}

/** A text as one word of a POSIX shell: within single quotes nothing has a meaning. NUL cannot be passed. */
export function quoteForShell(text: string): string {
  return `'${text.replaceAll('\u0000', '').replaceAll("'", String.raw`'\''`)}'`;
}
