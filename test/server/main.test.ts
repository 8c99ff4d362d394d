import { get } from 'node:http';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SentConference } from '#contract/conference.ts';
import { createSimulator } from '../../server/simulator/simulator.ts';
import { type Program, run } from '../support/program.ts';
import { startHeldSpace } from '../support/space.ts';
import { createUsersFile } from '../support/visitor.ts';

// Processes take their time on a busy machine.
const PATIENCE = { timeout: 15_000 };

/** For a space that looks at none. */
const CREDENTIALS = {
  SIGNALWIRE_PROJECT_ID: 'project',
  SIGNALWIRE_API_TOKEN: 'PT0123456789abcdef0123456789',
};

let program: Program;
afterEach(() => program.kill('SIGKILL'));

const start = (env: Record<string, string> = {}) => {
  program = run('main.ts', { PORT: '0', ...env });
  return program;
};

describe('npm start', () => {
  it('prints one line for people: where the board is, and that its data is a demo', async () => {
    const origin = await start({ LOG_LEVEL: 'silent' }).whenListening();
    expect(program.readOutput()).toMatch(/^Callboard shows a demo, .+SIGNALWIRE_SPACE.+\n$/);
    const path = '/api/video/conferences?page_size=1000&include_active_session=true';
    const { data } = await (await fetch(origin + path)).json();
    const statuses = data.map((row: SentConference) => row.active_session?.status);
    expect(new Set(statuses)).toContain('in-progress');
  });

  it('shows another space with its credentials, and writes them nowhere', async () => {
    const simulator = createSimulator({ conferences: 3 });
    const { projectId, apiToken } = simulator.credentials;
    const space = await simulator.listen();
    const origin = await start({
      SIGNALWIRE_SPACE: space,
      SIGNALWIRE_PROJECT_ID: projectId,
      SIGNALWIRE_API_TOKEN: apiToken,
      LOG_LEVEL: 'trace',
    }).whenListening();
    const body = await (await fetch(`${origin}/api/video/conferences`)).json();
    expect(body.data).toHaveLength(3);
    program.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    await simulator.close();
    for (const secret of [apiToken, btoa(`${projectId}:${apiToken}`)])
      expect(program.readOutput()).not.toContain(secret);
  });

  it('says to whom the board is shown, and where', async () => {
    const { path } = await createUsersFile();
    const local = { AUTH_MODE: 'local', USERS_FILE: path, BASE_PATH: '/callboard' };
    const site = { PUBLIC_URL: 'https://board.example.org', TRUSTED_PROXIES: '127.0.0.1' };
    await start({ ...local, ...site }).whenListening();
    const reach = 'to people who sign in (AUTH_MODE=local) at https://board.example.org/callboard/';
    expect(program.readOutput()).toContain(`${reach}; for your own set `);
    // The log has a stream of its own.
    await expect.poll(program.readOutput).toContain('"publicUrl":"https://board.example.org/callboard/"');
  });

  it('warns when nobody has to sign in and other machines may ask', async () => {
    await start({ AUTH_MODE: 'none', ALLOWED_HOSTS: 'board.example.org' }).whenListening();
    const reach = 'without a sign-in (AUTH_MODE=none), and under board.example.org to whoever asks';
    expect(program.readOutput()).toContain(reach);
    await expect
      .poll(program.readOutput)
      .toContain('"msg":"nobody has to sign in, and ALLOWED_HOSTS names more');
  });

  it.each([
    [{ SIGNALWIRE_SPACE: 'acme', SIGNALWIRE_PROJECT_ID: 'x' }, /^SIGNALWIRE_API_TOKEN is missing.+\n$/],
    [{ HOST: '0.0.0.0' }, /^HOST must be.+\n$/],
    [{ PORT: 'x' }, /^PORT must be.+\n$/],
    [{ NODE_ENV: 'production' }, /^SIGNALWIRE_SPACE.+DEMO=1.+\n$/],
    [{ NODE_DEBUG: 'http' }, /^NODE_DEBUG .+\n$/],
    [{ NODE_TLS_REJECT_UNAUTHORIZED: '0' }, /NODE_TLS_REJECT_UNAUTHORIZED=0 would .+\n$/],
  ])('ends with one sentence when it is told %o', async (env, sentence) => {
    start(env);
    expect(await program.ended).toBe(1);
    expect(program.readOutput()).toMatch(sentence);
  });

  it('ends with one sentence when the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await vi.waitFor(() => expect(other.listening).toBe(true));
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    start({ PORT: String(port) });
    expect(await program.ended).toBe(1);
    expect(program.readOutput()).toBe('The port is in use: stop what runs there, or set PORT to another.\n');
    other.close();
  });

  it('ends with one sentence under a Node that is too old', async () => {
    const older = 'Object.defineProperty(process,"versions",{value:{node:"20.20.2"}})';
    program = run(
      'main.ts',
      {},
      {
        flags: ['--import', `data:text/javascript,${encodeURIComponent(older)}`],
      },
    );
    expect(await program.ended).toBe(1);
    expect(program.readOutput()).toMatch(
      /^Callboard needs Node\.js 24 or newer and this is 20\.20\.2: .+npm ci.+\n$/,
    );
  });
});

