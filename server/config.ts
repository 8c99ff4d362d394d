import { readFileSync } from 'node:fs';
import { type AccessConfig, readAccess } from './access/config.ts';
import { writeConferenceUrl } from './contract/board.ts';
import { LOG_LEVELS, type LogLevel } from './http/log.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { isLoopback, toPlainHost } from './loopback.ts';
import { type ProxyEnv, readProxy } from './proxy.ts';
import { readOrigin, readSpace } from './space.ts';

/** Whom the server asks, and as whom. Credentials go nowhere but into the `Authorization` of a flight. */
export interface Upstream {
  /** `https://host`, or `http://host:port` on loopback; see space.ts */
  origin: string;
  projectId: string;
  apiToken: string;
}

export interface Config {
  /** null: the demo, a simulated space inside this process */
  upstream: Upstream | null;
  host: string;
  port: number;
  /** names beside the loopback ones that a browser may use for this server, lower case, without port */
  allowedHosts: readonly string[];
  /** seconds that an answer of SignalWire counts as fresh */
  cacheSeconds: number;
  /** seconds from the beginning of one walk over the list to that of the next, at the least */
  refreshSeconds: number;
  /** conferences that are kept at the most */
  mostConferences: number;
  /** where an administrator's own page of a conference is, with `{id}` or `{name}` in it; null for nowhere */
  conferenceUrl: string | null;
  /** undefined: the one that fits where the log goes */
  logLevel: LogLevel | undefined;
  limits: Limits;
  /** the way to SignalWire when a proxy stands in between; empty for none */
  proxy: ProxyEnv;
  /** who may look */
  access: AccessConfig;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Thrown by readConfig: one sentence for every variable that cannot be used. */
export class ConfigError extends Error {
  readonly sentences: readonly string[];

  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'));
    this.name = 'ConfigError';
    this.sentences = sentences;
  }
}

const CREDENTIALS = ['SIGNALWIRE_SPACE', 'SIGNALWIRE_PROJECT_ID', 'SIGNALWIRE_API_TOKEN'] as const;
const KNOWN: ReadonlySet<string> = new Set([
  'SIGNALWIRE_ORIGIN',
  ...CREDENTIALS.flatMap((name) => [name, `${name}_FILE`]),
]);
/** Characters. SignalWire's are longer; and the log is searched for the token, so it must not be a common text. */
const SHORTEST_TOKEN = 20;

/** Reads the whole configuration once. Throws a ConfigError that names every bad variable. */
export function readConfig(given: Environment): Config {
  const env = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, unquote(value ?? '')]));
  const problems: string[] = [];
  const refuse = (sentence: string) => {
    problems.push(sentence);
  };

  if (env.NODE_TLS_REJECT_UNAUTHORIZED === '0')
    refuse('NODE_TLS_REJECT_UNAUTHORIZED=0 would send the credentials to anybody: remove it.');
  for (const name of ['NODE_DEBUG', 'NODE_DEBUG_NATIVE'])
    if (env[name]) refuse(`${name} lets Node print what it sends, the credentials too: remove it.`);

  const access = readAccess({ env, refuse, readSecret: (name) => readSecret(env, name, refuse) });
  const hosts = readHostNames(env.ALLOWED_HOSTS, refuse);
  const config: Config = {
    upstream: readUpstream(env, refuse),
    host: readHost(env.HOST, access, refuse),
    port: readWhole(env, 'PORT', { fallback: 3000, least: 0, most: 65_535 }, refuse),
    allowedHosts: access.mode === 'none' ? hosts : [...hosts, ...hostsOf(access.site.origin)],
    cacheSeconds: readWhole(env, 'CACHE_SECONDS', { fallback: 5, least: 0, most: 300 }, refuse),
    refreshSeconds: readWhole(env, 'REFRESH_SECONDS', { fallback: 15, least: 1, most: 3600 }, refuse),
    mostConferences: readWhole(
      env,
      'MAX_CONFERENCES',
      { fallback: 200_000, least: 1, most: 1_000_000 },
      refuse,
    ),
    conferenceUrl: readConferenceUrl(env.CONFERENCE_URL, refuse),
    logLevel: readLogLevel(env.LOG_LEVEL, refuse),
    limits: DEFAULT_LIMITS,
    proxy: readProxy(env, refuse),
    access,
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.freeze(config);
}

type Refuse = (sentence: string) => void;

