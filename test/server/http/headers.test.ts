import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBoard, type TestBoard } from '../../support/board.ts';

const script = `export const greeting = ${JSON.stringify('hello '.repeat(300))};`;
let board: TestBoard;
beforeAll(async () => {
  const client = mkdtempSync(join(tmpdir(), 'callboard-'));
  mkdirSync(join(client, 'assets'));
  writeFileSync(join(client, 'index.html'), '<!doctype html><title>Callboard</title>');
  writeFileSync(join(client, '.hidden.js'), 'secret');
  writeFileSync(join(client, 'assets', 'app-abc123.js'), script);
  writeFileSync(join(client, 'assets', 'app-abc123.js.br'), brotliCompressSync(script));
  writeFileSync(join(client, 'assets', 'app-abc123.js.gz'), gzipSync(script));
  writeFileSync(join(client, 'assets', 'app-abc123.js.map'), '{}');
  board = await startBoard({ conferences: 5, client });
});
afterAll(() => board.stop());

const ask = (path: string, init: RequestInit = {}) => fetch(board.origin + path, init);

describe('every answer', () => {
  it.each([
    '/',
    '/assets/app-abc123.js',
    '/api/board',
    '/api/video/conferences',
    '/api/video/conferences?x=1',
    '/nothing',
    '/healthz',
  ])('is guarded: %s', async (path) => {
    const { headers } = await ask(path);
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'permissions-policy': expect.stringContaining('camera=()'),
    });
    expect(headers.has('x-powered-by')).toBe(false);
    expect(headers.has('set-cookie')).toBe(false);
  });

  it.each(['/api/board', '/api/video/conferences', '/nothing', '/healthz'])(
    'of %s is inert and never stored',
    async (path) => {
      const { headers } = await ask(path);
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; sandbox; frame-ancestors 'none'",
      );
      expect(headers.get('cache-control')).toBe('no-store');
    },
  );
});

describe('the page', () => {
  it('has the policy of the design, word for word', async () => {
    const { headers } = await ask('/');
    const previews = board.spaceOrigin;
    expect(headers.get('content-security-policy')).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' ${previews}; media-src ${previews}; ` +
        "connect-src 'self'; font-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; " +
        "form-action 'self'; object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; " +
        'trusted-types default',
    );
  });

  it('is asked for again each time, and answered with 304 when it has not changed', async () => {
    const { headers } = await ask('/');
    expect(headers.get('cache-control')).toBe('no-cache');
    const again = await ask('/', { headers: { 'if-none-match': headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  it.each([
    ['its strong form', (tag: string) => tag.replace('W/', ''), 304],
    ['a list', (tag: string) => `"other", ${tag}`, 304],
    ['a star', () => '*', 304],
    ['another', () => 'W/"other"', 200],
  ] as const)('knows what a browser has by %s', async (_name, write, status) => {
    const { headers } = await ask('/');
    const again = await ask('/', { headers: { 'if-none-match': write(headers.get('etag') ?? '') } });
    expect(again.status).toBe(status);
  });

  it('has hashed parts that are kept for ever, packed as the browser likes them', async () => {
    for (const coding of ['br', 'gzip', 'identity']) {
      const response = await ask('/assets/app-abc123.js', { headers: { 'accept-encoding': coding } });
      expect(response.headers.get('content-encoding')).toBe(coding === 'identity' ? null : coding);
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
      expect(response.headers.get('vary')).toBe('Accept-Encoding');
      expect(await response.text()).toBe(script);
    }
  });

  it.each(['/.hidden.js', '/assets/app-abc123.js.map', '/assets/app-abc123.js.br', '/index.html.br'])(
    'does not include %s',
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );

  it('cannot be written to', async () => {
    expect((await ask('/', { method: 'POST' })).status).toBe(405);
  });
});
