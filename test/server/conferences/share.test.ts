import { once } from 'node:events';
import { createServer, get } from 'node:http';
import { pino } from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createAnswerRedact } from '../../../server/conferences/answerRedact.ts';
import { createAsk } from '../../../server/conferences/askSignalWire.ts';
import { createShare } from '../../../server/conferences/share.ts';
import { DEFAULT_LIMITS } from '../../../server/limits.ts';
import { type BoardOptions, startBoard, type TestBoard } from '../../support/board.ts';
import { createHandClock } from '../../support/clock.ts';

const LIST = '/api/video/conferences?page_size=5';

let board: TestBoard;
afterEach(() => board.stop());

/** The clock stands far from a quarter of an hour, at which rows of the space change: no page here does by itself. */
async function start(options: BoardOptions = {}) {
  board = await startBoard({ conferences: 100, ...options });
  board.simulator.clock.freeze();
  board.simulator.clock.set(Date.parse('2026-11-23T12:02:00Z'));
}

async function ask(path = LIST, headers: Record<string, string> = {}) {
  const response = await fetch(board.origin + path, { headers });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text };
}

const cacheStatus = ({ headers }: { headers: Headers }) => headers.get('cache-status');
const countFlights = () => board.readLog().match(/"msg":"flight"/g)?.length ?? 0;

describe('many readers of one page', () => {
  it('cost one question to SignalWire, and get the same bytes', async () => {
    await start({ latency: 150 });
    const answers = await Promise.all(Array.from({ length: 200 }, () => ask()));
    expect(board.simulator.requestsSeen).toBe(1);
    expect(new Set(answers.map(({ status, text }) => status + text)).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
    // On a busy machine the last of them come when the answer is already kept.
    const shared = answers.filter((answer) => /collapsed|hit/.test(cacheStatus(answer) ?? ''));
    expect(shared).toHaveLength(199);
    expect(countFlights()).toBe(1);
  });

  it('are answered when the first of them leaves', async () => {
    await start({ latency: 300 });
    const first = get(board.origin + LIST);
    first.on('error', () => {});
    await vi.waitFor(() => expect(board.simulator.requestsSeen).toBe(1));
    const others = Promise.all(Array.from({ length: 199 }, () => ask()));
    first.destroy();
    expect(new Set((await others).map(({ status }) => status))).toEqual(new Set([200]));
    expect(board.simulator.requestsSeen).toBe(1);
  });

  it('cost one question too while its answer is still coming in, and all wait for the rest of it', async () => {
    const [rest, asked] = [Promise.withResolvers<void>(), vi.fn()];
    const slow = createServer(async (_, response) => {
      asked();
      response.writeHead(200, { 'Content-Type': 'application/json' }).write('{"links":{"self":"/a",');
      await rest.promise;
      response.end('"first":"/a"},"data":[{"id":"one"}]}');
    }).listen(0, '127.0.0.1');
    await once(slow, 'listening');
    const address = slow.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    await start({ spaceOrigin: `http://127.0.0.1:${address.port}` });

    let accepted = 0;
    const answers = Promise.all(
      Array.from({ length: 200 }, async () => {
        const request = get(board.origin + LIST);
        request.once('socket', (socket) => socket.once('connect', () => accepted++));
        const [response] = await once(request, 'response');
        return `${response.statusCode} ${Buffer.concat(await response.toArray()).toString('hex')}`;
      }),
    );
    await vi.waitFor(() => expect([accepted, asked.mock.calls.length]).toEqual([200, 1]));
    rest.resolve();
    const different = new Set(await answers);
    expect([...different]).toEqual([expect.stringMatching(/^200 [0-9a-f]{40,}$/)]);
    expect(asked).toHaveBeenCalledTimes(1);
    slow.closeAllConnections();
    slow.close();
  });

  it('all hear of a failure, which is not kept', async () => {
    await start({ latency: 100 });
    board.simulator.setFault('404');
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask()));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([502]));
    expect(board.simulator.requestsSeen).toBe(1);
    board.simulator.setFault(null);
    expect((await ask()).status).toBe(200);
  });

  it('share no answer across different queries', async () => {
    await start();
    const [five, six] = await Promise.all([ask(), ask('/api/video/conferences?page_size=6')]);
    expect(JSON.parse(five.text).data).toHaveLength(5);
    expect(JSON.parse(six.text).data).toHaveLength(6);
  });

  it('share one answer when they only spell the query differently', async () => {
    await start();
    await ask('/api/video/conferences?page_size=5&include_active_session=true');
    const other = await ask('/api/video/conferences?include_active_session=True&page_size=5');
    expect(cacheStatus(other)).toBe('Callboard; hit; ttl=5');
    expect(board.simulator.requestsSeen).toBe(1);
  });
});

