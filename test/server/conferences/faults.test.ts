import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FailureCode } from '#contract/errors.ts';
import { LEFT_OUT } from '#contract/values.ts';
import type { FaultName } from '../../../server/simulator/faults/faults.ts';
import { type BoardOptions, startBoard, type TestBoard } from '../../support/board.ts';
import { expectNoSecret } from '../../support/secrets.ts';
import { startSpace } from '../../support/space.ts';
import { watchWork } from '../../support/work.ts';

const LIST = '/api/video/conferences?page_size=5';

interface Row {
  fault: FaultName;
  status: number;
  code: FailureCode;
  /** how often SignalWire is asked */
  calls: 1 | 2;
  /** whether a kept answer stands in for it */
  kept: boolean;
}

const row = (fault: FaultName, status: number, code: FailureCode, calls: 1 | 2, kept: boolean): Row => ({
  fault,
  status,
  code,
  calls,
  kept,
});

const ROWS: readonly Row[] = [
  row('401', 502, 'upstream_auth', 1, false),
  row('403', 502, 'upstream_forbidden', 1, false),
  row('404', 502, 'upstream_not_found', 1, false),
  row('429', 503, 'upstream_rate_limited', 1, true),
  row('429-retry-after-below-zero', 503, 'upstream_rate_limited', 1, true),
  row('429-retry-after', 503, 'upstream_rate_limited', 1, true),
  row('500', 502, 'upstream_unavailable', 2, true),
  row('503', 502, 'upstream_unavailable', 2, true),
  row('503-html', 502, 'upstream_unavailable', 2, true),
  row('503-text', 502, 'upstream_unavailable', 2, true),
  row('reset', 502, 'upstream_unreachable', 2, true),
  row('reset-midway', 502, 'upstream_truncated', 1, true),
  row('truncated', 502, 'upstream_truncated', 1, true),
  row('truncated-chunked', 502, 'upstream_truncated', 1, true),
  row('bad-gzip', 502, 'upstream_encoding', 1, true),
  row('truncated-gzip', 502, 'upstream_encoding', 1, true),
  row('unknown-encoding', 502, 'upstream_encoding', 1, true),
  row('bad-json', 502, 'upstream_not_json', 1, true),
  row('bad-utf8', 502, 'upstream_not_json', 1, true),
  row('empty-body', 502, 'upstream_not_json', 1, true),
  row('html', 502, 'upstream_content_type', 1, true),
  row('wrong-content-type', 502, 'upstream_content_type', 1, true),
  row('wrong-shape', 502, 'upstream_shape', 1, true),
  row('wrong-shape-null', 502, 'upstream_shape', 1, true),
  row('wrong-shape-links', 502, 'upstream_shape', 1, true),
  row('wrong-shape-data', 502, 'upstream_shape', 1, true),
  row('no-links', 502, 'upstream_shape', 1, true),
  row('malformed-http', 502, 'upstream_malformed', 1, true),
  row('header-overflow', 502, 'upstream_malformed', 1, true),
  row('204', 502, 'upstream_unexpected_status', 1, true),
  row('304', 502, 'upstream_unexpected_status', 1, true),
  row('redirect', 502, 'upstream_redirect', 1, true),
  row('too-large', 502, 'upstream_too_large', 1, true),
  row('gzip-bomb', 502, 'upstream_too_large', 1, true),
  row('structure-bomb', 502, 'upstream_too_large', 1, true),
];

/** Short enough for a test, and only for faults that make us wait: a busy machine may itself be slow. */
const SHORT: BoardOptions = { limits: { connectMs: 1_000, firstByteMs: 400, totalMs: 900 } };
const SLOW_ROWS: readonly Row[] = [
  row('hang', 504, 'upstream_timeout', 1, true),
  row('stall', 504, 'upstream_timeout', 1, true),
  row('slow-body', 504, 'upstream_timeout', 1, true),
];

