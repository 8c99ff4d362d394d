import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConferencesPage } from '#contract/conferencesPage.ts';
import { ApiError } from '../../../client/api/ApiError.ts';
import { createAsker, hasField } from '../../../client/api/createAsker.ts';
import { startBoard, type TestBoard } from '../../support/board.ts';
import { createUsersFile, localAccess } from '../../support/visitor.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard({ conferences: 10, cacheSeconds: 0 });
  board.simulator.clock.freeze();
});
afterAll(() => board.stop());

const address = (query: string) => `${board.origin}/api/video/conferences?${query}`;
const isConferencesPage = (body: unknown): body is ConferencesPage =>
  hasField<ConferencesPage>('links')(body) && Array.isArray(body.data);
const never = new AbortController().signal;
const failureOf = (answer: Promise<unknown>): Promise<unknown> => answer.catch((error: unknown) => error);

/** Something between browser and board that answers everything itself. */
async function answerWith(status: number, headers: Record<string, string>, body: string) {
  const server = createServer((_request, response) => response.writeHead(status, headers).end(body));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    origin: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

describe('asking the board’s own server', () => {
  it('gives back the very same body when nothing has changed', async () => {
    const ask = createAsker(10, isConferencesPage);
    const first = await ask(address('page_size=3'), never);
    const second = await ask(address('page_size=3'), never);
    expect(second.body).toBe(first.body);
    board.simulator.edit(first.body.data[0]?.id ?? '', { display_name: 'Another name' });
    const third = await ask(address('page_size=3'), never);
    expect(third.body.data[0]?.display_name).toBe('Another name');
  });

  it('forgets the address that was asked longest ago, and asks for it anew', async () => {
    const ask = createAsker(2, isConferencesPage);
    const bodyOf = async (size: number) => (await ask(address(`page_size=${size}`), never)).body;
    const [first, , third] = [await bodyOf(1), await bodyOf(2), await bodyOf(3)];
    expect(await bodyOf(3)).toBe(third);
    expect(await bodyOf(1)).not.toBe(first);
  });

  it('throws what the server says, with its code, its sentence and the id in its log', async () => {
    const failure = await failureOf(createAsker(1, isConferencesPage)(`${board.origin}/api/nothing`, never));
    expect(failure).toBeInstanceOf(ApiError);
    expect(failure).toMatchObject({ code: 'not_found', message: 'There is nothing at this address.' });
    expect(failure).toHaveProperty('requestId', expect.stringMatching(/^[\w-]{8,}$/));
  });

  it('throws every message of a 422', async () => {
    const failure = await failureOf(
      createAsker(1, isConferencesPage)(address('page_size=0&page_number=x'), never),
    );
    expect(failure).toMatchObject({
      code: 'invalid',
      errors: [{ attribute: 'page_number' }, { attribute: 'page_size' }],
    });
  });

  it('calls a server that does not answer offline', async () => {
    const gone = await startBoard({ conferences: 1 });
    await gone.stop();
    expect(
      await failureOf(createAsker(1, isConferencesPage)(`${gone.origin}/api/board`, never)),
    ).toMatchObject({
      code: 'offline',
    });
  });

  it('tells the end of our own session from a sign-in in between', async () => {
    const { path } = await createUsersFile();
    await using signed = await startBoard({ conferences: 1, access: localAccess(path) });
    expect(
      await failureOf(createAsker(1, isConferencesPage)(`${signed.origin}/api/board`, never)),
    ).toMatchObject({ code: 'signed_out' });
  });

  it.each<[string, number, Record<string, string>, string]>([
    ['a redirect', 302, { Location: 'https://login.example/' }, ''],
    ['a page', 200, { 'Content-Type': 'text/html' }, '<form>'],
    ['JSON of its own', 200, { 'Content-Type': 'application/json' }, '{"login":true}'],
    ['a list that is none', 200, { 'Content-Type': 'application/json' }, '{"links":{},"data":{}}'],
    ['401 with a page', 401, { 'Content-Type': 'text/html' }, '<form>'],
    ['401 with JSON', 401, { 'Content-Type': 'application/json' }, '{"error":"unauthorized"}'],
    ['401 with errors', 401, { 'Content-Type': 'application/json' }, '{"errors":["unauthorized"]}'],
    ['403 with a page', 403, { 'Content-Type': 'text/html' }, 'no'],
    ['403 with JSON', 403, { 'Content-Type': 'application/json' }, '{"error":{"message":"no"}}'],
    ['511', 511, {}, ''],
  ])('knows %s of somebody in between, who wants a sign-in', async (_what, status, headers, body) => {
    await using between = await answerWith(status, headers, body);
    expect(await failureOf(createAsker(1, isConferencesPage)(`${between.origin}/`, never))).toMatchObject({
      name: 'ApiError',
      code: 'sign_in',
    });
  });

  it.each([
    [502, 'text/html', '<h1>Bad Gateway</h1>'],
    [503, 'application/json', '{"error":"upstream"}'],
    [500, 'application/json', '{"errors":"no"}'],
    [400, 'application/json', '{"errors":[null]}'],
    [404, 'text/plain', ''],
  ])('calls a %i with %s %s offline: it comes back by itself', async (status, type, body) => {
    await using between = await answerWith(status, { 'Content-Type': type }, body);
    expect(await failureOf(createAsker(1, isConferencesPage)(`${between.origin}/`, never))).toMatchObject({
      name: 'ApiError',
      code: 'offline',
    });
  });

  it('throws the reason of the signal when the reader no longer wants it', async () => {
    const reason = new Error('stopped');
    expect(
      await failureOf(createAsker(1, isConferencesPage)(address('page_size=1'), AbortSignal.abort(reason))),
    ).toBe(reason);
  });
});
