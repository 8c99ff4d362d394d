import { CONFERENCES_PATH, MAX_PAGE_SIZE } from '#contract/values.ts';
import { quoteForShell } from '../../lib/shell.ts';

/**
 * Commands that ask SignalWire itself for the list, page by page, until one conference is found in it. Of the link to
 * the next page only the query is used: the credentials go to no other host.
 *
 * @param origin of the space, for example `https://acme.signalwire.com`
 */
export function writeCurl(id: string, origin: string): string {
  const query = new URLSearchParams({ include_active_session: 'true', page_size: String(MAX_PAGE_SIZE) });
  return `list=${quoteForShell(origin + CONFERENCES_PATH)}
query=${quoteForShell(query.toString())}
while [ -n "$query" ]; do
  page=$(curl --silent --show-error --fail "$list?$query" --user "$SIGNALWIRE_PROJECT_ID:$SIGNALWIRE_API_TOKEN") || break
  printf '%s' "$page" | jq --exit-status --arg id ${quoteForShell(id)} '.data[] | select(.id == $id)' && break
  query=$(printf '%s' "$page" | jq --raw-output '.links.next // "" | split("?")[1] // ""')
done
`;
}
