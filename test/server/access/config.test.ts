import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../../server/config.ts';
import { createUsersFile } from '../../support/visitor.ts';

type Env = Record<string, string | undefined>;

const SITE = { PUBLIC_URL: 'https://board.example.org', TRUSTED_PROXIES: '127.0.0.1' };
const { path: USERS_FILE } = await createUsersFile();
const LOCAL: Env = { ...SITE, AUTH_MODE: 'local', USERS_FILE };
const OIDC: Env = {
  ...SITE,
  AUTH_MODE: 'oidc',
  OIDC_ISSUER: 'https://id.example.org',
  OIDC_CLIENT_ID: 'callboard',
  OIDC_CLIENT_SECRET: 'secret',
  ALLOWED_GROUPS: 'ops',
};
const PROXY: Env = {
  ...SITE,
  AUTH_MODE: 'proxy',
  PROXY_USER_HEADER: 'X-Forwarded-User',
  PROXY_SECRET: 'a-secret-that-nobody-guesses-0123456789',
};

/** The sentences by which a configuration is refused; none when it is not. */
function refusalsOf(env: Env): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.sentences;
    throw error;
  }
}

describe('a board that a network reaches', () => {
  const hosts = [
    '0.0.0.0',
    '::',
    '0',
    '::ffff:0.0.0.0',
    '[::]',
    '0x0',
    '192.168.1.20',
    'board.lan',
    '::ffff:10.0.0.1',
  ];

  it.each(hosts)('is refused on %s while nobody has to sign in', (HOST) => {
    expect(refusalsOf({ HOST })).toEqual([
      expect.stringMatching(/^HOST must be a loopback address .*AUTH_MODE/),
    ]);
    expect(refusalsOf({ HOST, AUTH_MODE: 'none' })).toEqual([expect.stringMatching(/^HOST /)]);
  });

  it.each(hosts)('is refused on %s without PUBLIC_URL, whatever the mode', (HOST) => {
    for (const env of [LOCAL, OIDC, PROXY])
      expect(refusalsOf({ ...env, HOST, PUBLIC_URL: undefined })).toContainEqual(
        expect.stringMatching(/^PUBLIC_URL is missing/),
      );
  });

  it.each(hosts)('starts on %s when the sign-in is complete', (HOST) => {
    for (const env of [LOCAL, OIDC, PROXY]) expect(refusalsOf({ ...env, HOST })).toEqual([]);
  });

  it.each(['', ' ', undefined])('is not what an empty HOST means: %j', (HOST) => {
    expect(readConfig({ HOST }).host).toBe('127.0.0.1');
    expect(readConfig({ ...LOCAL, HOST }).host).toBe('127.0.0.1');
  });

  it('answers to the name by which people know it', () => {
    expect(readConfig({ ...LOCAL, ALLOWED_HOSTS: 'other.lan' }).allowedHosts).toEqual([
      'other.lan',
      'board.example.org',
    ]);
  });
});

