import { expect, it } from 'vitest';
import { readLanguage } from '../../../client/lib/language.ts';

it.each([
  ['de-CH', 'de-CH'],
  ['en-US@posix', 'en-US'],
  ['pt_BR.UTF-8', 'pt-BR'],
  ['C', 'en-GB'],
  ['', 'en-GB'],
])('a browser that says it speaks “%s” is taken to speak %s', (said, language) => {
  expect(readLanguage(said)).toBe(language);
});
