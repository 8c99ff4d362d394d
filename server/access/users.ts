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
  /** how often they were: what began before the last time stays over */
  disables: z.int().default(0),
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

/** Why the file could not be read, as the rest of a sentence about it. */
export function explainUsersFile(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'is not there: "npm run users -- add NAME" makes it';
  if (code === 'EACCES')
    return 'may not be read by this user: its group must be able to read it and to enter its folder';
  return typeof code === 'string' ? `cannot be read (${code})` : 'is not as "npm run users" writes it';
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
  /** whether there is such a user, who is disabled */
  isDisabled(name: string): boolean;
  /** name of the screen of a token; null when there is none, or no more */
  findScreen(token: string): string | null;
}

/** What a session of a user rests on: it changes with the password, and whenever the user is disabled. */
export const basisOf = ({ password, disables }: User) => `${password} ${disables}`;

/** What the command did to a user or a screen. */
export type UsersAct =
  | 'user_added'
  | 'user_disabled'
  | 'user_enabled'
  | 'password_changed'
  | 'screen_added'
  | 'screen_removed';

type Tell = (act: UsersAct, name: string) => void;

interface UsersParts {
  /** is told once why the file cannot be read; until it can be, it holds nobody */
  complain: (error: unknown) => void;
  /** is told what became of each user and screen, at the first question after it */
  tell: Tell;
}

const NOBODY: UsersFile = { users: [], screens: [] };

/** @param path null: nobody */
export function createUsers(path: string | null, { complain, tell }: UsersParts): Users {
  let stamp = '';
  let content = NOBODY;
  /** as it could be read last; null: never */
  let last: UsersFile | null = null;

  const read = (): UsersFile => {
    if (path === null) return NOBODY;
    // A look at the file costs a few microseconds; whoever was disabled is out at once.
    const { mtimeNs, size, ino } = statSync(path, { bigint: true, throwIfNoEntry: false }) ?? {};
    const newStamp = `${mtimeNs} ${size} ${ino}`;
    if (newStamp === stamp) return content;
    stamp = newStamp;
    try {
      content = readUsersFile(path);
      if (last !== null) tellChanges(last, content, tell);
      last = content;
    } catch (error) {
      content = NOBODY;
      complain(error);
    }
    return content;
  };

  read();
  return {
    find: (name) => read().users.find((known) => known.name === name && !known.disabled) ?? null,
    isDisabled: (name) => read().users.some((known) => known.name === name && known.disabled),
    findScreen(token) {
      const hash = hashToken(token);
      return read().screens.find((known) => known.token === hash)?.name ?? null;
    },
  };
}

function tellChanges(before: UsersFile, after: UsersFile, tell: Tell): void {
  for (const user of after.users) {
    const old = before.users.find(({ name }) => name === user.name);
    if (old === undefined) tell('user_added', user.name);
    else {
      const wasDisabled = old.disables !== user.disables;
      if (wasDisabled) tell('user_disabled', user.name);
      if (!user.disabled && (old.disabled || wasDisabled)) tell('user_enabled', user.name);
      if (old.password !== user.password) tell('password_changed', user.name);
    }
  }
  const tellScreens = (act: UsersAct, of: UsersFile, others: UsersFile) => {
    for (const { token, name } of of.screens)
      if (others.screens.every((other) => other.token !== token)) tell(act, name);
  };
  tellScreens('screen_removed', before, after);
  tellScreens('screen_added', after, before);
}
