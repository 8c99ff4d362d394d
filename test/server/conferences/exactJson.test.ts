import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseExactly } from '../../../server/conferences/exactJson.ts';

it.each([
  '12345678901234567890',
  '-0',
  '1.0',
  '1.50',
  '1e400',
  '1E5',
  '0.1',
  '0.30000000000000004',
  '123456789.123456789',
  '10',
  '3.14',
])('the number %s is written back as it came', (number) => {
  for (const text of [`{"meta":{"id":${number}}}`, `[${number}]`, `{"a":"x","b":[1,${number}]}`])
    expect(JSON.stringify(parseExactly(text))).toBe(text);
});

it('any JSON is written back as JSON.parse would read it', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(JSON.parse(JSON.stringify(parseExactly(text)))).toEqual(
        JSON.parse(JSON.stringify(JSON.parse(text))),
      );
    }),
  );
});

it('what is no JSON is refused', () => {
  expect(() => parseExactly('{"id":1')).toThrow(SyntaxError);
});
