import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLog } from '../../../server/http/log.ts';
import { startBoard, type TestBoard } from '../../support/board.ts';

describe('the log', () => {
  const lines: string[] = [];
  const output = { write: (line: string) => void lines.push(line) };
  afterEach(() => {
    lines.length = 0;
  });

  it('writes every control character escaped, one line an entry', () => {
    createLog({ level: 'debug', secrets: [], output }).info({ text: 'a\r\n\u001b[2J\u007f\u009b' }, 'x');
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd()).not.toMatch(/\p{Cc}/u);
    expect(JSON.parse(lines[0] ?? '').text).toBe('a\r\n\u001b[2J\u007f\u009b');
  });
});

describe('the log of a board', () => {
  let board: TestBoard;
  afterEach(() => board.stop());

  const readLines = (kind: string): Record<string, unknown>[] =>
    board
      .readLog()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
      .filter(({ msg }) => msg === kind);

  it('has one line a request and one a flight, without address, header or body', async () => {
    board = await startBoard({ conferences: 5 });
    const path = '/api/video/conferences?page_size=3&page_token=PAtoken';
    await (await fetch(board.origin + path, { headers: { 'x-secret': 'PAheader' } })).text();
    await vi.waitFor(() => expect(readLines('request')).toHaveLength(1));
    expect(readLines('request')[0]).toMatchObject({
      id: expect.any(String),
      peer: '127.0.0.1',
      method: 'GET',
      route: 'conferences',
      status: expect.any(Number),
      ms: expect.any(Number),
      bytes: expect.any(Number),
    });
    expect(readLines('flight')).toHaveLength(1);
    expect(readLines('flight')[0]).toMatchObject({ attempts: 1, ahead: false, ms: expect.any(Number) });
    expect(board.readLog()).not.toMatch(/PAtoken|PAheader|page_size/);
  });

  it('has a line for the start, the wish to stop, and the end', async () => {
    board = await startBoard({ conferences: 5 });
    expect(readLines('start')).toEqual([
      expect.objectContaining({
        origin: board.origin,
        space: board.spaceOrigin,
        version: expect.any(String),
      }),
    ]);
    await board.stop();
    expect(readLines('stopping')).toHaveLength(1);
    expect(readLines('stop')).toHaveLength(1);
  });

  it('says of a failure what the body said', async () => {
    board = await startBoard({ conferences: 5 });
    board.simulator.setFault('503');
    const { error } = await (await fetch(`${board.origin}/api/video/conferences`)).json();
    await vi.waitFor(() => expect(readLines('request')).toHaveLength(1));
    expect(readLines('request')[0]).toMatchObject({
      id: error.requestId,
      code: 'upstream_unavailable',
      status: 502,
    });
    expect(readLines('flight')[0]).toMatchObject({ level: 40, code: 'upstream_unavailable', attempts: 2 });
  });
});
