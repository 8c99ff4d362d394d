import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSameValue } from '../../../client/roster/sameValue.ts';

test('a value and its copy through JSON are the same', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      expect(isSameValue(JSON.parse(text), JSON.parse(text))).toBe(true);
    }),
  );
});

test.each([
  ['a value', { a: 1 }, { a: 2 }],
  ['a type', { a: 1 }, { a: '1' }],
  ['null and nothing', { a: null }, {}],
  ['a key', { a: null }, { b: null }],
  ['a key more', { a: 1 }, { a: 1, b: 2 }],
  ['a deep value', { a: [{ b: [1, 2] }] }, { a: [{ b: [1, 3] }] }],
  ['a list and an object', { a: [] }, { a: {} }],
  ['the length of a list', [1, 2], [1, 2, 3]],
  ['the order of a list', [1, 2], [2, 1]],
  ['null and an object', null, {}],
  ['keys that every object seems to have', JSON.parse('{"__proto__":{}}'), JSON.parse('{"x":{}}')],
])('%s makes a difference', (_, a, b) => {
  expect(isSameValue(a, b)).toBe(false);
  expect(isSameValue(b, a)).toBe(false);
});

test('the order of keys makes none', () => {
  expect(isSameValue({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 })).toBe(true);
});
