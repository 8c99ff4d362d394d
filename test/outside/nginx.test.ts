import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_FLAGS, findChromium } from '../support/chromium.ts';
import { findFreePort } from '../support/port.ts';
import { type Program, run } from '../support/program.ts';

const project = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'callboard-'));
const usersFile = join(folder, 'users.json');

let browser: Browser;
beforeAll(async () => {
  const names = '/CN=127.0.0.1';
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', names, ...files],
    {
      stdio: 'ignore',
    },
  );
  browser = await chromium.launch({
    ...(await findChromium()),
    args: CHROMIUM_FLAGS,
    // Back is to find what it finds for people.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
});
afterAll(() => browser.close());

/** Runs the command for users as the page on deploying says, and answers what it printed once. */
function users(...args: string[]): string {
  const { stdout } = spawnSync(process.execPath, [project('server/access/main.ts'), ...args], {
    env: { PATH: process.env.PATH, USERS_FILE: usersFile },
    encoding: 'utf8',
  });
  return /: ([\w-]+)\n$/.exec(stdout)?.[1] ?? '';
}

/** docs/deploying/nginx.conf with the ports and files of this test, for IPv4 alone, and with what `edit` changes. */
function writeNginxConfig(tlsPort: number, boardPort: number, edit: (text: string) => string): string {
  const shown = readFileSync(project('docs/deploying/nginx.conf'), 'utf8');
  const site = edit(shown)
    .replaceAll(/listen \[::\].*;/g, '')
    .replace('listen 80;', `listen unix:${join(folder, `plain-${tlsPort}.sock`)};`)
    .replace('listen 443 ssl;', `listen 127.0.0.1:${tlsPort} ssl;`)
    .replaceAll('board.example.org', '127.0.0.1')
    .replaceAll('/etc/callboard-tls', folder)
    .replaceAll('http://127.0.0.1:3000', `http://127.0.0.1:${boardPort}`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(folder, name)};`,
  );
  const path = join(folder, `nginx-${tlsPort}.conf`);
  const http = `http { access_log off; ${temporary.join(' ')}\n${site}\n}`;
  writeFileSync(path, `pid ${join(folder, `${tlsPort}.pid`)};\nerror_log stderr;\nevents {}\n${http}\n`);
  return path;
}

describe.each([
  ['leaves the base path on', (text: string) => text],
  [
    'takes the base path off',
    (text: string) => text.replace('proxy_pass http://127.0.0.1:3000;', 'proxy_pass http://127.0.0.1:3000/;'),
  ],
])('behind an nginx with TLS that %s', (_, edit) => {
  let board: Program;
  let nginx: ReturnType<typeof spawn>;
  let origin: string;
  let page: Page;
  let problems: string[];
  const password = users('add', `user-${edit.length}-${Math.random().toString(36).slice(2)}`);
  const [name = ''] = readNames().slice(-1);

  function readNames(): string[] {
    return JSON.parse(readFileSync(usersFile, 'utf8')).users.map((user: { name: string }) => user.name);
  }

  beforeAll(async () => {
    const [tlsPort, boardPort] = [await findFreePort(), await findFreePort()];
    origin = `https://127.0.0.1:${tlsPort}`;
    const env = {
      PORT: String(boardPort),
      AUTH_MODE: 'local',
      USERS_FILE: usersFile,
      PUBLIC_URL: origin,
      BASE_PATH: '/callboard',
      TRUSTED_PROXIES: '127.0.0.1',
    };
    board = run('main.ts', env, { page: true });
    await board.whenListening();
    const config = writeNginxConfig(tlsPort, boardPort, edit);
    nginx = spawn('/usr/sbin/nginx', ['-p', folder, '-c', config, '-g', 'daemon off;'], { stdio: 'inherit' });
  });
  afterAll(async () => {
    nginx.kill('SIGQUIT');
    board.kill('SIGTERM');
    await Promise.all([once(nginx, 'close'), board.ended]);
  });
  afterEach(async () => {
    await page.context().close();
    expect(problems).toEqual([]);
  });

  const open = async (address: string): Promise<Page> => {
    problems = [];
    const context = await browser.newContext({
      ignoreHTTPSErrors: true,
      permissions: ['clipboard-read', 'clipboard-write'],
      viewport: { width: 1440, height: 780 },
    });
    context.on('weberror', (error) => problems.push(`${error.error()}`));
    page = await context.newPage();
    page.on('console', (message) => {
      if (/Content Security Policy|Failed to load/.test(message.text())) problems.push(message.text());
    });
    await expect
      .poll(() =>
        page.goto(origin + address).then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
    return page;
  };
  const signIn = async () => {
    await page.getByLabel('Name').fill(name);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('table').getByRole('row').nth(1).waitFor();
  };

  it('signs a person in, shows the board, and signs out', async () => {
    await open('/callboard/');
    expect(await page.title()).toBe('Callboard');
    expect(new URL(page.url()).pathname).toBe('/callboard/sign-in');
    await signIn();
    expect(new URL(page.url()).pathname).toBe('/callboard/');
    const [cookie] = await page.context().cookies();
    expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' });
    await page.goto(`${origin}/callboard/account`);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('You are signed out.').waitFor();
    await page.evaluate(() => history.go(-2)).catch(() => {});
    await page.waitForURL(`${origin}/callboard/sign-in`);
    await page.goto(`${origin}/callboard/`);
    expect(new URL(page.url()).pathname).toBe('/callboard/sign-in');
  });

  it('comes back to the view of a link, and copies a link that leads there', async () => {
    await open('/callboard/?status=scheduled');
    await signIn();
    expect(new URL(page.url()).search).toContain('status=scheduled');
    await page.getByRole('table').getByRole('row').nth(1).click();
    await page.getByRole('complementary').or(page.getByRole('dialog')).first().waitFor();
    await page
      .getByRole('button', { name: /copy link/i })
      .first()
      .click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/callboard\/\?.*c=/);
    await page.goto(copied);
    await page.getByRole('complementary').or(page.getByRole('dialog')).first().waitFor();
  });

  it('leaves what only begins like the base path to others', async () => {
    await open('/callboard/');
    const answer = await page.request.get(`${origin}/callboardx/`, { headers: { Accept: 'text/html' } });
    expect(await answer.text()).toContain('nginx');
  });

  it('leads to the slash where the base path has none', async () => {
    await open('/callboard?status=live');
    expect(new URL(page.url()).pathname).toBe('/callboard/sign-in');
  });
});
