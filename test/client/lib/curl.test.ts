import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quoteForShell, writeFindCurl, writeListCurl } from '../../../client/lib/curl.ts';
import { createSimulator } from '../../../server/simulator/simulator.ts';

const run = promisify(execFile);

const simulator = createSimulator({ conferences: 2_300 });
let origin = '';
let last = '';
beforeAll(async () => {
  origin = await simulator.listen();
  // The oldest stands on the last page.
  last = simulator.add({ name: `It's "last"`, created_at: '1999-01-01T00:00:00Z' });
});
afterAll(() => simulator.close());

/** What a shell prints of the commands, with the credentials of the space; curl and jq are real. */
async function paste(commands: string): Promise<string> {
  const { projectId, apiToken } = simulator.credentials;
  const env = { ...process.env, SIGNALWIRE_PROJECT_ID: projectId, SIGNALWIRE_API_TOKEN: apiToken };
  const { stdout } = await run('sh', ['-c', commands], { env, maxBuffer: 1e8 });
  return stdout;
}

describe('the command for one conference', () => {
  it('finds a conference beyond the first thousand, and stops there', async () => {
    simulator.clearRequests();
    const printed = JSON.parse(await paste(writeFindCurl(last, origin)));
    expect(printed).toMatchObject({ id: last, name: `It's "last"` });
    const asked = simulator.requestsSeen;
    expect(asked).toBeGreaterThanOrEqual(1);
    expect(asked).toBeLessThanOrEqual(3);
  });

  it.each(['nobody', `'; rm -rf "$HOME"; '`, '-n\n$(id)'])(
    'looks on every page for an id that is not there, and ends: %j',
    async (id) => {
      simulator.clearRequests();
      expect(await paste(writeFindCurl(id, origin))).toBe('');
      expect(simulator.requestsSeen).toBe(3);
    },
  );

  it('sends the credentials to no other host, whatever a link says', () => {
    const commands = writeFindCurl('a', 'https://acme.signalwire.com');
    expect(commands.match(/https?:/g)).toEqual(['https:']);
    expect(commands).toContain(`"$list?$query"`);
  });

  it('names the credentials and never holds them', () => {
    expect(writeFindCurl('a', 'https://acme.signalwire.com')).toContain(
      '--user "$SIGNALWIRE_PROJECT_ID:$SIGNALWIRE_API_TOKEN"',
    );
  });
});

it('the command for the list writes what was asked of SignalWire, with the credentials as words', () => {
  const range = { from: Date.parse('2026-11-23T10:00:00Z'), until: null };
  expect(writeListCurl('https://acme.signalwire.com', range)).toBe(
    "curl --silent --show-error --fail 'https://acme.signalwire.com/api/video/conferences?include_active_session=true&page_size=1000&starts_after=2026-11-23T10%3A00%3A00Z' \\\n" +
      '  --user "$SIGNALWIRE_PROJECT_ID:$SIGNALWIRE_API_TOKEN"',
  );
});

describe('quoting for a shell', () => {
  it.each([
    'plain',
    "it's",
    "'; echo gone; '",
    '$(id) `id` $HOME "x" \\',
    'two\nlines\ttab',
    '-n',
    '',
    '日本 👩‍👩‍👧',
  ])('hands %j to a program as it is', (text) => {
    const output = execFileSync('sh', ['-c', `printf %s ${quoteForShell(text)}`], { encoding: 'utf8' });
    expect(output).toBe(text);
  });

  it('drops NUL, which no program can be given', () => {
    expect(quoteForShell('a\u0000b')).toBe("'ab'");
  });
});
