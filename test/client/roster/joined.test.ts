import { describe, expect, test } from 'vitest';
import { createJoinedColumn } from '../../../client/roster/joined.ts';

/** More than two blocks, some texts empty, some of two lines, some in another script. */
function makeTexts(count: number): string[] {
  const parts = ['ward', '', 'round', 'öst', '会議', 'a\nb', '-', 'rd-ro'];
  return Array.from({ length: count }, (_, at) =>
    [at % 3, at % 8, (at * 7) % 5].map((part) => parts[part] ?? '').join(at % 2 === 0 ? '' : '-'),
  );
}

function search(texts: string[], size: number, column = createJoinedColumn((at) => texts[at] ?? '')) {
  return (word: string, part?: Uint8Array) => {
    const lacks = new Uint8Array(size).fill(1);
    column.upTo(size).clearHolders(word, lacks, part);
    return [...lacks].flatMap((lacking, at) => (lacking === 0 ? [at] : []));
  };
}

const holding = (texts: readonly string[], word: string) =>
  texts.flatMap((text, at) => (text.includes(word) ? [at] : []));

describe('texts joined for the search', () => {
  test.each(['w', 'ward', 'rd-ro', 'dr', '会', 'öst', 'b-', 'nowhere'])('are found by %j', (word) => {
    const texts = makeTexts(1_300);
    expect(search(texts, texts.length)(word)).toEqual(holding(texts, word));
  });

  test.each([1, 3, 40])('are asked alone where others are ruled out, all but one of %i', (every) => {
    const texts = makeTexts(1_300);
    const part = Uint8Array.from(texts, (_, at) => (at % every === 0 ? 0 : 1));
    const asked = holding(texts, 'ward').filter((at) => at % every === 0);
    const found = search(texts, texts.length)('ward', part);
    expect(asked.length).toBeGreaterThan(0);
    expect(found.filter((at) => at % every === 0)).toEqual(asked);
    // Others may be found with them, where a block is searched at once.
    expect(holding(texts, 'ward')).toEqual(expect.arrayContaining(found));
  });

  test('are found as they come, and none across two of them', () => {
    const texts = makeTexts(700);
    const column = createJoinedColumn((at) => texts[at] ?? '');
    for (const size of [1, 10, 511, 512, 513, 700]) {
      expect(search(texts, size, column)('ward')).toEqual(holding(texts.slice(0, size), 'ward'));
      expect(column.filled()).toBe(size);
    }
  });

  test('are found as they are now, and told apart from those that stayed the same', () => {
    const texts = makeTexts(1_100);
    const column = createJoinedColumn((at) => texts[at] ?? '');
    const find = search(texts, texts.length, column);
    find('ward');
    expect([column.replaced(600), column.version()]).toEqual([false, 0]);
    texts[600] = 'new ward';
    expect([column.replaced(600), column.version()]).toEqual([true, 1]);
    expect(column.filled()).toBe(512);
    expect(find('new')).toEqual([600]);
    expect(find('ward')).toEqual(holding(texts, 'ward'));
    texts[0] = '';
    expect(column.replaced(0)).toBe(true);
    expect(find('ward')).not.toContain(0);
    // what was never joined is no change
    expect(column.replaced(5_000)).toBe(false);
  });
});