describe('a kept page', () => {
  it('is fresh for CACHE_SECONDS, and says its age', async () => {
    await start();
    await ask();
    board.simulator.clock.advance(4_900);
    const kept = await ask();
    expect([kept.headers.get('age'), cacheStatus(kept)]).toEqual(['4', 'Callboard; hit; ttl=1']);
    board.simulator.clock.advance(100);
    expect(cacheStatus(await ask())).toBe('Callboard; fwd=miss; stored');
    expect(board.simulator.requestsSeen).toBe(2);
  });

  it('is never fresh when CACHE_SECONDS is 0', async () => {
    await start({ cacheSeconds: 0 });
    await ask();
    await ask();
    expect(board.simulator.requestsSeen).toBe(2);
  });

  it('is answered with 304 when it has not changed, also after it was asked for anew', async () => {
    await start();
    const etag = (await ask()).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    for (const seconds of [1, 60]) {
      board.simulator.clock.advance(seconds * 1000);
      const again = await ask(LIST, { 'if-none-match': etag });
      expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
    }
    expect(board.simulator.requestsSeen).toBe(2);
  });

  it('has other ETags for its packed and its plain form, and the same content in both', async () => {
    await start();
    const packed = await ask(LIST, { 'accept-encoding': 'gzip' });
    const plain = await ask(LIST, { 'accept-encoding': 'identity' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(packed.text).toBe(plain.text);
    expect(packed.headers.get('etag')).not.toBe(plain.headers.get('etag'));
    const etag = plain.headers.get('etag') ?? '';
    expect((await ask(LIST, { 'if-none-match': etag, 'accept-encoding': 'gzip' })).status).toBe(200);
    expect((await ask(LIST, { 'if-none-match': etag, 'accept-encoding': 'identity' })).status).toBe(304);
  });

  it('answers HEAD with its headers and no body', async () => {
    await start();
    const { headers } = await ask();
    const response = await fetch(board.origin + LIST, { method: 'HEAD' });
    expect(response.headers.get('etag')).toBe(headers.get('etag'));
    expect(await response.text()).toBe('');
    expect(board.simulator.requestsSeen).toBe(1);
  });
});

describe('what a reader already has, by If-None-Match', () => {
  it.each([
    [(tag: string) => tag, 304],
    [(tag: string) => `W/${tag}`, 304],
    [(tag: string) => `"other", W/${tag},"third"`, 304],
    [(tag: string) => `"a,b", ${tag}`, 304],
    [() => '*', 304],
    [() => '"other"', 200],
    [() => 'W/"other", "*"', 200],
    [(tag: string) => tag.replaceAll('"', ''), 200],
    [(tag: string) => tag.replace('"', '"x'), 200],
    [() => '', 200],
  ] as const)('%s is %d for the list', async (write, status) => {
    await start();
    const { headers } = await ask();
    const again = await ask(LIST, { 'if-none-match': write(headers.get('etag') ?? '') });
    expect(again.status).toBe(status);
  });
});

describe('the machine’s clock', () => {
  it.each([-3, 3])('stepped by %d hours changes no age and no pause', async (hours) => {
    const clock = createHandClock();
    const asked: string[] = [];
    let answer: 'page' | 'limited' = 'page';
    const share = createShare({
      ask: createAsk({
        fly: async (query, _mostMs, read) => {
          asked.push(query);
          const body = Buffer.from('{"links":{"self":"","first":""},"data":[]}');
          const headers = { 'content-type': 'application/json', 'retry-after': '7' };
          return read({ status: answer === 'page' ? 200 : 429, headers, body });
        },
        limits: DEFAULT_LIMITS,
        clock,
        log: pino({ level: 'silent' }),
        redact: createAnswerRedact({ projectId: 'project', apiToken: 'PTsecret' }),
        bound: { take: () => {} },
      }),
      clock,
      cacheSeconds: 5,
    });
    const read = (canonical: string) => share({ canonical, pageNumber: 0 }, null);
    await read('page_size=1');
    clock.step(hours * 3_600);
    expect(await read('page_size=1')).toMatchObject({ how: 'hit', age: 0 });
    clock.advance(5);
    expect(await read('page_size=1')).toMatchObject({ how: 'miss' });

    answer = 'limited';
    await expect(read('page_size=2')).rejects.toMatchObject({ retryAfter: 7 });
    clock.step(hours * 3_600);
    await expect(read('page_size=2')).rejects.toMatchObject({ paused: true, retryAfter: 7 });
    clock.advance(7);
    answer = 'page';
    expect(await read('page_size=2')).toMatchObject({ how: 'miss' });
    expect(asked).toHaveLength(4);
  });
});

describe('while the pause stands', () => {
  it('SignalWire is not asked: who has a kept page gets it marked, who has none is told to wait', async () => {
    await start();
    await ask();
    board.simulator.clock.advance(6_000);
    board.simulator.setFault('429-retry-after');
    const limited = await ask('/api/video/conferences?page_size=7');
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([503, '7']);
    board.simulator.clock.advance(2_000);
    board.simulator.setFault(null);

    const stale = await ask();
    expect(stale.status).toBe(200);
    expect(cacheStatus(stale)).toBe('Callboard; hit; ttl=-3; detail=upstream_rate_limited');
    expect(stale.headers.get('retry-after')).toBe('5');
    const paused = await ask('/api/video/conferences?page_size=8');
    expect([paused.status, paused.headers.get('retry-after')]).toEqual([503, '5']);
    expect(JSON.parse(paused.text).error).toMatchObject({ code: 'upstream_rate_limited', retryAfter: 5 });
    expect(board.simulator.requestsSeen).toBe(2);

    board.simulator.clock.advance(5_000);
    expect(cacheStatus(await ask())).toBe('Callboard; fwd=miss; stored');
  });

  it('wrong credentials do not press SignalWire: one question in 30 s, whatever is asked', async () => {
    await start();
    board.simulator.setFault('401');
    expect((await ask()).status).toBe(502);
    for (let size = 10; size < 20; size += 1)
      expect((await ask(`/api/video/conferences?page_size=${size}`)).status).toBe(503);
    expect(board.simulator.requestsSeen).toBe(1);
  });

  it.each(['401', '403'] as const)('refused credentials (%s) are shown to everybody alike', async (fault) => {
    await start({ cacheSeconds: 300 });
    await ask();
    await ask('/api/video/conferences?page_size=6');
    board.simulator.clock.advance(299_000);
    board.simulator.setFault(fault);
    const first = await ask('/api/video/conferences?page_size=7');
    expect(first.status).toBe(502);
    const { code } = JSON.parse(first.text).error;
    // Neither what was kept and fresh, nor while the pause stands, nor after it.
    for (const seconds of [0, 10, 19, 30]) {
      board.simulator.clock.advance(seconds * 1000);
      for (const size of [5, 6, 7]) {
        const { status, text } = await ask(`/api/video/conferences?page_size=${size}`);
        expect([502, 503]).toContain(status);
        expect(JSON.parse(text).error.code).toBe(code);
      }
    }
    board.simulator.setFault(null);
    board.simulator.clock.advance(30_000);
    expect((await ask()).status).toBe(200);
  });

  it('a pause that an unknown space set lets no older list through either', async () => {
    await start();
    await ask();
    board.simulator.clock.advance(6_000);
    board.simulator.setFault('404');
    for (let size = 10; size < 15; size += 1) await ask(`/api/video/conferences?page_size=${size}`);
    expect((await ask()).status).toBe(503);
  });

  it('five failures of different queries end the asking', async () => {
    await start();
    board.simulator.setFault('404');
    for (let size = 1; size <= 10; size += 1) await ask(`/api/video/conferences?page_size=${size}`);
    expect(board.simulator.requestsSeen).toBe(5);
  });

  it('one probe goes when its time has passed, however many ask', async () => {
    await start({ latency: 50 });
    board.simulator.setFault('401');
    await ask();
    board.simulator.clock.advance(30_000);
    const sizes = Array.from({ length: 20 }, (_, index) => index + 1);
    await Promise.all(sizes.map((size) => ask(`/api/video/conferences?page_size=${size}`)));
    expect(board.simulator.requestsSeen).toBe(2);
  });
});

describe('a walk', () => {
  const next = (text: string): string | undefined => JSON.parse(text).links.next;

  it('finds every page after the second already there when the reader takes its time', async () => {
    await start();
    const found: (string | null)[] = [];
    let pages = 0;
    for (let path: string | undefined = '/api/video/conferences?page_size=10'; path; ) {
      const answer = await ask(path);
      found.push(cacheStatus(answer));
      path = next(answer.text);
      pages += 1;
      // The reader takes as long as SignalWire takes for a page.
      const readAhead = path !== undefined && pages > 1;
      await vi.waitFor(() => expect(countFlights()).toBe(readAhead ? pages + 1 : pages));
    }
    expect(pages).toBe(10);
    expect(found.filter((status) => status === 'Callboard; fwd=miss; stored')).toHaveLength(2);
    expect(board.simulator.requestsSeen).toBe(10);
  });

  it('costs no second question when it is only a first page', async () => {
    await start();
    await ask('/api/video/conferences?page_size=10');
    await board.stop();
    expect(board.simulator.requestsSeen).toBe(1);
  });

  it('reads one page ahead and no more', async () => {
    await start();
    const first = await ask('/api/video/conferences?page_size=10');
    await ask(next(first.text));
    await vi.waitFor(() => expect(countFlights()).toBe(3));
    await board.stop();
    expect(board.simulator.requestsSeen).toBe(3);
    expect(board.readLog().match(/"ahead":true/g)).toHaveLength(1);
  });
});
