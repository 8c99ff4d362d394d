import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startBoard, type TestBoard } from '../../support/board.ts';
import {
  addScreen,
  createUsersFile,
  createVisitor,
  localAccess,
  PASSWORD,
  type TestUsers,
  type Visitor,
} from '../../support/visitor.ts';

const program = fileURLToPath(new URL('../../../server/access/main.ts', import.meta.url));
const BOARD = '/api/board';
const SESSION = '__Host-callboard-session';
const MINUTE = 60_000;

let users: TestUsers;
let board: TestBoard;
let visitor: Visitor;
beforeEach(async () => {
  users = await createUsersFile();
  board = await startBoard({ conferences: 5, access: localAccess(users.path) });
  visitor = createVisitor(board.origin);
});
afterEach(() => board.stop());

const statusOf = async (path: string, init?: RequestInit) => (await visitor.ask(path, init)).status;
/** Changes the users by the command, as an administrator does. */
const runUsers = (...args: string[]) =>
  promisify(execFile)(process.execPath, [program, ...args, '--file', users.path]);
/** What an administrator reads. */
const readAudit = async (administrator: Visitor) => (await administrator.navigate('/audit')).text();

describe('signing in with a password', () => {
  it('lets a user in, under a cookie that no script reads and no other site sends', async () => {
    expect(await statusOf(BOARD)).toBe(401);
    const response = await visitor.signIn('Bob');
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/');
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-callboard-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ]);
    expect(await statusOf(BOARD)).toBe(200);
  });

  it('keeps browsers on TLS, and never asks them for a password of its own', async () => {
    const { headers } = await visitor.ask(BOARD);
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect(headers.has('www-authenticate')).toBe(false);
  });

  it('brings a person to the sign-in, and back to the address of the link', async () => {
    const link = '/?status=live&q=a%26b%22%3E';
    const sent = await visitor.navigate(link);
    expect(sent.status).toBe(303);
    const page = await (await visitor.navigate(sent.headers.get('location') ?? '')).text();
    expect(page).toContain('name="goal" value="/?status=live&#38;q=a%26b%22%3E"');
    const response = await visitor.post('/sign-in', { name: 'bob', password: PASSWORD, goal: link });
    expect(response.headers.get('location')).toBe(link);
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/%0d\nx',
    'javascript:alert(1)',
    '\\\\evil.example',
    ' /x',
    '',
  ])('leads nobody elsewhere afterwards: %j', async (goal) => {
    const response = await visitor.post('/sign-in', { name: 'bob', password: PASSWORD, goal });
    expect(response.headers.get('location')).toBe('/');
  });

  it('says the same of a wrong password, an unknown name and a disabled user', async () => {
    users.change(({ users: [, bob] }) => {
      if (bob !== undefined) bob.disabled = true;
    });
    const answers = await Promise.all([
      visitor.signIn('alice', 'wrong password'),
      visitor.signIn('nobody', 'wrong password'),
      visitor.signIn('bob'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    const [wrong, ...others] = texts.map((text) => text.replace(/value="(?:alice|nobody|bob)"/, ''));
    expect(wrong).toContain('The name or the password is wrong.');
    expect(others).toEqual([wrong, wrong]);
  });

  it('writes no password and no name that it does not know into the log', async () => {
    await visitor.signIn('hunter2-typed-as-name', 'hunter2-the-password');
    expect(board.readLog()).toContain('"act":"refused"');
    expect(board.readLog()).not.toContain('hunter2');
  });

  it('shows what was typed as text', async () => {
    const response = await visitor.post('/sign-in', {
      name: '"><script>',
      password: 'x',
      goal: '/?q="><script>',
    });
    const page = await response.text();
    expect(page).not.toContain('<script>');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('lets 50 people of one address in at once', async () => {
    const visitors = Array.from({ length: 50 }, () => createVisitor(board.origin));
    const answers = await Promise.all(visitors.map((one) => one.signIn('bob')));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 303));
    expect(new Set(visitors.map(({ cookies }) => cookies.get(SESSION))).size).toBe(50);
  });
});

describe('guessing passwords', () => {
  it('ends after five for one user, whatever address the guesser claims', async () => {
    const answers: number[] = [];
    for (let guess = 0; guess < 30; guess++) {
      const forwarded = { 'X-Forwarded-For': `203.0.113.${guess}`, Forwarded: `for=203.0.113.${guess}` };
      answers.push((await visitor.signIn('bob', `wrong password ${guess}`, forwarded)).status);
    }
    expect(answers.filter((status) => status === 403)).toHaveLength(5);
    expect(answers.filter((status) => status === 429)).toHaveLength(25);
    expect((await visitor.signIn('bob')).status).toBe(429);
    expect((await visitor.signIn('alice')).status).toBe(303);
  });

  it('ends after five when all come at once', async () => {
    const guesses = Array.from({ length: 30 }, (_, guess) =>
      visitor.signIn('bob', `wrong password ${guess}`),
    );
    const answers = await Promise.all(guesses);
    const looked = answers.filter(({ status }) => status === 403);
    // Two are looked at side by side, so one may slip in.
    expect(looked.length).toBeLessThanOrEqual(6);
  });

  it('ends after thirty for one address, whichever users it tries', async () => {
    const answers: number[] = [];
    for (let guess = 0; guess < 35; guess++)
      answers.push((await visitor.signIn(`user${guess}`, 'wrong password')).status);
    expect(answers.filter((status) => status === 403)).toHaveLength(30);
    expect(answers.slice(30)).toEqual([429, 429, 429, 429, 429]);
  });
});

describe('guessing from many addresses behind our own proxy', () => {
  beforeEach(async () => {
    await board.stop();
    const isProxy = (address: string) => address === '127.0.0.1';
    board = await startBoard({ conferences: 5, access: localAccess(users.path, { isProxy }) });
    visitor = createVisitor(board.origin);
  });
  const from = (address: string) => ({ 'X-Forwarded-For': address });

  it('does not lock a user out where they were before', async () => {
    await visitor.signIn('bob', PASSWORD, from('198.51.100.7'));
    for (let guess = 0; guess < 60; guess++)
      await visitor.signIn('bob', 'wrong password', from(`203.0.113.${guess}`));
    expect((await visitor.signIn('bob', PASSWORD, from('203.0.113.99'))).status).toBe(429);
    expect((await visitor.signIn('bob', PASSWORD, from('198.51.100.7'))).status).toBe(303);
  });

  it('takes a network of IPv6 for one address', async () => {
    const answers: number[] = [];
    for (let guess = 0; guess < 8; guess++)
      answers.push((await visitor.signIn('bob', 'wrong password', from(`2001:db8:0:1::${guess}`))).status);
    expect(answers.filter((status) => status === 403)).toHaveLength(5);
  });
});

describe('a session', () => {
  it('has another name after each sign-in, and the one before is over', async () => {
    await visitor.signIn('bob');
    const first = visitor.cookies.get(SESSION) ?? '';
    await visitor.signIn('bob');
    expect(visitor.cookies.get(SESSION)).not.toBe(first);
    expect(await statusOf(BOARD, { headers: { Cookie: `${SESSION}=${first}` } })).toBe(401);
  });

  it('does not begin under a name that somebody else chose', async () => {
    const planted = 'A'.repeat(43);
    visitor.cookies.set(SESSION, planted);
    await visitor.signIn('bob');
    expect(visitor.cookies.get(SESSION)).not.toBe(planted);
    expect(await statusOf(BOARD, { headers: { Cookie: `${SESSION}=${planted}` } })).toBe(401);
  });

  it('is over after the sign-out, also for whoever kept the cookie', async () => {
    await visitor.signIn('bob');
    const kept = visitor.cookies.get(SESSION) ?? '';
    const response = await visitor.post('/sign-out', {});
    expect(response.headers.get('location')).toBe('/sign-in?signed_out');
    expect(visitor.cookies.has(SESSION)).toBe(false);
    expect(await statusOf(BOARD, { headers: { Cookie: `${SESSION}=${kept}` } })).toBe(401);
  });

  it('is nothing under a cookie that was changed or made up', async () => {
    await visitor.signIn('bob');
    const token = visitor.cookies.get(SESSION) ?? '';
    const changed = (token.startsWith('A') ? 'B' : 'A') + token.slice(1);
    const made = [
      changed,
      token.slice(1),
      `${token}A`,
      'x'.repeat(8_000),
      '%00',
      '__proto__',
      '"',
      `${token}%00`,
    ];
    for (const value of made)
      expect(await statusOf(BOARD, { headers: { Cookie: `${SESSION}=${value}` } })).toBe(401);
    expect(await statusOf(BOARD, { headers: { Cookie: `callboard-session=${token}` } })).toBe(401);
  });

  it('is over as soon as its user is disabled, and when the password changes', async () => {
    await visitor.signIn('bob');
    users.change(({ users: [, bob] }) => {
      if (bob !== undefined) bob.disabled = true;
    });
    expect(await statusOf(BOARD)).toBe(401);
    users.change(({ users: [, bob] }) => {
      if (bob !== undefined) bob.disabled = false;
    });
    expect(await statusOf(BOARD)).toBe(401);
  });

  it('stays over when its user is enabled again, also if it asked nothing meanwhile', async () => {
    await visitor.signIn('bob');
    await runUsers('disable', 'bob');
    await runUsers('enable', 'bob');
    expect(await statusOf(BOARD)).toBe(401);
    expect((await visitor.signIn('bob')).status).toBe(303);
    expect(await statusOf(BOARD)).toBe(200);
  });

  it('is over after half an hour without an act; the page refreshing itself is none', async () => {
    await visitor.signIn('bob');
    for (let minute = 0; minute < 29; minute++) {
      board.simulator.clock.advance(MINUTE);
      expect(await statusOf(BOARD)).toBe(200);
    }
    board.simulator.clock.advance(MINUTE);
    expect(await statusOf(BOARD)).toBe(401);
  });

  it.each([
    ['a request that the page marks as a person’s', { 'Callboard-Active': '1' }],
    ['a page that is opened', { Accept: 'text/html' }],
  ])('goes on with %s, for twelve hours', async (_, headers) => {
    await visitor.signIn('bob');
    for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
      board.simulator.clock.advance(20 * MINUTE);
      expect(await statusOf(BOARD, { headers })).toBe(200);
    }
    board.simulator.clock.advance(20 * MINUTE);
    expect((await visitor.ask(BOARD, { headers })).status).not.toBe(200);
  });

  it('comes along with a link from a chat, and with nothing that another site reads', async () => {
    await visitor.signIn('bob');
    const link = await visitor.navigate('/?status=live', {
      'Sec-Fetch-Site': 'cross-site',
      'Sec-Fetch-Mode': 'navigate',
    });
    expect(link.headers.has('location')).toBe(false);
    expect(await statusOf(BOARD, { headers: { 'Sec-Fetch-Site': 'cross-site' } })).toBe(403);
  });
});

