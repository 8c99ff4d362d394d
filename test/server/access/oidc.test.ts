import { createServer } from 'node:http';
import Provider from 'oidc-provider';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startBoard, type TestBoard } from '../../support/board.ts';
import {
  CLIENT,
  oidcAccess,
  startTwistedProvider,
  type Twist,
  type TwistedProvider,
} from '../../support/openid.ts';
import { createVisitor, SITE, type Visitor } from '../../support/visitor.ts';

const BOARD = '/api/board';

describe('signing in with a provider', () => {
  let board: TestBoard;
  let provider: TwistedProvider;
  let visitor: Visitor;
  beforeEach(async () => {
    provider = await startTwistedProvider();
    board = await startBoard({ conferences: 5, access: oidcAccess(provider.issuer) });
    visitor = createVisitor(board.origin);
  });
  afterEach(async () => {
    await board.stop();
    await provider[Symbol.asyncDispose]();
  });

  /** Goes to the provider, and answers what came along in the address. */
  const leave = async (goal = '/', who = visitor): Promise<URLSearchParams> => {
    const response = await who.navigate(`/start-sign-in?${new URLSearchParams({ goal })}`);
    expect(response.status).toBe(303);
    const { searchParams } = new URL(response.headers.get('location') ?? '');
    provider.nonce = searchParams.get('nonce') ?? '';
    return searchParams;
  };
  /** Comes back from it. */
  const arrive = (fields: Record<string, string>, who = visitor) =>
    who.navigate(`/callback?${new URLSearchParams({ iss: provider.issuer, code: 'good', ...fields })}`);
  const signIn = async (twist: Twist = {}, goal = '/'): Promise<Response> => {
    provider.twist = twist;
    return arrive({ state: (await leave(goal)).get('state') ?? '' });
  };
  const statusOf = async (path = BOARD) => (await visitor.ask(path)).status;

  it('goes by code, PKCE, state and nonce, and comes back to where the person was', async () => {
    const sent = await leave('/?status=live');
    expect(Object.fromEntries(sent)).toMatchObject({
      client_id: CLIENT.id,
      redirect_uri: `${SITE.origin}/callback`,
      response_type: 'code',
      code_challenge_method: 'S256',
      scope: 'openid email profile',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(sent.get(name)).toMatch(/^[\w-]{43}$/);
    const response = await arrive({ state: sent.get('state') ?? '' });
    expect(response.headers.get('location')).toBe('/?status=live');
    expect(provider.tokenRequests[0]?.get('code_verifier')).toMatch(/^[\w-]{43}$/);
    expect(await statusOf()).toBe(200);
  });

  it('sends nobody to the provider before they press', async () => {
    const response = await visitor.navigate('/sign-in');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(`Sign in with ${new URL(provider.issuer).host}`);
  });

  const now = () => Math.floor(Date.now() / 1000);
  it.each<[string, () => Twist]>([
    ['from another issuer', () => ({ claims: { iss: 'https://evil.example' } })],
    ['for another sign-in', () => ({ claims: { nonce: 'another' } })],
    ['without a nonce', () => ({ claims: { nonce: undefined } })],
    ['for another application', () => ({ claims: { aud: 'another' } })],
    ['that has expired', () => ({ claims: { exp: now() - 60 } })],
    ['that never expires', () => ({ claims: { exp: undefined } })],
    ['without a subject', () => ({ claims: { sub: undefined } })],
    ['signed by a key that is not the provider’s', () => ({ signature: 'other key' })],
    ['signed by our own secret', () => ({ signature: 'our secret' })],
    ['that nobody signed', () => ({ signature: 'none' })],
    ['that is not there', () => ({ noIdToken: true })],
  ])('does not trust an ID token %s', async (_, twist) => {
    const response = await signIn(twist());
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('could not be trusted');
    expect(await statusOf()).toBe(401);
    expect(board.readLog()).toContain('"reason":"not_trusted"');
  });

  it.each([
    ['expired 15 s ago', () => ({ exp: now() - 15 })],
    ['was written 15 s from now', () => ({ iat: now() + 15, nbf: now() + 15 })],
  ])('forgives clocks that are a little apart: an ID token that %s', async (_, write) => {
    expect((await signIn({ claims: write() })).status).toBe(303);
  });

  it.each<[string, Twist]>([
    ['is in no list', { claims: { email: 'eve@example.com' } }],
    ['has an address that nobody verified', { claims: { email_verified: false } }],
    [
      'has an address of which is not said whether somebody verified it',
      { claims: { email_verified: undefined } },
    ],
    ['is in a group of a similar name', { claims: { email: undefined, groups: ['ops2', 'OPS', 'xops'] } }],
    ['has a domain that only ends alike', { claims: { email: 'eve@evilexample.org' } }],
    ['has a domain below an allowed one', { claims: { email: 'eve@sub.example.org' } }],
    ['has two domains', { claims: { email: 'eve@example.org@example.com' } }],
  ])('lets nobody in who %s', async (_, twist) => {
    const response = await signIn(twist);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('You may not look at this board');
    expect(await statusOf()).toBe(401);
  });

  it.each<[string, Twist, number]>([
    ['by group', { claims: { email: undefined, groups: ['staff', 'ops'] } }, 403],
    ['by a single group', { claims: { email: undefined, groups: 'ops' } }, 403],
    ['by address, whatever its case', { claims: { email: 'Eve@Example.NET' } }, 403],
    ['by domain', {}, 403],
    ['as an administrator', { claims: { email: undefined, groups: ['chiefs'] } }, 200],
  ])('lets people in %s', async (_, twist, audit) => {
    await signIn(twist);
    expect(await statusOf()).toBe(200);
    expect(await statusOf('/audit')).toBe(audit);
  });

  it('takes an arrival once, in the browser that left, with the state that it was given', async () => {
    const state = (await leave()).get('state') ?? '';
    const other = createVisitor(board.origin);
    await leave('/', other);
    for (const [who, given] of [
      [other, state],
      [visitor, `${state}x`],
      [visitor, ''],
    ] as const) {
      expect((await arrive({ state: given }, who)).status).toBe(403);
      expect((await who.ask(BOARD)).status).toBe(401);
    }
    provider.nonce = (await leave()).get('nonce') ?? '';
    const sent = await leave();
    expect((await arrive({ state: sent.get('state') ?? '' })).status).toBe(303);
    expect((await arrive({ state: sent.get('state') ?? '' })).status).toBe(403);
  });

  it('takes an arrival within ten minutes', async () => {
    const state = (await leave()).get('state') ?? '';
    board.simulator.clock.advance(11 * 60_000);
    expect((await arrive({ state })).status).toBe(403);
  });

  it.each([
    ['another code', { code: 'stolen' }],
    ['another issuer in the address', { iss: 'https://evil.example' }],
    ['no code', { code: '' }],
    ['a refusal', { error: 'access_denied', error_description: '<script>alert(1)</script>' }],
  ])('lets nobody in with %s', async (_, fields: Record<string, string>) => {
    const state = (await leave()).get('state') ?? '';
    const response = await arrive({ state, ...fields });
    expect(response.status).toBe(403);
    expect(await response.text()).not.toContain('<script>');
    expect(await statusOf()).toBe(401);
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/\tevil', 'javascript:alert(1)'])(
    'leads nobody elsewhere afterwards: %j',
    async (goal) => {
      expect((await signIn({}, goal)).headers.get('location')).toBe('/');
    },
  );

  it('says so while the provider is away', async () => {
    await provider[Symbol.asyncDispose]();
    const response = await visitor.navigate('/start-sign-in');
    expect(response.status).toBe(502);
    expect(await response.text()).toContain('The sign-in service cannot be reached');
  });

  it('says so when the provider goes away while the person is there', async () => {
    const state = (await leave()).get('state') ?? '';
    await provider[Symbol.asyncDispose]();
    const response = await arrive({ state });
    expect(response.status).toBe(502);
    expect(await statusOf()).toBe(401);
  });

  it('lets nobody in when the provider fails', async () => {
    expect((await signIn({ tokenStatus: 500 })).status).toBe(403);
    expect(await statusOf()).toBe(401);
  });

  it('does not speak to a provider that calls itself something else, until it is mended', async () => {
    provider.twist = { issuer: 'https://evil.example' };
    expect((await visitor.navigate('/start-sign-in')).status).toBe(502);
    expect((await signIn()).status).toBe(303);
  });

  it('writes no code, no token and no secret into the log', async () => {
    await signIn();
    await signIn({ signature: 'other key' });
    expect(board.readLog()).not.toMatch(new RegExp(`eyJ|code=good|${CLIENT.secret}`));
  });
});

describe('signing in with a provider that strangers wrote', () => {
  // It says at length that it is not set up for production.
  beforeEach(() => {
    for (const method of ['warn', 'info'] as const) vi.spyOn(console, method).mockReturnValue();
  });
  afterEach(() => void vi.restoreAllMocks());

  /** Fills the forms in that stand between the board and its callback, as a person would. */
  async function passProvider(start: string, redirectUri: string, login: string): Promise<URL> {
    const browser = createVisitor('');
    let url = start;
    let init: RequestInit = {};
    for (let step = 0; step < 12; step++) {
      const response = await browser.ask(url, init);
      init = {};
      const location = response.headers.get('location');
      if (location !== null) {
        if (location.startsWith(redirectUri)) return new URL(location);
        url = new URL(location, url).href;
        continue;
      }
      const page = await response.text();
      const [, action = ''] = /action="([^"]+)"/.exec(page) ?? [];
      const [, prompt = ''] = /name="prompt" value="(\w+)"/.exec(page) ?? [];
      url = new URL(action, url).href;
      init = { method: 'POST', body: new URLSearchParams({ prompt, login, password: 'any' }) };
    }
    throw new Error(`The provider did not send the browser back; it is at ${url}.`);
  }

  it.each([
    ['eve@example.org', 303],
    ['eve@example.com', 403],
  ])('lets %s in as it is allowed', async (login, status) => {
    const redirectUri = `${SITE.origin}/callback`;
    let handle: ReturnType<Provider['callback']> | undefined;
    const server = createServer((request, response) => handle?.(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    const provider = new Provider(issuer, {
      clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
      pkce: { required: () => true },
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['preferred_username'] },
      findAccount: (_, sub) => ({
        accountId: sub,
        claims: () => ({ sub, email: sub, email_verified: true }),
      }),
    });
    handle = provider.callback();

    await using board = await startBoard({ conferences: 5, access: oidcAccess(issuer) });
    const visitor = createVisitor(board.origin);
    const sent = await visitor.navigate('/start-sign-in?goal=%2F%3Fstatus%3Dlive');
    const arrival = await passProvider(sent.headers.get('location') ?? '', redirectUri, login);
    const response = await visitor.navigate(arrival.pathname + arrival.search);
    expect(response.status).toBe(status);
    expect((await visitor.ask(BOARD)).status).toBe(status === 303 ? 200 : 401);
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
});
