import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { writeCurl } from '../../../../client/drawer/raw/curl.ts';

/** The words that a shell makes of the command, with curl and jq replaced by one that prints its arguments. */
function readWords(command: string): string[] {
  const script = `curl() { printf '%s\\0' curl "$@"; }; jq() { cat; printf '%s\\0' jq "$@"; }; ${command}`;
  const env = { SIGNALWIRE_PROJECT_ID: 'project', SIGNALWIRE_API_TOKEN: "to'ken" };
  return execFileSync('sh', ['-c', script], { encoding: 'utf8', env }).split('\0').slice(0, -1);
}

describe('Copy as curl', () => {
  it.each(['0c1d7d1e-0003-4000-8000-000000000003', `'; rm -rf "$HOME"; '`, '-n\n$(id)'])(
    'asks for the list and picks %j, as one word each',
    (id) => {
      expect(readWords(writeCurl(id, 'https://acme.signalwire.com'))).toEqual([
        'curl',
        '--silent',
        '--show-error',
        '--fail',
        'https://acme.signalwire.com/api/video/conferences?include_active_session=true&page_size=1000',
        '--user',
        "project:to'ken",
        'jq',
        '--arg',
        'id',
        id,
        '.data[] | select(.id == $id)',
      ]);
    },
  );

  it('names the credentials and never holds them', () => {
    expect(writeCurl('a', 'https://acme.signalwire.com')).toContain(
      '--user "$SIGNALWIRE_PROJECT_ID:$SIGNALWIRE_API_TOKEN"',
    );
  });
});
