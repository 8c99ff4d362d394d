import { writeListCurl } from '../../api/curl.ts';
import { quoteForShell } from '../../lib/shell.ts';

/**
 * A command that asks SignalWire itself for the list and picks one conference out of it.
 *
 * @param origin of the space, for example `https://acme.signalwire.com`
 */
export function writeCurl(id: string, origin: string): string {
  const list = writeListCurl(origin, { from: null, until: null });
  return `${list} \\\n  | jq --arg id ${quoteForShell(id)} '.data[] | select(.id == $id)'`;
}