const readReady = async (origin: string) => (await fetch(`${origin}/readyz`)).text();

describe('a signal to stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('%s ends it with 0', async (signal) => {
    await start().whenListening();
    program.kill(signal);
    expect(await program.ended).toBe(0);
  });

  it('lets 50 requests in flight have their answer, and tells newcomers that it is stopping', async () => {
    await using space = await startHeldSpace();
    const origin = await start({ SIGNALWIRE_SPACE: space.origin, ...CREDENTIALS }).whenListening();
    const inFlight = Array.from({ length: 50 }, (_, index) =>
      fetch(`${origin}/api/video/conferences?page_size=${index + 1}`),
    );
    await vi.waitFor(() => expect(space.held).toHaveLength(50), PATIENCE);
    program.kill('SIGTERM');
    await vi.waitFor(async () => expect(await readReady(origin)).toContain('stopping'), PATIENCE);
    expect((await fetch(`${origin}/api/board`)).status).toBe(503);
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    space.release();
    const answers = await Promise.all(inFlight);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(await program.ended).toBe(0);
  });

  it('is one act, however often one Ctrl+C arrives', async () => {
    await using space = await startHeldSpace();
    const origin = await start({ SIGNALWIRE_SPACE: space.origin, ...CREDENTIALS }).whenListening();
    const inFlight = Array.from({ length: 20 }, (_, index) =>
      fetch(`${origin}/api/video/conferences?page_size=${index + 1}`),
    );
    await vi.waitFor(() => expect(space.held).toHaveLength(20), PATIENCE);
    for (const signal of ['SIGINT', 'SIGINT', 'SIGTERM', 'SIGTERM'] as const) program.kill(signal);
    await vi.waitFor(async () => expect(await readReady(origin)).toContain('stopping'), PATIENCE);
    program.kill('SIGINT');
    // It has come before what is asked after it.
    expect(await readReady(origin)).toContain('stopping');
    space.release();
    const answers = await Promise.all(inFlight);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(await program.ended).toBe(0);
  });

  it('ends it at once when somebody means it a second time', async () => {
    const simulator = createSimulator({ conferences: 5 });
    simulator.setFault('hang');
    const { projectId, apiToken } = simulator.credentials;
    const space = await simulator.listen();
    const credentials = { SIGNALWIRE_PROJECT_ID: projectId, SIGNALWIRE_API_TOKEN: apiToken };
    const origin = await start({ SIGNALWIRE_SPACE: space, ...credentials }).whenListening();
    get(`${origin}/api/video/conferences`).on('error', () => {});
    await vi.waitFor(() => expect(simulator.requestsSeen).toBe(1), PATIENCE);
    program.kill('SIGTERM');
    await vi.waitFor(async () => expect(await readReady(origin)).toContain('stopping'), PATIENCE);
    // What comes in the first second is still the first act.
    const again = setInterval(() => program.kill('SIGTERM'), 100);
    expect(await program.ended).toBe(1);
    clearInterval(again);
    await simulator.close();
  });
});
