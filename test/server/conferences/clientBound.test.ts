import { afterEach, describe, expect, it } from 'vitest';
import { createClientBound } from '../../../server/conferences/clientBound.ts';
import { Fault } from '../../../server/http/Fault.ts';
import { type BoardOptions, startBoard, type TestBoard } from '../../support/board.ts';
import { createHandClock } from '../../support/clock.ts';

describe('the questions of a client', () => {
  it('are as many as it has, then come back evenly over a minute, and are nobody else’s', () => {
    const clock = createHandClock();
    const bound = createClientBound({ clientQuestions: 60 }, clock);
    const takeAll = (client: string) => {
      for (let count = 0; ; count += 1) {
        try {
          bound.take(client);
        } catch (error) {
          if (!(error instanceof Fault)) throw error;
          return [count, error.code, error.retryAfter];
        }
      }
    };
    expect(takeAll('10.0.0.1')).toEqual([60, 'too_many_questions', 1]);
    clock.advance(5);
    expect(takeAll('10.0.0.1')).toEqual([5, 'too_many_questions', 1]);
    expect(takeAll('10.0.0.2')).toEqual([60, 'too_many_questions', 1]);
    clock.advance(3_600);
    expect(takeAll('10.0.0.1')).toEqual([60, 'too_many_questions', 1]);
    // Nobody gets more by setting the machine's time.
    clock.step(3_600);
    expect(takeAll('10.0.0.1')).toEqual([0, 'too_many_questions', 1]);
  });
});

describe('a client that asks for many different lists', () => {
  let board: TestBoard;
  afterEach(() => board.stop());

  async function start(options: BoardOptions) {
    board = await startBoard({ conferences: 5, ...options });
    board.simulator.clock.freeze();
  }

  const ask = async (index: number) => {
    const response = await fetch(`${board.origin}/api/video/conferences?starts_after=${index}`);
    const { status, headers } = response;
    return { status, headers, body: await response.json() };
  };

  it('is told to wait, and SignalWire is asked no more', async () => {
    await start({ limits: { clientQuestions: 20 } });
    const answers = [];
    for (let index = 0; index < 60; index += 1) answers.push(await ask(index));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(20);
    const refused = answers.at(-1);
    expect([refused?.status, refused?.headers.get('retry-after')]).toEqual([429, '3']);
    expect(refused?.body.error).toMatchObject({ code: 'too_many_questions', retryable: true, retryAfter: 3 });
    expect(board.simulator.requestsSeen).toBe(20);
    board.simulator.clock.advance(3_000);
    expect((await ask(99)).status).toBe(200);
  });

  it('still gets every list that is kept, marked when it is old', async () => {
    await start({ limits: { clientQuestions: 3 } });
    for (let index = 0; index < 3; index += 1) await ask(index);
    for (let count = 0; count < 50; count += 1) expect((await ask(1)).status).toBe(200);
    board.simulator.clock.advance(6_000);
    for (const index of [0, 1, 2]) {
      const { status, headers } = await ask(index);
      const detail = headers.get('cache-status')?.split('detail=')[1];
      expect([status, detail]).toEqual([200, 'too_many_questions']);
    }
    expect(board.simulator.requestsSeen).toBe(3);
  });

  it('loses no question while SignalWire is not asked anyway', async () => {
    await start({ limits: { clientQuestions: 2 } });
    board.simulator.setFault('429-retry-after');
    for (let index = 0; index < 10; index += 1)
      expect((await ask(index)).body.error.code).toBe('upstream_rate_limited');
  });

  it('is not one of two hundred operators who look at the same ten pages for a minute', async () => {
    await start({});
    for (let second = 0; second < 60; second += 5) {
      const asked = Array.from({ length: 200 }, (_, operator) => ask(operator % 10));
      expect(new Set((await Promise.all(asked)).map(({ status }) => status))).toEqual(new Set([200]));
      board.simulator.clock.advance(5_000);
    }
  });
});
