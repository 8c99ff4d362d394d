import { CONFERENCES_PATH, MAX_PAGE_SIZE } from '#contract/values.ts';
import { quoteForShell } from '../../../lib/shell.ts';

/**
 * A command that asks SignalWire itself for the list and picks one conference out of it. The credentials are
 * words for the shell to fill in: this page has never seen them.
 *
 * @param origin of the space, for example `https://acme.signalwire.com`
 */
export function writeCurl(id: string, origin: string): string {
  const address = `${origin}${CONFERENCES_PATH}?include_active_session=true&page_size=${MAX_PAGE_SIZE}`;
  return [
    `curl --silent --show-error --fail ${quoteForShell(address)}`,
    `  --user "$SIGNALWIRE_PROJECT_ID:$SIGNALWIRE_API_TOKEN"`,
    `  | jq --arg id ${quoteForShell(id)} '.data[] | select(.id == $id)'`,
  ].join(' \\\n');
}
