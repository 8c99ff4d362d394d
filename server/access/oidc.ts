import { LRUCache } from 'lru-cache';
import * as client from 'openid-client';
import { isLoopback } from '../loopback.ts';
import type { OidcConfig } from './config.ts';
import type { Person } from './person.ts';

/** Why a sign-in with the provider came to nothing. */
export type OidcProblem = 'provider_away' | 'provider_refused' | 'not_trusted' | 'expired' | 'not_allowed';

export class OidcError extends Error {
  readonly problem: OidcProblem;
  /** whom the provider named, when it was believed */
  readonly person: string | null;

  constructor(
    problem: OidcProblem,
    { cause, person = null }: { cause?: unknown; person?: string | null } = {},
  ) {
    super(problem, { cause });
    this.name = 'OidcError';
    this.problem = problem;
    this.person = person;
  }
}

interface Arrival {
  person: Person;
  /** where the person wanted to go */
  goal: string;
}

export interface Oidc {
  /**
   * Where to send the browser. What comes back must come from the same one.
   * @param browser what this browser's cookie says
   */
  begin(browser: string, goal: string): Promise<URL>;
  /**
   * @param search of the address at which the browser came back, with its "?"
   * Both throw an OidcError.
   */
  finish(browser: string, search: string): Promise<Arrival>;
}

interface Pending {
  browser: string;
  verifier: string;
  nonce: string;
  goal: string;
  begun: number;
}

/** ms that a person has at the provider */
const PATIENCE = 10 * 60_000;
/** characters of all that is remembered of sign-ins under way; the oldest goes first */
const MOST_PENDING = 8_000_000;
/** seconds that the provider's clock and ours may be apart */
const CLOCK_TOLERANCE = 30;
/** seconds for each answer of the provider */
const TIMEOUT = 5;
/** ms after which the provider's own description is read anew */
const DESCRIPTION_AGE = 3_600_000;

/** Signing in at an OpenID provider: code flow with PKCE, state and nonce; the ID token's signature is checked. */
export function createOidc(config: OidcConfig, ticks: () => number): Oidc {
  const { site, issuer, clientId, clientSecret } = config;
  const redirectUri = `${site.origin}${site.basePath}/callback`;
  const pending = new LRUCache<string, Pending>({
    maxSize: MOST_PENDING,
    sizeCalculation: ({ goal }) => goal.length + 300,
  });
  let described: { provider: client.Configuration; at: number } | null = null;

  const discover = async () => {
    if (described !== null && ticks() - described.at < DESCRIPTION_AGE) return described.provider;
    const url = new URL(issuer);
    const execute = [client.enableNonRepudiationChecks];
    if (url.protocol === 'http:' && isLoopback(url.hostname)) execute.push(client.allowInsecureRequests);
    const metadata = { client_secret: clientSecret, [client.clockTolerance]: CLOCK_TOLERANCE };
    const options = { execute, timeout: TIMEOUT };
    const provider = await client
      .discovery(url, clientId, metadata, client.ClientSecretBasic(clientSecret), options)
      .catch((cause) => {
        throw new OidcError('provider_away', { cause });
      });
    described = { provider, at: ticks() };
    return provider;
  };

  return {
    async begin(browser, goal) {
      const provider = await discover();
      const state = client.randomState();
      const nonce = client.randomNonce();
      const verifier = client.randomPKCECodeVerifier();
      pending.set(state, { browser, verifier, nonce, goal, begun: ticks() });
      return client.buildAuthorizationUrl(provider, {
        redirect_uri: redirectUri,
        scope: config.scope,
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
    },

    async finish(browser, search) {
      const state = new URLSearchParams(search).get('state') ?? '';
      const begun = pending.get(state);
      if (begun === undefined || begun.browser !== browser) throw new OidcError('expired');
      pending.delete(state);
      if (ticks() - begun.begun > PATIENCE) throw new OidcError('expired');
      const provider = await discover();
      const claims = await readClaims(provider, new URL(redirectUri + search), state, begun).catch(
        (cause) => {
          throw new OidcError(toProblem(cause), { cause });
        },
      );
      const person = toPerson(claims, config);
      if (person.role === null) throw new OidcError('not_allowed', { person: person.name });
      return { person: { name: person.name, role: person.role }, goal: begun.goal };
    },
  };
}

/** What the provider says of the person; what its ID token leaves out, its userinfo endpoint is asked for. */
async function readClaims(
  provider: client.Configuration,
  arrivedAt: URL,
  state: string,
  { verifier, nonce }: Pending,
): Promise<Claims> {
  const tokens = await client.authorizationCodeGrant(provider, arrivedAt, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims === undefined) throw new Error('The provider sent no ID token.');
  if (provider.serverMetadata().userinfo_endpoint === undefined || claims.email !== undefined) return claims;
  return { ...(await client.fetchUserInfo(provider, tokens.access_token, claims.sub)), ...claims };
}

function toProblem(error: unknown): OidcProblem {
  if (error instanceof client.AuthorizationResponseError) return 'provider_refused';
  // What fetch throws when nobody answers, and openid-client when nobody does in time.
  const isAway = error instanceof Error && 'code' in error && error.code === 'OAUTH_TIMEOUT';
  return isAway || error instanceof TypeError ? 'provider_away' : 'not_trusted';
}

type Claims = Readonly<Record<string, unknown>> & { sub: string };

/** Whom the claims name, and what they may do; null: nothing. An address counts only when the provider verified it. */
function toPerson(
  claims: Claims,
  { allowed, admins, groupsClaim }: OidcConfig,
): { name: string; role: 'look' | 'administer' | null } {
  const isVerified = claims.email_verified === true || claims.email_verified === 'true';
  const email = typeof claims.email === 'string' && isVerified ? claims.email.toLowerCase() : null;
  const name =
    email ?? (typeof claims.preferred_username === 'string' ? claims.preferred_username : claims.sub);
  const groups: unknown = claims[groupsClaim];
  const isIn = (wanted: readonly string[]) =>
    wanted.some((group) => (Array.isArray(groups) ? groups.includes(group) : groups === group));
  const isNamed = (wanted: readonly string[]) => email !== null && wanted.includes(email);
  const domain = email?.slice(email.lastIndexOf('@') + 1);
  if (isIn(admins.groups) || isNamed(admins.emails)) return { name, role: 'administer' };
  const mayLook =
    isIn(allowed.groups) ||
    isNamed(allowed.emails) ||
    (domain !== undefined && allowed.domains.includes(domain));
  return { name, role: mayLook ? 'look' : null };
}
