import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../server/config.ts';

const complete = {
  SIGNALWIRE_SPACE: 'acme',
  SIGNALWIRE_PROJECT_ID: 'b08dacad-5a3b-4d0c-8c5f-0f2c1c5e7f11',
  SIGNALWIRE_API_TOKEN: 'PT0123456789abcdef0123456789',
};

function readProblems(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.sentences;
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  it('is a demo on loopback when nothing is set', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ upstream: null, host: '127.0.0.1', port: 3000, cacheSeconds: 5 });
    expect(config).toMatchObject({ refreshSeconds: 15, mostConferences: 200_000 });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('treats empty variables as absent', () => {
    expect(readConfig({ HOST: '', PORT: '', SIGNALWIRE_SPACE: ' ', SIGNALWIRE_API_TOKEN: '' })).toEqual(
      readConfig({}),
    );
  });

  it.each([
    ['acme', 'https://acme.signalwire.com'],
    ['Acme', 'https://acme.signalwire.com'],
    ['acme.signalwire.com', 'https://acme.signalwire.com'],
    ['https://acme.signalwire.com/', 'https://acme.signalwire.com'],
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
    ['http://localhost:4010', 'http://localhost:4010'],
    ['http://[::1]:4010', 'http://[::1]:4010'],
  ])('reads the space %s as %s', (space, origin) => {
    expect(readConfig({ ...complete, SIGNALWIRE_SPACE: space }).upstream?.origin).toBe(origin);
  });

  it.each([
    'http://acme.signalwire.com',
    'http://10.0.0.5:4010',
    'https://user:secret@acme.signalwire.com',
    'https://acme.signalwire.com/api',
    'https://acme.signalwire.com?x=1',
    'ftp://acme.signalwire.com',
    'acme signalwire',
    '-acme',
    'https://10.0.0.5',
    'https://evil.example',
    'evil.example',
    'https://acme.signalwire.com.evil.example',
    'https://evilsignalwire.com',
    'signalwire.com',
    'https://acme.signalwire.com:8443',
  ])('refuses the space %s in a sentence', (space) => {
    expect(readProblems({ ...complete, SIGNALWIRE_SPACE: space })).toEqual([
      expect.stringMatching(/^SIGNALWIRE_SPACE must be .+\.$/),
    ]);
  });

  it.each(['https://signalwire.example.org', 'https://10.0.0.5:8443', 'http://127.0.0.1:4010'])(
    'sends the credentials to %s when SIGNALWIRE_ORIGIN says so',
    (origin) => {
      expect(readConfig({ ...complete, SIGNALWIRE_ORIGIN: `${origin}/` }).upstream?.origin).toBe(origin);
    },
  );

  it.each([
    'http://signalwire.example.org',
    'signalwire.example.org',
    'https://signalwire.example.org/api',
    'https://user:secret@signalwire.example.org',
  ])('refuses the origin %s in a sentence', (origin) => {
    expect(readProblems({ ...complete, SIGNALWIRE_ORIGIN: origin })).toEqual([
      expect.stringMatching(/^SIGNALWIRE_ORIGIN must be .+\.$/),
    ]);
  });

  it('is no demo when only SIGNALWIRE_ORIGIN is set', () => {
    expect(readProblems({ SIGNALWIRE_ORIGIN: 'https://signalwire.example.org' })).toHaveLength(3);
  });

  it.each(['"', "'", '`'])('takes off the quotes %s that were left in a value', (quote) => {
    const quoted = Object.entries({ ...complete, PORT: '4000' }).map(([name, value]) => [
      name,
      `${quote}${value}${quote}`,
    ]);
    expect(readConfig(Object.fromEntries(quoted))).toEqual(readConfig({ ...complete, PORT: '4000' }));
  });

  it.each(Object.keys(complete))('names %s when a quote is left at one end of it', (name) => {
    expect(readProblems({ ...complete, [name]: `"${Reflect.get(complete, name)}` })).toEqual([
      expect.stringMatching(`^${name} must be`),
    ]);
  });

  it.each(['t', 'PT', 'PT0123456789abcdef0'])('refuses the token %s: it is too short to be one', (token) => {
    expect(readProblems({ ...complete, SIGNALWIRE_API_TOKEN: token })).toEqual([
      expect.stringMatching(/^SIGNALWIRE_API_TOKEN must have at least 20 characters/),
    ]);
  });

  it.each(['signalwire_space', 'SIGNALWIRE_TOKEN', 'SIGNALWIRE_PROJECT_KEY'])(
    'names %s, which nobody reads, in place of a demo',
    (name) => {
      expect(readProblems({ [name]: 'acme' })).toEqual([expect.stringMatching(`^${name} is unknown`)]);
      expect(readProblems({ ...complete, [name]: 'acme' })).toEqual([]);
    },
  );

  it.each(Object.keys(complete))('names %s when it alone is missing', (name) => {
    expect(readProblems({ ...complete, [name]: '' })).toEqual([expect.stringMatching(`^${name} is missing`)]);
  });

  it('reads each credential from a file as well', () => {
    const folder = mkdtempSync(join(tmpdir(), 'callboard-'));
    writeFileSync(join(folder, 'token'), '\uFEFF"PTfromfile0123456789"\n');
    const { SIGNALWIRE_API_TOKEN: _, ...others } = complete;
    const env = { ...others, SIGNALWIRE_API_TOKEN_FILE: join(folder, 'token') };
    expect(readConfig(env).upstream?.apiToken).toBe('PTfromfile0123456789');
  });

  it('refuses a credential file that is not there, or that stands beside the variable', () => {
    expect(readProblems({ ...complete, SIGNALWIRE_API_TOKEN_FILE: '/nowhere' })).toEqual([
      expect.stringMatching(/SIGNALWIRE_API_TOKEN_FILE are both set/),
      'SIGNALWIRE_API_TOKEN_FILE cannot be read.',
    ]);
  });

  it('shows a demo in production only when told to', () => {
    expect(readProblems({ NODE_ENV: 'production' })).toEqual([expect.stringContaining('DEMO=1')]);
    expect(readConfig({ NODE_ENV: 'production', DEMO: '1' }).upstream).toBeNull();
  });

  it.each([
    'localhost',
    'LOCALHOST',
    '127.0.0.1',
    '127.8.8.8',
    '127.1',
    '::1',
    '[::1]',
    '0:0:0:0:0:0:0:1',
    '::ffff:127.0.0.1',
  ])('listens on the loopback host %s', (host) => {
    expect(readProblems({ HOST: host })).toEqual([]);
  });

  it.each([
    '0.0.0.0',
    '0',
    '0x0',
    '::',
    '[::]',
    '0:0:0:0:0:0:0:0',
    '::ffff:0.0.0.0',
    '192.168.1.5',
    '10.1',
    'fe80::1',
    'fe80::1%eth0',
    'example.org',
    '*',
    '0.0.0.0:3000',
    '127.0.0.1.nip.io',
    'localhost.example.org',
  ])('refuses to listen on %s', (host) => {
    expect(readProblems({ HOST: host })).toEqual([expect.stringMatching(/^HOST must be a loopback address/)]);
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '3e3'],
    ['PORT', '-1'],
    ['CACHE_SECONDS', '1.5'],
    ['CACHE_SECONDS', '301'],
    ['CONFERENCE_URL', 'http://rooms.example.org/{name}'],
    ['CONFERENCE_URL', 'https://rooms.example.org/'],
    ['CONFERENCE_URL', 'https://{name}.example.org/'],
    ['CONFERENCE_URL', 'https://me:secret@rooms.example.org/{id}'],
    ['CONFERENCE_URL', 'rooms/{id}'],
    ['REFRESH_SECONDS', '0'],
    ['REFRESH_SECONDS', '3601'],
    ['MAX_CONFERENCES', '0'],
    ['MAX_CONFERENCES', '1000001'],
    ['MAX_CONFERENCES', 'all'],
    ['LOG_LEVEL', 'loud'],
    ['ALLOWED_HOSTS', 'https://board.example.org'],
    ['ALLOWED_HOSTS', '*'],
    ['NODE_TLS_REJECT_UNAUTHORIZED', '0'],
    ['NODE_DEBUG', 'http'],
    ['NODE_DEBUG', 'timers,net'],
    ['NODE_DEBUG', '*'],
    ['NODE_DEBUG_NATIVE', 'tls'],
  ])('refuses %s=%s in one sentence that names it', (name, value) => {
    expect(readProblems({ ...complete, [name]: value })).toEqual([
      expect.stringMatching(`^${name}\\b.+\\.$`),
    ]);
  });

  it('names every bad variable at once', () => {
    expect(readProblems({ PORT: 'x', HOST: '::', LOG_LEVEL: 'loud' })).toHaveLength(3);
  });

  it('never repeats a secret in a sentence', () => {
    const secret = 'PT secret with spaces';
    expect(readProblems({ ...complete, SIGNALWIRE_API_TOKEN: secret }).join()).not.toContain('secret');
  });
});
