import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { quoteForShell } from '../../../client/lib/shell.ts';

describe('quoting for a shell', () => {
  it.each([
    'plain',
    "it's",
    "'; echo gone; '",
    '$(id) `id` $HOME "x" \\',
    'two\nlines\ttab',
    '-n',
    '',
    '日本 👩‍👩‍👧',
  ])('hands %j to a program as it is', (text) => {
    const output = execFileSync('sh', ['-c', `printf %s ${quoteForShell(text)}`], { encoding: 'utf8' });
    expect(output).toBe(text);
  });

  it('drops NUL, which no program can be given', () => {
    expect(quoteForShell('a\u0000b')).toBe("'ab'");
  });
});
