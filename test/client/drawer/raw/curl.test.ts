import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeCurl } from '../../../../client/drawer/raw/curl.ts';
import { createSimulator } from '../../../../server/simulator/simulator.ts';

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

describe('Copy as curl', () => {
  it('finds a conference beyond the first thousand, and stops there', async () => {
    simulator.clearRequests();
    const printed = JSON.parse(await paste(writeCurl(last, origin)));
    expect(printed).toMatchObject({ id: last, name: `It's "last"` });
    const asked = simulator.requestsSeen;
    expect(asked).toBeGreaterThanOrEqual(1);
    expect(asked).toBeLessThanOrEqual(3);
  });

  it.each(['nobody', `'; rm -rf "$HOME"; '`, '-n\n$(id)'])(
    'looks on every page for an id that is not there, and ends: %j',
    async (id) => {
      simulator.clearRequests();
      expect(await paste(writeCurl(id, origin))).toBe('');
      expect(simulator.requestsSeen).toBe(3);
    },
  );

  it('sends the credentials to no other host, whatever a link says', () => {
    const commands = writeCurl('a', 'https://acme.signalwire.com');
    expect(commands.match(/https?:/g)).toEqual(['https:']);
    expect(commands).toContain(`"$list?$query"`);
  });

  it('names the credentials and never holds them', () => {
    expect(writeCurl('a', 'https://acme.signalwire.com')).toContain(
      '--user "$SIGNALWIRE_PROJECT_ID:$SIGNALWIRE_API_TOKEN"',
    );
  });
});
