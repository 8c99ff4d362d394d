import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startBoard, type TestBoard } from '../support/board.ts';
import { sendRaw } from '../support/raw.ts';

let board: TestBoard;
beforeEach(async () => {
  board = await startBoard({ conferences: 1 });
});
afterEach(() => board.stop());

const FAULT = { part: 'drawer', message: 'x is undefined', stack: 'at Drawer (/assets/Drawer.js:1:2)' };

const tell = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${board.origin}/api/faults`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

/** Every fault of the page in the log so far. */
const written = () =>
  board
    .readLog()
    .split('\n')
    .filter((line) => line.includes('fault of the page'))
    .map((line): Record<string, unknown> => JSON.parse(line));

describe('a fault that the page tells its server', () => {
  it('is one line of the log, with the id of its request, and is answered with nothing', async () => {
    const response = await tell(FAULT);
    expect([response.status, await response.text()]).toEqual([204, '']);
    expect(written()).toEqual([
      expect.objectContaining({ ...FAULT, level: 40, id: expect.stringMatching(/^[\w-]+$/) }),
    ]);
  });

  it('is cut, and can neither break, turn nor hide a line of the log', async () => {
    await tell({
      part: 'p'.repeat(99),
      message: 'a\u0000b\u001b[31mc\u2028d\u202ee\u009bf\ud800',
      stack: '\n'.repeat(999),
    });
    const [line = {}] = written();
    expect(line.part).toBe('p'.repeat(40));
    expect(line.message).toBe('a\\u{0}b\\u{1b}[31mc\\u{2028}d\\u{202e}e\\u{9b}f\ufffd');
    expect(line.stack).toBe('\n'.repeat(600));
  });

  it.each([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['a part of another kind', { ...FAULT, part: 7 }],
    ['nothing', ''],
    ['more than 4 KiB', { ...FAULT, stack: 'x'.repeat(4_096) }],
  ])('is refused when it is %s', async (_what, body) => {
    expect((await tell(body)).status).toBe(400);
    expect(written()).toEqual([]);
  });

  it('is refused when it is no JSON by its name, or has no length', async () => {
    expect((await tell(FAULT, { 'Content-Type': 'text/plain' })).status).toBe(400);
    const head = 'POST /api/faults HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n';
    expect(await sendRaw(board.origin, `${head}Connection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
    expect(
      await sendRaw(board.origin, `${head}Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`),
    ).toMatch(/^HTTP\/1\.1 400 /);
    expect(await sendRaw(board.origin, `${head}Content-Length: 4097\r\n\r\n{`)).toMatch(/^HTTP\/1\.1 400 /);
  });

  it.each<Record<string, string>>([
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { 'Sec-Fetch-Site': 'none' },
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
  ])('is refused from another site: %j', async (headers) => {
    expect((await tell(FAULT, headers)).status).toBe(403);
    expect(written()).toEqual([]);
  });

  it('is taken from a page of this server, whichever way its browser says so', async () => {
    expect((await tell(FAULT, { 'Sec-Fetch-Site': 'same-origin' })).status).toBe(204);
    expect((await tell(FAULT, { Origin: board.origin })).status).toBe(204);
  });

  it('is written twenty times a minute for all pages together, and answered all the same', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => tell(FAULT)));
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(204));
    expect(written()).toHaveLength(20);
  });

  it('can only be told: every other method is refused', async () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'OPTIONS']) {
      const response = await fetch(`${board.origin}/api/faults`, { method });
      expect([method, response.status, response.headers.get('allow')]).toEqual([method, 405, 'POST']);
    }
  });

  it('opens no other address to bodies', async () => {
    for (const path of ['/api/board', '/api/faults/', '/', '/api/video/conferences']) {
      const response = await fetch(board.origin + path, { method: 'POST', body: '{}' });
      expect([path, response.status]).toEqual([path, 400]);
    }
  });
});
