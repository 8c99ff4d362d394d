import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { type OidcConfig, SESSION_TIMES } from '../../server/access/config.ts';
import { SITE } from './visitor.ts';

export const CLIENT = { id: 'callboard', secret: 'secret-of-the-client-0123456789' };

export const oidcAccess = (issuer: string, rest: Partial<OidcConfig> = {}): OidcConfig => ({
  mode: 'oidc',
  site: SITE,
  times: SESSION_TIMES,
  usersFile: null,
  metricsToken: null,
  issuer,
  clientId: CLIENT.id,
  clientSecret: CLIENT.secret,
  scope: 'openid email profile',
  groupsClaim: 'groups',
  allowed: { groups: ['ops'], emails: ['eve@example.net'], domains: ['example.org'] },
  admins: { groups: ['chiefs'], emails: [] },
  ...rest,
});

/** What a test lets a provider do otherwise than a good one would. */
export interface Twist {
  /** in place of or beside the claims of a good ID token; undefined leaves one out */
  claims?: JWTPayload;
  /** how the ID token is signed: by a key that the provider never named, by our own secret, or not at all */
  signature?: 'other key' | 'our secret' | 'none';
  /** status of the token endpoint */
  tokenStatus?: number;
  /** the token endpoint sends no ID token */
  noIdToken?: boolean;
  /** what it calls itself in its description */
  issuer?: string;
}

export interface TwistedProvider extends AsyncDisposable {
  issuer: string;
  twist: Twist;
  /** the nonce of the sign-in under way, as a provider reads it in the address */
  nonce: string;
  /** the bodies that the token endpoint was sent */
  readonly tokenRequests: URLSearchParams[];
}

/** An OpenID provider for hostile tests: it says whatever a test tells it to. Its one right code is `good`. */
export async function startTwistedProvider(): Promise<TwistedProvider> {
  const [own, other] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'RS256', use: 'sig' };
  const tokenRequests: URLSearchParams[] = [];

  const sign = async ({ claims, signature }: Twist) => {
    const now = Math.floor(Date.now() / 1000);
    const payload = {
      iss: provider.issuer,
      sub: 'sub-of-eve',
      aud: CLIENT.id,
      iat: now,
      exp: now + 300,
      nonce: provider.nonce,
      email: 'eve@example.org',
      email_verified: true,
      ...claims,
    };
    if (signature === 'none') {
      const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
      return `${encode({ alg: 'none' })}.${encode(payload)}.`;
    }
    const jwt = new SignJWT(payload);
    if (signature === 'our secret')
      return jwt.setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(CLIENT.secret));
    const key = signature === 'other key' ? other : own;
    return jwt.setProtectedHeader({ alg: 'RS256', kid: 'own' }).sign(key.privateKey);
  };

  const server = createServer(async (request, response) => {
    const { twist, issuer } = provider;
    const send = (body: object, status = 200) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    if (request.url === '/.well-known/openid-configuration')
      send({
        issuer: twist.issuer ?? issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        authorization_response_iss_parameter_supported: true,
      });
    else if (request.url === '/jwks') send({ keys: [jwk] });
    else {
      const form = new URLSearchParams(await text(request));
      tokenRequests.push(form);
      if (twist.tokenStatus !== undefined) send({}, twist.tokenStatus);
      else if (form.get('code') !== 'good') send({ error: 'invalid_grant' }, 400);
      else {
        const idToken = twist.noIdToken ? {} : { id_token: await sign(twist) };
        send({ access_token: 'access', token_type: 'Bearer', ...idToken });
      }
    }
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  const { port } = server.address() as AddressInfo;
  const provider: TwistedProvider = {
    issuer: `http://127.0.0.1:${port}`,
    twist: {},
    nonce: '',
    tokenRequests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return provider;
}