describe('the settings of a sign-in', () => {
  it.each([
    ['LOCAL', LOCAL],
    ['OIDC', OIDC],
    ['PROXY', PROXY],
  ])('are enough: %s', (_, env) => {
    expect(refusalsOf(env)).toEqual([]);
  });

  it.each<[Env, RegExp]>([
    [{ AUTH_MODE: 'password' }, /^AUTH_MODE must be one of none, oidc, local, proxy\.$/],
    [{ AUTH_MODE: 'Local' }, /^AUTH_MODE /],
    [
      { ...SITE },
      /^AUTH_MODE is not set; with PUBLIC_URL and TRUSTED_PROXIES it must be oidc, local or proxy\.$/,
    ],
    [{ ...PROXY, AUTH_MODE: ' ' }, /^AUTH_MODE is not set; with .* and PROXY_SECRET it must be proxy\.$/],
    [{ USERS_FILE }, /^AUTH_MODE is not set; with USERS_FILE it must be /],
    [{ USERS_FILE, AUTH_MODE: 'none' }, /^USERS_FILE is for AUTH_MODE=oidc or local or proxy, .* is none/],
    [
      { ...LOCAL, OIDC_ISSUER: 'https://id.example.org' },
      /^OIDC_ISSUER is for AUTH_MODE=oidc, and AUTH_MODE is local/,
    ],
    [{ ...PROXY, ALLOWED_GROUPS: 'ops' }, /^ALLOWED_GROUPS is for /],
    [{ ...OIDC, PROXY_SECRET: 'x' }, /^PROXY_SECRET is for /],
    [{ ...LOCAL, USERS_FILE: undefined }, /^USERS_FILE is missing/],
    [
      { ...LOCAL, USERS_FILE: '/nowhere/users.json' },
      /^USERS_FILE \(\/nowhere\/users\.json\) is not there: /,
    ],
    [
      { ...OIDC, USERS_FILE: 'package.json' },
      /^USERS_FILE \(package\.json\) is not as "npm run users" writes it/,
    ],
    [{ ...OIDC, USERS_FILE: 'README.md' }, /^USERS_FILE \(README\.md\) is not as "npm run users" writes it/],
    [{ ...LOCAL, USERS_FILE: 'server' }, /^USERS_FILE \(server\) cannot be read \(EISDIR\)\.$/],
    [{ ...LOCAL, PUBLIC_URL: 'http://board.example.org' }, /^PUBLIC_URL must be https/],
    [{ ...LOCAL, PUBLIC_URL: 'https://board.example.org/callboard' }, /^PUBLIC_URL .*BASE_PATH/],
    [{ ...LOCAL, PUBLIC_URL: 'https://alice:pw@board.example.org' }, /^PUBLIC_URL /],
    [{ ...LOCAL, PUBLIC_URL: 'https://board.example.org?x' }, /^PUBLIC_URL /],
    [{ ...LOCAL, PUBLIC_URL: 'ftp://board.example.org' }, /^PUBLIC_URL /],
    [{ ...LOCAL, PUBLIC_URL: 'board.example.org' }, /^PUBLIC_URL /],
    [{ ...LOCAL, BASE_PATH: 'callboard' }, /^BASE_PATH /],
    [{ ...LOCAL, BASE_PATH: '//evil.example' }, /^BASE_PATH /],
    [{ ...LOCAL, BASE_PATH: '/a/../b' }, /^BASE_PATH /],
    [{ ...LOCAL, TRUSTED_PROXIES: undefined }, /^TRUSTED_PROXIES is missing/],
    [{ ...LOCAL, TRUSTED_PROXIES: 'proxy.lan' }, /^TRUSTED_PROXIES must be addresses/],
    [{ ...LOCAL, TRUSTED_PROXIES: '0.0.0.0/0' }, /^TRUSTED_PROXIES must be addresses/],
    [{ ...LOCAL, TRUSTED_PROXIES: '10.0.0.0/33' }, /^TRUSTED_PROXIES must be addresses/],
    [{ ...LOCAL, METRICS_TOKEN: 'short' }, /^METRICS_TOKEN must have at least 32/],
    [{ ...OIDC, OIDC_ISSUER: undefined }, /^OIDC_ISSUER /],
    [{ ...OIDC, OIDC_ISSUER: 'http://id.example.org' }, /^OIDC_ISSUER /],
    [{ ...OIDC, OIDC_CLIENT_ID: undefined }, /^OIDC_CLIENT_ID is missing/],
    [{ ...OIDC, OIDC_CLIENT_SECRET: undefined }, /^OIDC_CLIENT_SECRET is missing/],
    [
      { ...OIDC, OIDC_CLIENT_SECRET_FILE: 'package.json' },
      /^OIDC_CLIENT_SECRET and OIDC_CLIENT_SECRET_FILE are both set/,
    ],
    [{ ...OIDC, OIDC_SCOPE: 'email' }, /^OIDC_SCOPE /],
    [{ ...OIDC, ALLOWED_GROUPS: ' , ' }, /^ALLOWED_GROUPS, ALLOWED_EMAILS or ALLOWED_DOMAINS must say/],
    [{ ...OIDC, ALLOWED_DOMAINS: '*' }, /^ALLOWED_DOMAINS /],
    [{ ...OIDC, ALLOWED_DOMAINS: '@example.org' }, /^ALLOWED_DOMAINS /],
    [{ ...PROXY, PROXY_USER_HEADER: undefined }, /^PROXY_USER_HEADER /],
    [{ ...PROXY, PROXY_USER_HEADER: 'X_Forwarded_User' }, /^PROXY_USER_HEADER /],
    [{ ...PROXY, PROXY_SECRET: undefined }, /^PROXY_SECRET is missing/],
    [{ ...PROXY, PROXY_SECRET: 'short' }, /^PROXY_SECRET must have at least 32/],
    [
      { ...PROXY, PUBLIC_URL: 'http://127.0.0.1:8080', TRUSTED_PROXIES: undefined },
      /^TRUSTED_PROXIES is missing/,
    ],
  ])('are refused with one sentence: %j', (env, sentence) => {
    // With no mode there is nothing that the others could be checked against.
    expect(refusalsOf(env)).toEqual([expect.stringMatching(sentence)]);
  });

  it('name everything that is missing at once', () => {
    const names = refusalsOf({ AUTH_MODE: 'oidc' }).map((sentence) => sentence.split(' ')[0]);
    expect(names).toEqual([
      'PUBLIC_URL',
      'ALLOWED_GROUPS,',
      'OIDC_CLIENT_ID',
      'OIDC_ISSUER',
      'OIDC_CLIENT_SECRET',
    ]);
  });

  it('know the proxies by address and by range, also as IPv6 writes them', () => {
    const { access } = readConfig({ ...LOCAL, TRUSTED_PROXIES: '127.0.0.1, 10.1.0.0/16, fd00::/8' });
    if (access.mode === 'none') throw new Error('There should be a sign-in.');
    const isProxy = access.site.isProxy;
    const known = ['127.0.0.1', '::ffff:127.0.0.1', '10.1.255.1', '::ffff:10.1.2.3', 'fd12::1'];
    expect(known.filter((address) => !isProxy(address))).toEqual([]);
    expect(
      ['127.0.0.2', '10.2.0.1', '::1', 'fe80::1', '', 'unknown', '10.1.1.1, 1.1.1.1'].filter(isProxy),
    ).toEqual([]);
  });
});
