import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '#contract/text/fold.ts';
import { findMatches } from '#contract/text/match.ts';

const marked = (text: string, query: string) =>
  findMatches(text, fold(query)).map(([start, end]) => text.slice(start, end));

describe('the matched parts of a text', () => {
  test.each([
    ['Board room', 'ROOM', ['room']],
    ['room Room rOOm', 'room', ['room', 'Room', 'rOOm']],
    ['aaaa', 'aa', ['aa', 'aa']],
    ['Café Zoë', 'zoe', ['Zoë']],
    ['Cafe\u0301 bar', 'cafe', ['Cafe\u0301']],
    ['Cafe\u0301 bar', 'caf', ['Caf']],
    ['Große Straße', 'strasse', ['Straße']],
    ['Große Straße', 'stras', ['Straß']],
    ['die ﬁne Art', 'ine', ['ﬁne']],
    ['Ærø', 'ae', ['Æ']],
    ['Ærø', 'e', ['Æ']],
    ['🎓 Klasse 🎓', 'klasse', ['Klasse']],
    ['🎓 Klasse 🎓', '🎓', ['🎓', '🎓']],
    ['Familie 👩‍👩‍👧 Ü', '👩', ['👩‍👩‍👧']],
    ['Flags 🇩🇪🇫🇷', '🇪🇫', ['🇩🇪🇫🇷']],
    ['Thumbs 👍🏽', '👍', ['👍🏽']],
    ['Deseret 𐐀𐐁', '𐐩', ['𐐁']],
    ['Bold 𝐀𝐁', 'b', ['B', '𝐁']],
    ['Bold 𝐀ß', 'ss', ['ß']],
    ['会議室 ２', '室 2', ['室 ２']],
    ['صَفّ الأول', 'صف', ['صَفّ']],
    ['Room 5', 'nothing', []],
    ['Room 5', '', []],
    ['', 'a', []],
  ])('of %j for %j are %j', (text, query, parts) => {
    expect(marked(text, query)).toEqual(parts);
  });

  test('exist exactly where the search finds the text, in order, apart, and hold what was looked for', () => {
    const letter = fc.constantFrom(
      'a',
      'A',
      'e',
      'é',
      'e\u0301',
      'ß',
      'ﬁ',
      'i',
      's',
      '🎓',
      '👩‍👧',
      '🇩🇪',
      '👍🏽',
      '𝐀',
      'Æ',
      'が',
      '한',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(letter), fc.array(letter, { maxLength: 3 }), (letters, wanted) => {
        const text = letters.join('');
        const query = fold(wanted.join(''));
        const matches = findMatches(text, query);
        expect(matches.length > 0).toBe(query !== '' && fold(text).includes(query));
        let last = 0;
        for (const [start, end] of matches) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(fold(text.slice(start, end))).toContain(query);
          last = end;
        }
      }),
    );
  });
});
