import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { hashPassword } from './passwords.ts';
import { createToken, hashToken } from './tokens.ts';
import { explainUsersFile, NAME_PATTERN, readUsersFile, type UsersFile, writeUsersFile } from './users.ts';

const HELP = `Who may sign in with AUTH_MODE=local, and which screens show the board.

  npm run users -- add NAME [--administer]   makes a user; the password is printed once
  npm run users -- password NAME             gives a user a new password; ends their sessions
  npm run users -- disable NAME              shuts a user out, at once
  npm run users -- enable NAME
  npm run users -- list
  npm run users -- add-screen NAME           makes a screen on the wall; its token is printed once
  npm run users -- remove-screen NAME        ends what the screen shows, at once

  --file PATH         the file, if not the one that USERS_FILE names
  --password-stdin    takes the password from standard input (add, password)
`;

/** Characters of a password that somebody chose. */
const SHORTEST_PASSWORD = 12;

class UsageError extends Error {}

try {
  process.stdout.write(await run());
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function run(): Promise<string> {
  const { values, positionals } = readArgs();
  const [act, typed = ''] = positionals;
  if (values.help || act === undefined) return HELP;
  const path = values.file ?? process.env.USERS_FILE ?? '';
  if (path === '') throw new UsageError('USERS_FILE is missing: set it, or say --file PATH.');
  const content = read(path);
  const name = typed.toLowerCase();
  const save = () => write(path, content);

  const findUser = () => {
    const user = content.users.find((known) => known.name === name);
    if (user === undefined) throw new UsageError(`There is no user ${name}.`);
    return user;
  };
  const requireName = (isTaken: boolean) => {
    if (!NAME_PATTERN.test(name))
      throw new UsageError('A name is up to 64 letters, digits, ".", "-", "_", "+" and "@".');
    if (isTaken) throw new UsageError(`${name} is there already.`);
  };
  const readPassword = async (): Promise<{ password: string; said: string }> => {
    if (!values['password-stdin']) {
      const password = createToken().slice(0, 24);
      return { password, said: `Password of ${name}, shown this once: ${password}\n` };
    }
    const password = (await text(process.stdin)).replace(/\r?\n$/, '');
    if (password.length < SHORTEST_PASSWORD || password.length > 256)
      throw new UsageError(`A password has at least ${SHORTEST_PASSWORD} characters, and at most 256.`);
    return { password, said: `The password of ${name} is set.\n` };
  };

  switch (act) {
    case 'list': {
      const users = content.users.map((user) => `${user.name}\t${user.disabled ? 'disabled' : user.role}\n`);
      const screens = content.screens.map((screen) => `${screen.name}\tscreen\n`);
      return [...users, ...screens].join('') || 'Nobody.\n';
    }
    case 'add': {
      requireName(content.users.some((known) => known.name === name));
      const { password, said } = await readPassword();
      const role = values.administer ? 'administer' : 'look';
      const hash = await hashPassword(password);
      content.users.push({ name, role, password: hash, disabled: false, disables: 0 });
      save();
      return said;
    }
    case 'password': {
      const user = findUser();
      const { password, said } = await readPassword();
      user.password = await hashPassword(password);
      save();
      return said;
    }
    case 'disable':
    case 'enable': {
      const user = findUser();
      user.disabled = act === 'disable';
      if (user.disabled) user.disables += 1;
      save();
      return `${name} is ${act}d.\n`;
    }
    case 'add-screen': {
      requireName(content.screens.some((known) => known.name === name));
      const token = createToken();
      content.screens.push({ name, token: hashToken(token) });
      save();
      return `Token of the screen ${name}, shown this once: ${token}\n`;
    }
    case 'remove-screen': {
      const left = content.screens.filter((known) => known.name !== name);
      if (left.length === content.screens.length) throw new UsageError(`There is no screen ${name}.`);
      content.screens = left;
      save();
      return `The screen ${name} is removed.\n`;
    }
    default:
      throw new UsageError(`"${act}" is no command: see npm run users -- --help.`);
  }
}

function readArgs() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        file: { type: 'string' },
        administer: { type: 'boolean', default: false },
        'password-stdin': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    const [what] = String(error instanceof Error ? error.message : error).split('. ');
    throw new UsageError(`${what}: see npm run users -- --help.`);
  }
}

function read(path: string): UsersFile {
  try {
    return existsSync(path) ? readUsersFile(path) : { users: [], screens: [] };
  } catch (error) {
    throw new UsageError(`${path} ${explainUsersFile(error)}.`);
  }
}

function write(path: string, content: UsersFile): void {
  try {
    writeUsersFile(path, content);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    throw new UsageError(`${dirname(path)} cannot be written to (${code}).`);
  }
}
