import { get, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { FaultName } from '../../../../server/simulator/faults/faults.ts';
import { sendRaw } from '../../../support/raw-socket.ts';
import { startSimulator } from '../../../support/simulator.ts';

const PATH = '/api/video/conferences?page_size=3';

/** The answer as it is on the wire, nothing unpacked or checked. */
async function meet(fault: FaultName) {
  const { simulator, origin, headers } = await startSimulator();
  simulator.setFault(fault);
  using raw = await sendRaw(origin, PATH, { ...headers, Connection: 'close' });
  await raw.closed();
  const end = raw.received.indexOf('\r\n\r\n');
  return { head: raw.received.slice(0, end), body: Buffer.from(raw.received.slice(end + 4), 'latin1') };
}

describe('a body that cannot be read', () => {
  test.each(['bad-json', 'html', 'empty-body'] as const)(
    '%s has status 200, its own length and no JSON',
    async (fault) => {
      const { head, body } = await meet(fault);
      expect(head).toMatch(/^HTTP\/1\.1 200 /);
      expect(head).toContain(`Content-Length: ${body.length}`);
      expect(() => JSON.parse(body.toString())).toThrow(SyntaxError);
    },
  );

  test('html calls itself HTML', async () => {
    expect((await meet('html')).head).toContain('Content-Type: text/html');
  });

  test('wrong-content-type is the right JSON under the wrong name', async () => {
    const { head, body } = await meet('wrong-content-type');
    expect(head).toContain('Content-Type: text/plain');
    expect(JSON.parse(body.toString())).toHaveProperty('data.length', 3);
  });

  test('bad-utf8 is no UTF-8', async () => {
    const { body } = await meet('bad-utf8');
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(body)).toThrow(TypeError);
  });

  test('bad-gzip says gzip and is not', async () => {
    const { head, body } = await meet('bad-gzip');
    expect(head).toContain('Content-Encoding: gzip');
    expect(() => gunzipSync(body)).toThrow('incorrect header check');
  });

  test('truncated-gzip breaks off inside the packed body', async () => {
    const { head, body } = await meet('truncated-gzip');
    expect(head).toContain(`Content-Length: ${body.length}`);
    expect(() => gunzipSync(body)).toThrow('unexpected end of file');
  });

  test('unknown-encoding names an encoding nobody asked for', async () => {
    expect((await meet('unknown-encoding')).head).toContain('Content-Encoding: zstd');
  });

  test('too-large is JSON of more than 16 MiB without a length', async () => {
    const { simulator, ask } = await startSimulator();
    simulator.setFault('too-large');
    const response = await ask();
    expect(response.headers.get('content-length')).toBeNull();
    const text = await response.text();
    expect(text.length).toBeGreaterThan(16 * 2 ** 20);
    expect(JSON.parse(text)).toHaveProperty('data.length', 1);
  });

  test('gzip-bomb is small on the wire and huge unpacked', async () => {
    const { simulator, origin, headers } = await startSimulator();
    simulator.setFault('gzip-bomb');
    // node:http unpacks nothing by itself
    const response = await new Promise<IncomingMessage>((resolve) => {
      get(`${origin}${PATH}`, { headers }, resolve);
    });
    const packed = await buffer(response);
    expect(response.headers['content-encoding']).toBe('gzip');
    expect(packed.length).toBeLessThan(2 * 2 ** 20);
    expect(() => gunzipSync(packed, { maxOutputLength: 100 * 2 ** 20 })).toThrow(RangeError);
  });

  test('deep-nesting can be read and not written back', async () => {
    const { body } = await meet('deep-nesting');
    const page: unknown = JSON.parse(body.toString());
    expect(page).toHaveProperty('data.length', 4);
    expect(() => JSON.stringify(page)).toThrow(RangeError);
  });
});
