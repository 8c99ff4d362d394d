import { isLoopback } from '../loopback.ts';
import { COST, type Cost } from './passwords.ts';
import { type Reading, readList, readSite, type Site } from './site.ts';
import { explainUsersFile, readUsersFile } from './users.ts';

/** Bounds of a session, in ms; tests set them short. */
export interface SessionTimes {
  /** without an act of the person */
  idleMs: number;
  /** in all */
  longestMs: number;
}

interface Signed {
  site: Site;
  times: SessionTimes;
  /** users and screens; null: no screens */
  usersFile: string | null;
  /** with which a monitoring system reads the figures; null: it has none */
  metricsToken: string | null;
}

export interface OidcConfig extends Signed {
  mode: 'oidc';
  issuer: string;
  clientId: string;
  clientSecret: string;
  scope: string;
  groupsClaim: string;
  allowed: { groups: readonly string[]; emails: readonly string[]; domains: readonly string[] };
  admins: { groups: readonly string[]; emails: readonly string[] };
}

export interface LocalConfig extends Signed {
  mode: 'local';
  usersFile: string;
  /** of a guess at a password; tests set it low */
  cost: Cost;
}

export interface ProxyConfig extends Signed {
  mode: 'proxy';
  /** lower case; the proxy writes the user's name into it */
  userHeader: string;
  secret: string;
  admins: readonly string[];
}

/** Who may look. `none`: whoever reaches the port, so it is a loopback one. */
export type AccessConfig = { mode: 'none' } | SignedConfig;
export type SignedConfig = OidcConfig | LocalConfig | ProxyConfig;

const MODES = ['none', 'oidc', 'local', 'proxy'] as const;
type Mode = (typeof MODES)[number];

export const SESSION_TIMES: SessionTimes = { idleMs: 30 * 60_000, longestMs: 12 * 3_600_000 };

/** Characters of a secret that somebody else must not guess. */
const SHORTEST_SECRET = 32;
const SHORTEST_REDACTED = 16;

const SIGNED_MODES: readonly Mode[] = ['oidc', 'local', 'proxy'];

/** In which modes each variable means something. */
const VARIABLES: Readonly<Record<string, readonly Mode[]>> = {
  PUBLIC_URL: SIGNED_MODES,
  BASE_PATH: SIGNED_MODES,
  TRUSTED_PROXIES: SIGNED_MODES,
  USERS_FILE: SIGNED_MODES,
  METRICS_TOKEN: SIGNED_MODES,
  METRICS_TOKEN_FILE: SIGNED_MODES,
  OIDC_ISSUER: ['oidc'],
  OIDC_CLIENT_ID: ['oidc'],
  OIDC_CLIENT_SECRET: ['oidc'],
  OIDC_CLIENT_SECRET_FILE: ['oidc'],
  OIDC_SCOPE: ['oidc'],
  OIDC_GROUPS_CLAIM: ['oidc'],
  ALLOWED_GROUPS: ['oidc'],
  ALLOWED_EMAILS: ['oidc'],
  ALLOWED_DOMAINS: ['oidc'],
  ADMIN_GROUPS: ['oidc'],
  ADMIN_EMAILS: ['oidc'],
  PROXY_USER_HEADER: ['proxy'],
  PROXY_SECRET: ['proxy'],
  PROXY_SECRET_FILE: ['proxy'],
  ADMIN_USERS: ['proxy'],
};

