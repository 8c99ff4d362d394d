import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConferencesPage } from '#contract/page.ts';
import { ApiError } from '../../../client/api/ApiError.ts';
import { createAsker } from '../../../client/api/createAsker.ts';
import { startBoard, type TestBoard } from '../../support/board.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard({ conferences: 10, cacheSeconds: 0 });
  board.simulator.clock.freeze();
});
afterAll(() => board.stop());

const address = (query: string) => `${board.origin}/api/video/conferences?${query}`;
const never = new AbortController().signal;
const failureOf = (answer: Promise<unknown>): Promise<unknown> => answer.catch((error: unknown) => error);

describe('asking the board’s own server', () => {
  it('gives back the very same body when nothing has changed', async () => {
    const ask = createAsker<ConferencesPage>(10);
    const first = await ask(address('page_size=3'), never);
    const second = await ask(address('page_size=3'), never);
    expect([first.unchanged, second.unchanged]).toEqual([false, true]);
    expect(second.body).toBe(first.body);
    board.simulator.edit(first.body.data[0]?.id ?? '', { display_name: 'Another name' });
    const third = await ask(address('page_size=3'), never);
    expect(third.unchanged).toBe(false);
    expect(third.body.data[0]?.display_name).toBe('Another name');
  });

  it('forgets the address that was asked longest ago, and asks for it anew', async () => {
    const ask = createAsker<ConferencesPage>(2);
    for (const size of [1, 2, 3]) await ask(address(`page_size=${size}`), never);
    expect((await ask(address('page_size=3'), never)).unchanged).toBe(true);
    expect((await ask(address('page_size=1'), never)).unchanged).toBe(false);
  });

  it('throws what the server says, with its code, its sentence and the id in its log', async () => {
    const failure = await failureOf(createAsker(1)(`${board.origin}/api/nothing`, never));
    expect(failure).toBeInstanceOf(ApiError);
    expect(failure).toMatchObject({ code: 'not_found', message: 'There is nothing at this address.' });
    expect(failure).toHaveProperty('requestId', expect.stringMatching(/^[\w-]{8,}$/));
  });

  it('throws every message of a 422', async () => {
    const failure = await failureOf(createAsker(1)(address('page_size=0&page_number=x'), never));
    expect(failure).toMatchObject({
      code: 'invalid',
      errors: [{ attribute: 'page_number' }, { attribute: 'page_size' }],
    });
  });

  it('calls a server that does not answer offline', async () => {
    const gone = await startBoard({ conferences: 1 });
    await gone.stop();
    expect(await failureOf(createAsker(1)(`${gone.origin}/api/board`, never))).toMatchObject({
      code: 'offline',
    });
  });

  it('throws the reason of the signal when the reader no longer wants it', async () => {
    const reason = new Error('stopped');
    expect(await failureOf(createAsker(1)(address('page_size=1'), AbortSignal.abort(reason)))).toBe(reason);
  });
});
