import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { HASH_PATTERN } from './passwords.ts';
import { hashToken } from './tokens.ts';

const user = z.strictObject({
  name: z.string(),
  role: z.enum(['look', 'administer']),
  password: z.string().regex(HASH_PATTERN),
  disabled: z.boolean(),
});
const screen = z.strictObject({ name: z.string(), token: z.string() });
const usersFile = z.strictObject({ users: z.array(user), screens: z.array(screen) });

/** Somebody with a password. */
export type User = z.infer<typeof user>;
export type UsersFile = z.infer<typeof usersFile>;

/** A user's or screen's name; upper and lower case are the same. */
export const NAME_PATTERN = /^[a-z0-9][a-z0-9.@+_-]{0,63}$/;

/** Reads the file whole. Throws when it is not there or not as the command writes it. */
export function readUsersFile(path: string): UsersFile {
  return usersFile.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** Writes it so that a reader sees the old or the new one; who may read it stays as it was, at first owner and group. */
export function writeUsersFile(path: string, content: UsersFile): void {
  const draft = `${path}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o640, flag: 'wx' });
  const before = statSync(path, { throwIfNoEntry: false });
  if (before !== undefined) {
    chmodSync(draft, before.mode);
    chownSync(draft, before.uid, before.gid);
  }
  renameSync(draft, path);
}

/** Users and screens as they are now: a change of the file counts at the next question. */
export interface Users {
  /** an enabled user; null for a disabled one and for nobody */
  find(name: string): User | null;
  /** name of the screen of a token; null when there is none, or no more */
  findScreen(token: string): string | null;
}

const NOBODY: UsersFile = { users: [], screens: [] };

/**
 * @param path null: nobody
 * @param complain is told once why the file cannot be read; until it can be, it holds nobody
 */
export function createUsers(path: string | null, complain: (error: unknown) => void): Users {
  let stamp = '';
  let content = NOBODY;

  const read = (): UsersFile => {
    if (path === null) return NOBODY;
    // A look at the file costs a few microseconds; whoever was disabled is out at once.
    const { mtimeNs, size, ino } = statSync(path, { bigint: true, throwIfNoEntry: false }) ?? {};
    const newStamp = `${mtimeNs} ${size} ${ino}`;
    if (newStamp === stamp) return content;
    stamp = newStamp;
    try {
      content = readUsersFile(path);
    } catch (error) {
      content = NOBODY;
      complain(error);
    }
    return content;
  };

  return {
    find: (name) => read().users.find((known) => known.name === name && !known.disabled) ?? null,
    findScreen(token) {
      const hash = hashToken(token);
      return read().screens.find((known) => known.token === hash)?.name ?? null;
    },
  };
}