function readUpstream(env: Environment, refuse: Refuse): Upstream | null {
  const [space, projectId, apiToken] = CREDENTIALS.map((name) => readSecret(env, name, refuse));
  const missing = CREDENTIALS.filter((_, index) => [space, projectId, apiToken][index] === undefined);
  if (missing.length === CREDENTIALS.length && !env.SIGNALWIRE_ORIGIN) {
    const unknown = Object.keys(env).filter((name) => /^signalwire_/i.test(name) && !KNOWN.has(name));
    for (const name of unknown.filter((name) => env[name]))
      refuse(`${name} is unknown: Callboard reads ${CREDENTIALS.join(', ')}, in capitals.`);
    if (env.NODE_ENV === 'production' && env.DEMO !== '1')
      refuse(
        `${CREDENTIALS.join(', ')} are missing: set them, or DEMO=1 to show simulated data in production.`,
      );
    return null;
  }
  // An empty one was refused already.
  if (!space || !projectId || !apiToken) {
    for (const name of missing) refuse(`${name} is missing: set all three of ${CREDENTIALS.join(', ')}.`);
    return null;
  }
  const spaceOrigin = readSpace(space);
  if (spaceOrigin === null)
    refuse(
      'SIGNALWIRE_SPACE must be a space name (acme), its host (acme.signalwire.com) or a local server (http://127.0.0.1:4010).',
    );
  const origin = env.SIGNALWIRE_ORIGIN ? readOrigin(env.SIGNALWIRE_ORIGIN) : spaceOrigin;
  if (origin === null && env.SIGNALWIRE_ORIGIN)
    refuse(
      'SIGNALWIRE_ORIGIN must be https and a host (https://signalwire.example.org), without path or credentials.',
    );
  if (!/^[\w.-]+$/.test(projectId)) refuse('SIGNALWIRE_PROJECT_ID must be letters, digits, "-", "_" or ".".');
  if (!/^[\x21-\x7e]+$/.test(apiToken) || /["'`]/.test(apiToken))
    refuse('SIGNALWIRE_API_TOKEN must be printable characters without spaces and quotes.');
  else if (apiToken.length < SHORTEST_TOKEN)
    refuse(`SIGNALWIRE_API_TOKEN must have at least ${SHORTEST_TOKEN} characters: copy the whole token.`);
  return origin === null ? null : { origin, projectId, apiToken };
}

/** Without the space around it, and without the quotes that Docker's `--env-file` and others leave in a value. */
function unquote(text: string): string {
  const trimmed = text.trim();
  return /^(["'`])(.*)\1$/s.exec(trimmed)?.[2]?.trim() ?? trimmed;
}

/** A variable, or the content of the file that NAME_FILE points at (Docker and systemd hand secrets out so). */
function readSecret(env: Environment, name: string, refuse: Refuse): string | undefined {
  const path = env[`${name}_FILE`];
  if (!path) return env[name] || undefined;
  if (env[name]) refuse(`${name} and ${name}_FILE are both set: keep one.`);
  try {
    const content = unquote(readFileSync(path, 'utf8'));
    if (content === '') refuse(`${name}_FILE names an empty file.`);
    return content;
  } catch {
    refuse(`${name}_FILE cannot be read.`);
    return '';
  }
}

/** Without a sign-in whoever reaches the port sees everything: so only this machine may. */
function readHost(value: string | undefined, access: AccessConfig, refuse: Refuse): string {
  const text = value?.trim() || '127.0.0.1';
  const isOpen = access.mode === 'none';
  if (!isOpen && toPlainHost(text) === null)
    refuse('HOST must be an address of this machine, such as 127.0.0.1 or 0.0.0.0.');
  if (isOpen && !isLoopback(text))
    refuse(
      'HOST must be a loopback address such as 127.0.0.1 while nobody has to sign in: set AUTH_MODE and PUBLIC_URL first (docs/deploying.md).',
    );
  const host = toPlainHost(text) ?? text;
  return host === 'localhost' ? '127.0.0.1' : host;
}

function readWhole(
  env: Environment,
  name: string,
  { fallback, least, most }: { fallback: number; least: number; most: number },
  refuse: Refuse,
): number {
  const text = env[name]?.trim() ?? '';
  if (text === '') return fallback;
  const number = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= least && number <= most))
    refuse(`${name} must be a whole number from ${least} to ${most}.`);
  return number;
}

function readHostNames(value: string | undefined, refuse: Refuse): string[] {
  const names = (value ?? '').split(',').map((name) => name.trim());
  return names.filter(Boolean).map((name) => {
    const host = toPlainHost(name);
    if (host === null)
      refuse('ALLOWED_HOSTS must be host names without scheme, port or "*", separated by commas.');
    return host ?? name;
  });
}

function hostsOf(publicUrl: string): string[] {
  const host = toPlainHost((URL.parse(publicUrl)?.hostname ?? '').replace(/^\[|\]$/g, ''));
  return host === null ? [] : [host];
}

function readConferenceUrl(value: string | undefined, refuse: Refuse): string | null {
  const text = value?.trim() ?? '';
  if (text === '') return null;
  const url = URL.parse(writeConferenceUrl(text, { id: 'id', name: 'name' }));
  const isUsable = url?.protocol === 'https:' && url.username === '' && url.password === '';
  const { host } = URL.parse(text.replaceAll(/\{(id|name)\}/g, 'x')) ?? {};
  if (!isUsable || host !== url.host || !/\{(id|name)\}/.test(text))
    refuse(
      'CONFERENCE_URL must be https, with {id} or {name} behind the host, such as https://rooms.example.org/{name}.',
    );
  return text;
}

function readLogLevel(value: string | undefined, refuse: Refuse): LogLevel | undefined {
  const text = value?.trim().toLowerCase() ?? '';
  if (text === '') return undefined;
  const level = LOG_LEVELS.find((known) => known === text);
  if (level === undefined) refuse(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.`);
  return level;
}
