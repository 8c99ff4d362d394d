import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toNaturalKey } from '#contract/text/natural.ts';

/** In the order of their keys, as SQLite compares them: by the bytes of UTF-8. */
const sorted = (texts: readonly string[]) =>
  texts.toSorted((a, b) => Buffer.compare(Buffer.from(toNaturalKey(a)), Buffer.from(toNaturalKey(b))));

describe('natural order', () => {
  test.each([
    ['numbers by their value', ['Room 2', 'Room 10', 'Room 100']],
    ['numbers anywhere', ['1 b', '2 a', '10 a', 'v1.2.9', 'v1.2.10', 'v1.10.1']],
    ['leading zeros do not count', ['a007', 'a8', 'a09', 'a10']],
    ['numbers longer than any integer', ['x9', 'x12345678901234567890', 'x12345678901234567891']],
    ['whatever the case', ['alpha', 'Beta', 'gamma']],
    ['with accents beside their letter', ['Eclair', 'Éclat', 'Edge', 'ete', 'Étude', 'Zoë']],
    ['a text before what goes on from it', ['Room', 'Room 1', 'Room 1a', 'Rooms']],
    ['numbers before letters', ['Room 5', 'Room five']],
    ['spaces around do not count', ['  a', 'b ', ' c']],
    ['wide digits as digits', ['会議 ２', '会議 １０']],
  ])('%s', (_, texts) => {
    expect(sorted(texts.toReversed())).toEqual(texts);
  });

  test('orders numbers in any surroundings as arithmetic does', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n }),
        fc.bigInt({ min: 0n }),
        fc.constantFrom('', 'Room ', '会'),
        (a, b, before) => {
          const [x, y] = [`${before}${a} z`, `${before}${b} z`].map(toNaturalKey);
          expect(x === y).toBe(a === b);
          expect((x ?? '') < (y ?? '')).toBe(a < b);
        },
      ),
    );
  });
});
