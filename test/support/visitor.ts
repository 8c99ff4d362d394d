import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalConfig, SESSION_TIMES } from '../../server/access/config.ts';
import { type Cost, hashPassword } from '../../server/access/passwords.ts';
import type { Site } from '../../server/access/site.ts';
import { createToken, hashToken } from '../../server/access/tokens.ts';
import { type User, type UsersFile, writeUsersFile } from '../../server/access/users.ts';

/** Passwords in tests take a millisecond. */
export const CHEAP: Cost = { work: 4, rounds: 1 };

export const PASSWORD = 'correct horse battery';

/** The address by which people know the board of a test; a proxy that is not there speaks TLS for it. */
export const SITE: Site = { origin: 'https://board.example.org', basePath: '', isProxy: () => false };

/** A file of users in a folder of its own, and how a test changes it. */
export interface TestUsers {
  path: string;
  change(edit: (content: UsersFile) => void): void;
}

/** Alice may administer and Bob may look; both have the password of all tests. */
export async function createUsersFile(): Promise<TestUsers> {
  const path = join(mkdtempSync(join(tmpdir(), 'callboard-')), 'users.json');
  const password = await hashPassword(PASSWORD, CHEAP);
  const user = (name: string, role: User['role']): User => ({
    name,
    role,
    password,
    disabled: false,
    disables: 0,
  });
  const content: UsersFile = { users: [user('alice', 'administer'), user('bob', 'look')], screens: [] };
  writeUsersFile(path, content);
  return {
    path,
    change(edit) {
      edit(content);
      writeUsersFile(path, content);
    },
  };
}

/** Adds a screen and answers its token. */
export function addScreen({ change }: TestUsers, name: string): string {
  const token = createToken();
  change(({ screens }) => screens.push({ name, token: hashToken(token) }));
  return token;
}

export const localAccess = (usersFile: string, site: Partial<Site> = {}): LocalConfig => ({
  mode: 'local',
  site: { ...SITE, ...site },
  times: SESSION_TIMES,
  usersFile,
  metricsToken: null,
  cost: CHEAP,
});

/** A browser as far as signing in needs one: it keeps cookies, says where a form comes from, and follows nothing. */
export interface Visitor {
  readonly cookies: Map<string, string>;
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** asks as for its window */
  navigate(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  signIn(name: string, password?: string, headers?: Record<string, string>): Promise<Response>;
}

/** @param own origin of the board as people know it */
export function createVisitor(origin: string, own: string = SITE.origin): Visitor {
  const cookies = new Map<string, string>();

  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0 && !headers.has('Cookie'))
      headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(origin + path, { redirect: 'manual', ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  const post: Visitor['post'] = (path, fields, headers = {}) =>
    ask(path, { method: 'POST', headers: { Origin: own, ...headers }, body: new URLSearchParams(fields) });

  return {
    cookies,
    ask,
    navigate: (path, headers = {}) => ask(path, { headers: { Accept: 'text/html,*/*;q=0.8', ...headers } }),
    post,
    signIn: (name, password = PASSWORD, headers = {}) => post('/sign-in', { name, password }, headers),
  };
}
