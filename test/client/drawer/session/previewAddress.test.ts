import { describe, expect, it } from 'vitest';
import { readPreviewAddress } from '../../../../client/drawer/session/previewAddress.ts';

const SPACE = 'https://acme.signalwire.com';

describe('the address of a preview', () => {
  it.each([
    ['https://acme.signalwire.com/previews/1.webp', SPACE],
    ['https://ACME.signalwire.com:443/p.mp4?x=1', SPACE],
    ['http://127.0.0.1:4010/previews/1.webp', 'http://127.0.0.1:4010'],
    ['http://localhost:4010/previews/1.webp', 'http://localhost:4010'],
  ])('is loaded from the space itself: %s', (text, origin) => {
    expect(readPreviewAddress(text, origin).kind).toBe('loadable');
  });

  it.each([
    ['javascript:alert(1)', 'only https is loaded, and it is javascript:'],
    ['data:image/svg+xml,<svg onload="alert(1)"/>', 'only https is loaded, and it is data:'],
    ['http://acme.signalwire.com/p.webp', 'only https is loaded, and it is http:'],
    ['https://evil.example/p.webp', "it lies on evil.example, not on the space's own host"],
    [
      'https://acme.signalwire.com.evil.example/',
      "it lies on acme.signalwire.com.evil.example, not on the space's own host",
    ],
    [
      'https://acme.signalwire.com:8443/p',
      "it lies on acme.signalwire.com:8443, not on the space's own host",
    ],
    ['https://user:word@acme.signalwire.com/p', 'it carries a user name or a password'],
    ['//acme.signalwire.com/p', 'it is no web address'],
    ['', 'it is no web address'],
  ])('is refused with its reason: %s', (text, why) => {
    expect(readPreviewAddress(text, SPACE)).toEqual({ kind: 'refused', why });
  });

  it.each([
    'http://127.0.0.1.evil.example/x.webp',
    'http://127.0.0.1:4011/x.webp',
    'http://169.254.169.254/x.webp',
  ])('is refused beside the simulator too: %s', (text) => {
    expect(readPreviewAddress(text, 'http://127.0.0.1:4010').kind).toBe('refused');
  });

  it('is refused over plain http even from a space that is said to speak it', () => {
    expect(readPreviewAddress('http://acme.example/x.webp', 'http://acme.example').kind).toBe('refused');
  });
});
