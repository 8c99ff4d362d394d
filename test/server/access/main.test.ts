import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { isPassword } from '../../../server/access/passwords.ts';
import { createUsers } from '../../../server/access/users.ts';
import { SURROUNDINGS } from '../../support/program.ts';
import { CHEAP } from '../../support/visitor.ts';

const program = fileURLToPath(new URL('../../../server/access/main.ts', import.meta.url));

let path: string;
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'callboard-')), 'users.json');
});

/** Runs the command as its npm script does. */
function users(args: readonly string[], input = ''): { status: number | null; said: string } {
  const env = { ...SURROUNDINGS, USERS_FILE: path };
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    env,
    input,
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}
const read = () => createUsers(path, { complain: (error) => expect(error).toBeUndefined(), tell() {} });

describe('the command for users', () => {
  it('makes a user whose password is printed once and kept nowhere', async () => {
    const { said } = users(['add', 'Alice', '--administer']);
    const [, password = ''] = /^Password of alice, shown this once: ([\w-]{24})\n$/.exec(said) ?? [];
    const alice = read().find('alice');
    expect(alice?.role).toBe('administer');
    expect(await isPassword(password, alice?.password ?? null, CHEAP)).toBe(true);
    expect(readFileSync(path, 'utf8')).not.toContain(password);
    expect(statSync(path).mode & 0o007).toBe(0);
  });

  it('takes a password of somebody’s own, disables, enables and lists', async () => {
    expect(users(['add', 'bob', '--password-stdin'], 'correct horse battery\n').said).not.toContain('horse');
    expect(await isPassword('correct horse battery', read().find('bob')?.password ?? null, CHEAP)).toBe(true);
    users(['disable', 'bob']);
    expect(read().find('bob')).toBe(null);
    expect(users(['list']).said).toBe('bob\tdisabled\n');
    chmodSync(path, 0o600);
    users(['enable', 'bob']);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(users(['list']).said).toBe('bob\tlook\n');
  });

  it('makes a screen and removes it', () => {
    const [, token = ''] = /: ([\w-]{43})\n$/.exec(users(['add-screen', 'lobby']).said) ?? [];
    expect(read().findScreen(token)).toBe('lobby');
    expect(readFileSync(path, 'utf8')).not.toContain(token);
    users(['remove-screen', 'lobby']);
    expect(read().findScreen(token)).toBe(null);
  });

  it.each([
    [['add', 'a b'], /^A name is up to 64/],
    [['add', ''], /^A name is up to 64/],
    [['disable', 'carol'], /^There is no user carol\.$/m],
    [['remove-screen', 'lobby'], /^There is no screen lobby\.$/m],
    [['add', 'carol', '--password-stdin'], /^A password has at least 12 characters/],
    [['delete', 'carol'], /^"delete" is no command/],
    [['add', 'carol', '--admin'], /^Unknown option '--admin'.*: see npm run users -- --help\.$/m],
    [['add', 'carol', '--file'], /^Option '--file <value>' argument missing.*: see /m],
    [['add', 'carol', '--file', '/nowhere/users.json'], /^\/nowhere cannot be written to \(ENOENT\)\.$/m],
    [['add', 'carol', '--file', 'README.md'], /^README\.md is not as "npm run users" writes it\.$/m],
    [['list', '--file', 'server'], /^server cannot be read \(EISDIR\)\.$/m],
  ])('ends with one sentence: %j', (args, sentence) => {
    const { status, said } = users(args, 'short\n');
    expect(status).toBe(1);
    expect(said).toMatch(sentence);
    expect(said.trim().split('\n')).toHaveLength(1);
  });

  it('makes nobody twice', () => {
    users(['add', 'bob']);
    expect(users(['add', 'BOB']).said).toBe('bob is there already.\n');
  });
});
