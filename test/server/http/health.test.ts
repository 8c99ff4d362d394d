import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { startBoard } from '../../support/board.ts';

const client = mkdtempSync(join(tmpdir(), 'callboard-'));
writeFileSync(join(client, 'index.html'), '<!doctype html><title>Callboard</title>');

const readReady = async (origin: string) => {
  const response = await fetch(`${origin}/readyz`);
  return `${response.status} ${await response.text()}`;
};

describe('a server that was just started', () => {
  it('is ready when the list is whole, which asking whether it is ready begins', async () => {
    await using board = await startBoard({ conferences: 5, client });
    expect(await readReady(board.origin)).toMatch(/^503 .*"loading"/);
    await vi.waitFor(async () => expect(await readReady(board.origin)).toBe('200 {"status":"ready"}'));
  });

  it('is ready after 30 s, whatever SignalWire does', async () => {
    await using board = await startBoard({ conferences: 5, client });
    board.simulator.setFault('500');
    expect(await readReady(board.origin)).toMatch(/^503 .*"loading"/);
    board.simulator.clock.advance(30_000);
    expect(await readReady(board.origin)).toBe('200 {"status":"ready"}');
  });

  it('is not ready without a page to serve', async () => {
    await using board = await startBoard({ conferences: 5, client: tmpdir() });
    board.simulator.clock.advance(30_000);
    expect(await readReady(board.origin)).toMatch(/^503 .*"no_page"/);
  });
});