let board: TestBoard;
afterEach(() => board.stop());

async function ask(path = LIST) {
  const response = await fetch(board.origin + path);
  const text = await response.text();
  expectNoSecret(board, [text, JSON.stringify([...response.headers]), board.readLog()]);
  expect(response.headers.get('cache-control')).toBe('no-store');
  return { status: response.status, headers: response.headers, text, body: JSON.parse(text) };
}

async function expectRecovery() {
  board.simulator.setFault(null);
  board.simulator.clock.advance(400_000);
  const { status, body } = await ask();
  expect(status).toBe(200);
  expect(body.data).toHaveLength(5);
}

describe.each([
  { options: {}, rows: ROWS },
  { options: SHORT, rows: SLOW_ROWS },
])('a fault of SignalWire, with nothing kept', ({ options, rows }) => {
  it.each(rows)(
    '$fault becomes $status $code after $calls call(s)',
    async ({ fault, status, code, calls }) => {
      board = await startBoard({ conferences: 20, ...options });
      board.simulator.setFault(fault);
      const answer = await ask();
      expect(answer.status).toBe(status);
      expect(answer.body).toEqual({
        error: {
          code,
          message: expect.stringMatching(/^[A-Z][^<>{}]+\.$/),
          retryable: expect.any(Boolean),
          retryAfter: status === 503 ? expect.any(Number) : null,
          requestId: expect.stringMatching(/^[\w-]{12}$/),
        },
      });
      expect(answer.headers.get('retry-after')).toBe(
        status === 503 ? String(answer.body.error.retryAfter) : null,
      );
      expect(answer.headers.get('www-authenticate')).toBeNull();
      expect(board.simulator.requestsSeen).toBe(calls);
      expect(board.readLog()).toContain(answer.body.error.requestId);
      await expectRecovery();
    },
  );
});

describe.each([
  { options: {}, rows: ROWS },
  { options: SHORT, rows: SLOW_ROWS },
])('a fault of SignalWire, with an answer kept', ({ options, rows }) => {
  it.each(rows)('$fault: kept answer used: $kept', async ({ fault, status, code, kept }) => {
    board = await startBoard({ conferences: 20, ...options });
    board.simulator.clock.freeze();
    const before = await ask();
    board.simulator.clock.advance(60_000);
    board.simulator.setFault(fault);
    const answer = await ask();
    if (kept) {
      expect(answer.status).toBe(200);
      expect(answer.text).toBe(before.text);
      expect(answer.headers.get('cache-status')).toBe(`Callboard; hit; ttl=-55; detail=${code}`);
      expect(answer.headers.get('age')).toBe('60');
    } else {
      expect(answer.status).toBe(status);
      expect(answer.body.error.code).toBe(code);
    }
    await expectRecovery();
  });

  it('is not hidden by an answer older than ten minutes', async () => {
    board = await startBoard({ conferences: 20 });
    await ask();
    board.simulator.clock.advance(601_000);
    board.simulator.setFault('500');
    expect((await ask()).status).toBe(502);
  });
});

it.each([...SLOW_ROWS.map(({ fault }) => fault), 'gzip-bomb', 'too-large'] as const)(
  'the connection of an abandoned answer is closed: %s',
  async (fault) => {
    board = await startBoard({ conferences: 20, ...SHORT });
    board.simulator.setFault(fault);
    await ask();
    await vi.waitFor(() => expect(board.simulator.openSockets).toBe(0));
  },
);

it.each(['gzip-bomb', 'too-large', 'structure-bomb', '422-many'] as const)(
  '%s does not fill the memory',
  async (fault) => {
    board = await startBoard({ conferences: 20 });
    board.simulator.setFault(fault, 3);
    const before = process.memoryUsage.rss();
    for (let count = 0; count < 3; count += 1) await ask();
    expect((process.memoryUsage.rss() - before) / 2 ** 20).toBeLessThan(150);
  },
);