describe('a form of another site', () => {
  const foreign: Record<string, string>[] = [
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { Origin: 'https://board.example.org.evil.example' },
    { Origin: 'http://board.example.org' },
    { Origin: '' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { 'Sec-Fetch-Site': 'none' },
  ];

  it.each(foreign)('signs nobody in: %j', async (headers) => {
    expect((await visitor.signIn('bob', PASSWORD, headers)).status).toBe(403);
    expect(visitor.cookies.size).toBe(0);
  });

  it.each(foreign)('signs nobody out: %j', async (headers) => {
    await visitor.signIn('bob');
    expect((await visitor.post('/sign-out', {}, headers)).status).toBe(403);
    expect(await statusOf(BOARD)).toBe(200);
  });
});

describe('administering', () => {
  it('is refused to who may only look, and that is noted', async () => {
    await visitor.signIn('bob');
    expect((await visitor.navigate('/audit')).status).toBe(403);
    expect((await visitor.post('/sign-out-other', { handle: 'x' })).status).toBe(403);
    const alice = createVisitor(board.origin);
    await alice.signIn('alice');
    expect(await readAudit(alice)).toContain('<td>Not allowed</td><td>bob</td>');
  });

  it('shows who signed in, who was refused and who left', async () => {
    await visitor.signIn('bob', 'wrong password');
    await visitor.signIn('bob');
    await visitor.post('/sign-out', {});
    const alice = createVisitor(board.origin);
    await alice.signIn('alice');
    const audit = await readAudit(alice);
    for (const words of ['Refused', 'Signed in', 'Signed out'])
      expect(audit).toContain(`<td>${words}</td><td>bob</td>`);
    expect(audit).toContain('127.0.0.1');
  });

  it('shows who was disabled, enabled, added and removed by the command, and whose password changed', async () => {
    const alice = createVisitor(board.origin);
    await alice.signIn('alice');
    await runUsers('disable', 'bob');
    await visitor.signIn('bob');
    await alice.ask(BOARD);
    for (const args of [
      ['enable', 'bob'],
      ['password', 'bob'],
      ['add', 'carol'],
      ['add-screen', 'lobby'],
      ['remove-screen', 'lobby'],
    ]) {
      await runUsers(...args);
      await alice.ask(BOARD);
    }
    const audit = await readAudit(alice);
    const acts = [...audit.matchAll(/<td>([\w ]+)<\/td><td>(\w+)<\/td><td>[\d.]*<\/td><td>([\w ]*)<\/td>/g)];
    expect(acts.map(([, ...words]) => words.join(': '))).toEqual([
      'Screen removed: lobby: by npm run users',
      'Screen added: lobby: by npm run users',
      'User added: carol: by npm run users',
      'Password changed: bob: by npm run users',
      'User enabled: bob: by npm run users',
      'Refused: bob: disabled',
      'User disabled: bob: by npm run users',
      'Signed in: alice: ',
    ]);
    expect(board.readLog()).toContain('"act":"user_disabled","person":"bob"');
  });

  it('shows nobody as signed in who was disabled, and which session is one’s own', async () => {
    await visitor.signIn('bob');
    const alice = createVisitor(board.origin);
    await alice.signIn('alice');
    expect(await readAudit(alice)).toContain('<td>alice (you)</td>');
    expect(await readAudit(alice)).toContain('aria-label="Sign out bob"');
    await runUsers('disable', 'bob');
    expect(await readAudit(alice)).not.toContain('aria-label="Sign out bob"');
  });

  it('signs somebody else out', async () => {
    await visitor.signIn('bob');
    const alice = createVisitor(board.origin);
    await alice.signIn('alice');
    const [, handle = ''] = /<td>bob<\/td>.*?value="([\w-]+)"/.exec(await readAudit(alice)) ?? [];
    await alice.post('/sign-out-other', { handle });
    expect(await statusOf(BOARD)).toBe(401);
    expect(await readAudit(alice)).toContain('<td>Signed out by an administrator</td><td>bob</td>');
  });

  it('ends with the role', async () => {
    await visitor.signIn('alice');
    users.change(({ users: [alice] }) => {
      if (alice !== undefined) alice.role = 'look';
    });
    expect((await visitor.navigate('/audit')).status).toBe(403);
  });
});

describe('a screen on the wall', () => {
  it('shows the board for weeks, administers nothing, and ends when its token does', async () => {
    const token = addScreen(users, 'lobby');
    const response = await visitor.post('/sign-in-screen', { token });
    expect(response.headers.getSetCookie()[0]).toContain('Max-Age=34560000');
    board.simulator.clock.advance(30 * 24 * 60 * MINUTE);
    expect(await statusOf(BOARD)).toBe(200);
    expect((await visitor.navigate('/audit')).status).toBe(403);
    addScreen(users, 'kitchen');
    expect(await statusOf(BOARD)).toBe(200);
    users.change((content) => {
      content.screens = content.screens.filter(({ name }) => name !== 'lobby');
    });
    expect(await statusOf(BOARD)).toBe(401);
  });

  it('is nothing under a token that was made up', async () => {
    expect((await visitor.post('/sign-in-screen', { token: 'x'.repeat(43) })).status).toBe(403);
    expect(visitor.cookies.size).toBe(0);
  });
});

describe('the file of users', () => {
  it('lets nobody in when it cannot be read, and the log says why', async () => {
    await visitor.signIn('bob');
    users.change((content) => Object.assign(content, { users: 'all' }));
    expect(await statusOf(BOARD)).toBe(401);
    expect((await visitor.signIn('bob')).status).toBe(403);
    expect(board.readLog()).toContain('users file');
  });
});
