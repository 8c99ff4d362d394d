import { describe, expect, test } from 'vitest';
import type { FaultName } from '../../../../server/simulator/faults/faults.ts';
import { sendRaw } from '../../../support/raw-socket.ts';
import { startSimulator } from '../../../support/simulator.ts';

const PATH = '/api/video/conferences?page_size=2';

async function meet(fault: FaultName) {
  const { simulator, origin, headers } = await startSimulator();
  const whole = await (await fetch(`${origin}${PATH}`, { headers })).text();
  simulator.setFault(fault);
  return { simulator, whole, raw: await sendRaw(origin, PATH, headers) };
}

const bodyOf = (received: string) => received.slice(received.indexOf('\r\n\r\n') + 4);
const utf8 = (latin1: string) => Buffer.from(latin1, 'latin1').toString();

describe('a fault on the wire', () => {
  test('hang takes the request and stays silent until the client leaves', async () => {
    const { simulator, raw } = await meet('hang');
    await expect.poll(() => simulator.requests.at(-1)?.fault).toBe('hang');
    expect(raw.received).toBe('');
    raw.socket.destroy();
    await expect.poll(() => simulator.requests.at(-1)).toMatchObject({ status: null, closedEarly: true });
  });

  test('stall sends half a body and keeps the connection open', async () => {
    const { raw, whole } = await meet('stall');
    using _ = raw;
    const received = await raw.until((text) => utf8(bodyOf(text)).length >= whole.length >> 1);
    expect(received).toContain(`Content-Length: ${Buffer.byteLength(whole)}`);
    expect(whole.startsWith(utf8(bodyOf(received)))).toBe(true);
    expect(raw.socket.readable).toBe(true);
  });

  test('slow-body sends the right body, a byte at a time', async () => {
    const { raw, whole } = await meet('slow-body');
    using _ = raw;
    const received = await raw.until((text) => bodyOf(text).length >= 2);
    expect(received).toContain(`Content-Length: ${Buffer.byteLength(whole)}`);
    expect(bodyOf(received)).toBe(whole.slice(0, 2));
  });

  test('reset closes without a byte', async () => {
    const { raw } = await meet('reset');
    expect(await raw.closed()).toBe('reset');
    expect(raw.received).toBe('');
  });

  test('reset-midway closes after the head was sent', async () => {
    const { raw } = await meet('reset-midway');
    expect(await raw.closed()).toBe('reset');
  });

  test('truncated ends short of its own length', async () => {
    const { raw, whole } = await meet('truncated');
    expect(await raw.closed()).toBe('ended');
    expect(raw.received).toContain(`Content-Length: ${Buffer.byteLength(whole)}`);
    expect(utf8(bodyOf(raw.received))).toBe(whole.slice(0, whole.length >> 1));
  });

  test('truncated-chunked ends without the last chunk', async () => {
    const { raw } = await meet('truncated-chunked');
    expect(await raw.closed()).toBe('ended');
    expect(raw.received).toContain('Transfer-Encoding: chunked');
    expect(raw.received).not.toContain('\r\n0\r\n');
  });

  test('malformed-http is no HTTP', async () => {
    const { raw } = await meet('malformed-http');
    expect(await raw.closed()).toBe('ended');
    expect(raw.received).toMatch(/^HTTP\/1\.1 two-hundred/);
  });

  test('header-overflow has a header larger than any client takes', async () => {
    const { raw } = await meet('header-overflow');
    expect(await raw.closed()).toBe('ended');
    expect(raw.received.indexOf('\r\n\r\n')).toBeGreaterThan(262_144);
  });

  test('second-response sends a second answer that nobody asked for', async () => {
    const { raw, whole } = await meet('second-response');
    using _ = raw;
    const received = await raw.until((text) => text.includes('smuggled'));
    expect(received.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2);
    expect(utf8(received)).toContain(whole);
  });
});