/** Reads who may look. What is missing or contradicts itself is refused, one sentence a variable. */
export function readAccess(reading: Reading): AccessConfig {
  const { env, refuse } = reading;
  const mode = readMode(env.AUTH_MODE, refuse);
  if (mode === null) return { mode: 'none' };
  const used = Object.entries(VARIABLES).filter(([name]) => env[name]?.trim());
  if (!env.AUTH_MODE?.trim() && used.length > 0) {
    const names = used.map(([name]) => name);
    const fitting = SIGNED_MODES.filter((one) => used.every(([, modes]) => modes.includes(one)));
    refuse(
      `AUTH_MODE is not set; with ${writeList(names, 'conjunction')} it must be ${writeList(fitting, 'disjunction')}.`,
    );
    return { mode: 'none' };
  }
  for (const [name, modes] of used)
    if (!modes.includes(mode))
      refuse(`${name} is for AUTH_MODE=${modes.join(' or ')}, and AUTH_MODE is ${mode}: remove one of them.`);
  if (mode === 'none') return { mode };
  const site = readSite(reading);
  const times = SESSION_TIMES;
  const usersFile = readUsersPath(env.USERS_FILE, refuse);
  const metricsToken = reading.readSecret('METRICS_TOKEN') ?? null;
  if (metricsToken !== null) requireStrong('METRICS_TOKEN', metricsToken, refuse);
  const common = { site, times, usersFile, metricsToken };
  const secret = (name: string) => {
    const text = reading.readSecret(name);
    if (text === undefined) refuse(`${name} is missing: AUTH_MODE=${mode} needs it.`);
    return text ?? '';
  };

  if (mode === 'local') {
    if (usersFile === null)
      refuse(
        'USERS_FILE is missing: AUTH_MODE=local needs it (npm run users -- --help says how to make it).',
      );
    return { mode, ...common, usersFile: usersFile ?? '', cost: COST };
  }
  if (mode === 'proxy') {
    const userHeader = (env.PROXY_USER_HEADER ?? '').trim().toLowerCase();
    if (!/^[a-z][a-z0-9-]*$/.test(userHeader))
      refuse('PROXY_USER_HEADER must be the name of the header in which the proxy says who signed in.');
    const proxySecret = secret('PROXY_SECRET');
    requireStrong('PROXY_SECRET', proxySecret, refuse);
    if (!env.TRUSTED_PROXIES?.trim() && !site.origin.startsWith('https:'))
      refuse('TRUSTED_PROXIES is missing: AUTH_MODE=proxy needs the addresses that the proxy asks from.');
    const admins = readList(env.ADMIN_USERS);
    return { mode, ...common, userHeader, secret: proxySecret, admins };
  }
  const allowed = {
    groups: readList(env.ALLOWED_GROUPS),
    emails: readList(env.ALLOWED_EMAILS).map(toLower),
    domains: readList(env.ALLOWED_DOMAINS).map(toLower),
  };
  if (Object.values(allowed).every(({ length }) => length === 0))
    refuse(
      'ALLOWED_GROUPS, ALLOWED_EMAILS or ALLOWED_DOMAINS must say who may look: set at least one of them.',
    );
  if (allowed.domains.some((domain) => /[@*\s]/.test(domain)))
    refuse('ALLOWED_DOMAINS must be what stands behind the "@" (example.org), separated by commas.');
  if (!env.OIDC_CLIENT_ID?.trim()) refuse('OIDC_CLIENT_ID is missing: AUTH_MODE=oidc needs it.');
  const scope = env.OIDC_SCOPE?.trim() || 'openid email profile';
  if (!scope.split(' ').includes('openid')) refuse('OIDC_SCOPE must have "openid" in it.');
  return {
    mode,
    ...common,
    issuer: readIssuer(env.OIDC_ISSUER, refuse),
    clientId: env.OIDC_CLIENT_ID?.trim() ?? '',
    clientSecret: secret('OIDC_CLIENT_SECRET'),
    scope,
    groupsClaim: env.OIDC_GROUPS_CLAIM?.trim() || 'groups',
    allowed,
    admins: { groups: readList(env.ADMIN_GROUPS), emails: readList(env.ADMIN_EMAILS).map(toLower) },
  };
}

/** What the log must never spell. A short one could be part of anything, and would only take the log apart. */
export function secretsOf(access: AccessConfig): string[] {
  if (access.mode === 'none') return [];
  const own = access.mode === 'oidc' ? access.clientSecret : access.mode === 'proxy' ? access.secret : '';
  return [own, access.metricsToken ?? ''].filter(({ length }) => length >= SHORTEST_REDACTED);
}

/** An empty one was refused already. */
function requireStrong(name: string, secret: string, refuse: Reading['refuse']): void {
  if (secret !== '' && !(secret.length >= SHORTEST_SECRET && /^[\x21-\x7e]+$/.test(secret)))
    refuse(`${name} must have at least ${SHORTEST_SECRET} printable characters and no spaces.`);
}

function readMode(value: string | undefined, refuse: Reading['refuse']): Mode | null {
  const text = value?.trim() || 'none';
  const mode = MODES.find((known) => known === text);
  if (mode === undefined) refuse(`AUTH_MODE must be one of ${MODES.join(', ')}.`);
  return mode ?? null;
}

/** A file that cannot be read would let nobody in, and nobody would know why. */
function readUsersPath(value: string | undefined, refuse: Reading['refuse']): string | null {
  const path = value?.trim() || null;
  try {
    if (path !== null) readUsersFile(path);
  } catch (error) {
    refuse(`USERS_FILE (${path}) ${explainUsersFile(error)}.`);
  }
  return path;
}

function readIssuer(value: string | undefined, refuse: Reading['refuse']): string {
  const text = value?.trim() ?? '';
  const url = URL.parse(text);
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (!isSafe || /[?#]/.test(text))
    refuse('OIDC_ISSUER must be the https address by which the provider calls itself.');
  return text;
}

/** Words as people list them: "a, b and c". */
const writeList = (words: readonly string[], type: 'conjunction' | 'disjunction') =>
  new Intl.ListFormat('en-GB', { type }).format(words);

const toLower = (text: string) => text.toLowerCase();
