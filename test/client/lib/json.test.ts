import { describe, expect, it } from 'vitest';
import { writeJson } from '../../../client/lib/json.ts';

function nest(levels: number): unknown {
  let value: unknown = 'bottom';
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { in: value };
  return value;
}

describe('writing JSON', () => {
  it.each([
    ['nothing in it', {}],
    ['an empty list', []],
    ['a plain value', 'text'],
    ['all kinds', { a: 1, b: [true, null, -2.5e21], c: { d: [], e: {} }, 'f"': '"\\\n' }],
    ['a list of lists', [[1, [2]], [], [[]]]],
  ])('writes what JSON.stringify writes: %s', (_, value) => {
    expect(writeJson(value)).toBe(JSON.stringify(value, null, 2));
  });

  it('writes nesting at which JSON.stringify gives up, and the text stays short', () => {
    const deep = nest(100_000);
    expect(() => JSON.stringify(deep)).toThrow(RangeError);
    const text = writeJson(deep);
    expect(text).toContain('"bottom"');
    expect(text.length).toBeLessThan(200_000 * 60);
    expect(text.match(/\[/g)?.length).toBe(50_000);
  });

  it('writes out what would turn or hide the text, as the same value', () => {
    const hostile = { 'a\u202Eb': '\u0000\u2066 \u200B\u009f' };
    const text = writeJson(hostile);
    expect(text).toMatch(/^[\x20-\x7e\n]+$/);
    expect(JSON.parse(text)).toEqual(hostile);
  });

  it('leaves scripts, emoji and their joiners as they are', () => {
    const text = writeJson({ 名: '👩‍👩‍👧 نام می‌خواهم' });
    expect(text).toContain('"名": "👩‍👩‍👧 نام می‌خواهم"');
  });
});
