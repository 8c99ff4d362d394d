import { expect, test } from 'vitest';
import { remember } from '../../../client/lib/remember.ts';

test('a text that comes again gives the very same result', () => {
  const toList = remember((text) => [text], 10);
  expect(toList('a')).toBe(toList('a'));
  expect(toList('b')).toEqual(['b']);
});

test('no more is remembered than was allowed', () => {
  const worked: string[] = [];
  const upper = remember((text) => {
    worked.push(text);
    return text.toUpperCase();
  }, 2);
  for (const text of ['a', 'b', 'a', 'c', 'a']) expect(upper(text)).toBe(text.toUpperCase());
  expect(worked).toEqual(['a', 'b', 'c', 'a']);
});
