import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ProxyConfig, SESSION_TIMES } from '../../../server/access/config.ts';
import { startBoard, type TestBoard } from '../../support/board.ts';
import { sendRaw } from '../../support/raw.ts';
import { createVisitor, SITE } from '../../support/visitor.ts';

const SECRET = 's3cret-of-the-proxy-0123456789abcdef';
const TRUE = { 'X-Forwarded-User': 'carol', 'Callboard-Proxy-Secret': SECRET };

const access = (isProxy: (address: string) => boolean): ProxyConfig => ({
  mode: 'proxy',
  site: { ...SITE, isProxy },
  times: SESSION_TIMES,
  usersFile: null,
  metricsToken: null,
  userHeader: 'x-forwarded-user',
  secret: SECRET,
  admins: ['root@example.org'],
});

let board: TestBoard;
const start = async (isProxy: (address: string) => boolean) => {
  board = await startBoard({ conferences: 5, access: access(isProxy) });
};
beforeEach(() => start((address) => address === '127.0.0.1'));
afterEach(() => board.stop());

const statusOf = async (headers: Record<string, string>, path = '/api/board') =>
  (await createVisitor(board.origin).ask(path, { headers })).status;

describe('a proxy that signs people in', () => {
  it('is believed with its address and its secret', async () => {
    expect(await statusOf(TRUE)).toBe(200);
    expect(board.readLog()).toContain('"act":"signed_in","person":"carol"');
  });

  it.each([
    ['without the secret', { 'X-Forwarded-User': 'carol' }],
    ['with a wrong secret', { ...TRUE, 'Callboard-Proxy-Secret': `${SECRET}x` }],
    ['with an empty secret', { ...TRUE, 'Callboard-Proxy-Secret': '' }],
    ['without a name', { 'Callboard-Proxy-Secret': SECRET }],
    ['with an empty name', { ...TRUE, 'X-Forwarded-User': '' }],
    ['with a name in two words', { ...TRUE, 'X-Forwarded-User': 'carol root' }],
    ['under a header that only looks alike', { X_Forwarded_User: 'carol', 'Callboard-Proxy-Secret': SECRET }],
    ['under another header', { 'X-Original-User': 'carol', 'Callboard-Proxy-Secret': SECRET }],
  ])('is not believed %s', async (_, headers: Record<string, string>) => {
    expect(await statusOf(headers)).toBe(401);
  });

  it('is not believed when it names two people', async () => {
    const head = `GET /api/board HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n`;
    const twice = `X-Forwarded-User: carol\r\nX-Forwarded-User: root@example.org\r\nCallboard-Proxy-Secret: ${SECRET}\r\n\r\n`;
    expect(await sendRaw(board.origin, head + twice)).toMatch(/^HTTP\/1\.1 401 /);
  });

  it('is not believed from another address, whatever that claims to be', async () => {
    await board.stop();
    await start((address) => address === '10.0.0.2');
    expect(await statusOf(TRUE)).toBe(401);
    expect(await statusOf({ ...TRUE, 'X-Forwarded-For': '10.0.0.2', Forwarded: 'for=10.0.0.2' })).toBe(401);
    expect(board.readLog()).toContain('"act":"refused"');
  });

  it('names administrators by name alone', async () => {
    expect(await statusOf(TRUE, '/audit')).toBe(403);
    expect(await statusOf({ ...TRUE, 'X-Forwarded-User': 'root@example.org' }, '/audit')).toBe(200);
  });

  it('has a page for whoever comes around it, which says what to do', async () => {
    const response = await createVisitor(board.origin).navigate('/sign-in');
    expect(response.status).toBe(401);
    expect(await response.text()).toContain('Sign in where your organisation does');
    expect(response.headers.has('www-authenticate')).toBe(false);
  });
});
