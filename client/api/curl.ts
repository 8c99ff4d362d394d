import { quoteForShell } from '../lib/shell.ts';
import { firstPageAddress, type UpstreamRange } from './conferences.ts';

/**
 * A command that asks SignalWire itself what the board asked of it. The credentials are words for the shell
 * to fill in: this page has never seen them.
 *
 * @param origin of the space, for example `https://acme.signalwire.com`
 */
export function writeListCurl(origin: string, range: UpstreamRange): string {
  return [
    `curl --silent --show-error --fail ${quoteForShell(`${origin}${firstPageAddress(range)}`)}`,
    `  --user "$SIGNALWIRE_PROJECT_ID:$SIGNALWIRE_API_TOKEN"`,
  ].join(' \\\n');
}