it('an answer that nobody asked for is never given to the next reader', async () => {
  board = await startBoard({ conferences: 20, cacheSeconds: 0 });
  board.simulator.setFault('second-response', 1);
  for (let count = 0; count < 5; count += 1) {
    const { status, text } = await ask();
    expect(status).toBe(200);
    expect(text).not.toContain('smuggled');
  }
});

it('no redirect is followed', async () => {
  board = await startBoard({ conferences: 20 });
  board.simulator.setFault('redirect');
  await ask();
  expect(board.simulator.requests.map(({ query }) => query)).toEqual([{ page_size: '5' }]);
});

it('a single failure of SignalWire is mended by the one retry', async () => {
  board = await startBoard({ conferences: 20 });
  board.simulator.setFault('503', 1);
  expect((await ask()).status).toBe(200);
  expect(board.simulator.requestsSeen).toBe(2);
});

describe('a query that SignalWire refuses', () => {
  it.each(['400', '422', 'expired-token'] as const)('%s is told as 422 in its own words', async (fault) => {
    board = await startBoard({ conferences: 20 });
    board.simulator.setFault(fault);
    const { status, body } = await ask(`${LIST}&page_number=1&page_token=PAx`);
    expect(status).toBe(422);
    expect(body.errors[0]).toEqual({
      type: expect.any(String),
      code: expect.any(String),
      message: expect.any(String),
      attribute: fault === '400' ? null : expect.any(String),
      url: expect.stringMatching(/^https:/),
    });
    expect(board.simulator.requestsSeen).toBe(1);
  });

  it('is told in short plain text, without a link that could harm', async () => {
    board = await startBoard({ conferences: 20 });
    board.simulator.setFault('422-hostile');
    const { body } = await ask();
    expect(body.errors[0].message.length).toBeLessThanOrEqual(300);
    expect(body.errors[0].url).toMatch(/^https:\/\/signalwire\.com\//);
  });

  it('holds no credential of ours, in whatever field SignalWire echoes it', async () => {
    board = await startBoard({ conferences: 20 });
    board.simulator.setFault('422-echo');
    const { status, text, body } = await ask();
    const { projectId } = board.simulator.credentials;
    expect([status, text.includes(projectId)]).toEqual([422, false]);
    expect(body.errors[0].message).toContain('[secret]');
    expect(body.errors[0].url).toMatch(/^https:\/\/signalwire\.com\/docs/);
  });

  it('is told with the first few of 50,000 errors, at once', async () => {
    board = await startBoard({ conferences: 20 });
    board.simulator.setFault('422-many');
    const { status, body } = await ask();
    expect([status, body.errors.length]).toEqual([422, 10]);
  });

  it.each([
    ['a bomb of structure', `{"errors":[${'{},'.repeat(5_000_000)}{}]}`],
    ['no JSON', '<html>'],
    ['of another shape', '[]'],
    ['without an error', '{"errors":[]}'],
  ])('is told in one sentence when its body is %s', async (_what, text) => {
    await using space = await startSpace((_, response) => response.writeHead(422).end(text));
    board = await startBoard({ spaceOrigin: space.origin });
    const { status, body } = await ask();
    const messages = body.errors.map(({ message }: { message: string }) => message);
    expect([status, messages]).toEqual([422, ['SignalWire refused this query.']]);
  });

  it('is not hidden by a kept answer', async () => {
    board = await startBoard({ conferences: 20 });
    await ask();
    board.simulator.clock.advance(6_000);
    board.simulator.setFault('422');
    expect((await ask()).status).toBe(422);
  });
});

it.each(['structure-bomb', '422-many'] as const)('%s holds nobody else up for 0.3 s', async (fault) => {
  board = await startBoard({ conferences: 20 });
  using work = watchWork();
  board.simulator.setFault(fault);
  // The simulator, which lives in this process too, makes the bomb when it is first asked for.
  await ask();
  work.reset();
  await ask('/api/video/conferences?page_size=6');
  expect(work.most()).toBeLessThan(300);
});

describe('rows that were never promised', () => {
  it('are left out and counted when they have no id', async () => {
    board = await startBoard({ conferences: 20 });
    board.simulator.setFault('bad-rows');
    const { status, headers, body } = await ask();
    expect(status).toBe(200);
    expect(headers.get('callboard-dropped')).toBe('7');
    expect(body.data).toHaveLength(5);
  });

  it('are counted in no header when there are none', async () => {
    board = await startBoard({ conferences: 20 });
    expect((await ask()).headers.has('callboard-dropped')).toBe(false);
  });

  it.each([
    'strange-rows',
    'duplicate-ids',
    'hostile-strings',
    'prototype-keys',
    'delicate-numbers',
    'x-gzip',
  ] as const)('pass unchanged: %s', async (fault) => {
    board = await startBoard({ conferences: 20 });
    board.simulator.setFault(fault);
    const { projectId, apiToken } = board.simulator.credentials;
    const direct = await fetch(board.spaceOrigin + LIST, {
      headers: { authorization: `Basic ${btoa(`${projectId}:${apiToken}`)}` },
    });
    const { status, text, body } = await ask();
    expect(status).toBe(200);
    // The very bytes: no number loses a digit.
    const rows = (json: string) => json.slice(json.indexOf('"data":'));
    const sent = fault === 'x-gzip' ? gunzipSync(await direct.bytes()).toString() : await direct.text();
    expect(rows(text)).toBe(rows(sent));
    expect(body.data.length).toBeGreaterThanOrEqual(5);
  });

  it.each([
    ['deep-nesting', { deep: ['meta'] }],
    ['deep-rows', { 'deep-meta': ['meta'], 'deep-session': ['active_session'] }],
  ] as const)('lose what is nested too deeply, say so, and are named in the log: %s', async (fault, lost) => {
    board = await startBoard({ conferences: 20 });
    board.simulator.setFault(fault);
    const { status, headers, body } = await ask();
    expect([status, headers.get('callboard-dropped')]).toEqual([200, null]);
    const ids = Object.keys(lost);
    expect(body.data).toHaveLength(5 + ids.length);
    for (const [id, fields] of Object.entries(lost)) {
      const row = body.data.find((one: { id: string }) => one.id === id);
      expect(row).toMatchObject({ id, [LEFT_OUT]: fields });
      for (const field of fields) expect(row).not.toHaveProperty(field);
    }
    for (const row of body.data.slice(ids.length)) expect(row).not.toHaveProperty(LEFT_OUT);
    expect(board.readLog()).toContain(JSON.stringify(ids));
  });

  it('never show our own token, however they spell it, and are named in the log', async () => {
    board = await startBoard({ conferences: 20 });
    board.simulator.setFault('token-echo');
    const { status, text, body } = await ask();
    expect(status).toBe(200);
    expect(body.data[0]).toMatchObject({ id: 'echo', meta: { sent: '[secret]' } });
    expect(text).toContain('12345678901234567890');
    expect(body.data[1]).toEqual({ id: 'hidden', name: '[secret]' });
    expect(board.readLog()).toContain('["echo","hidden"]');
  });

  it('are left out when their id is longer than any id', async () => {
    const rows = [{ id: 'x'.repeat(257) }, { id: 'x'.repeat(256) }];
    await using space = await startSpace((_, response) =>
      response
        .writeHead(200, { 'Content-Type': 'application/json' })
        .end(JSON.stringify({ links: { self: '', first: '' }, data: rows })),
    );
    board = await startBoard({ spaceOrigin: space.origin });
    const { headers, body } = await ask();
    expect([headers.get('callboard-dropped'), body.data]).toEqual(['1', rows.slice(1)]);
  });
});
