import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '#contract/text/fold.ts';

describe('folding', () => {
  test.each([
    ['case', 'Board ROOM', 'board room'],
    ['accents', 'Zoë Éclair Ñandú Ångström Čapek', 'zoe eclair nandu angstrom capek'],
    ['accents written apart', 'Zoe\u0308', 'zoe'],
    ['Vietnamese', 'Đặng Thị Hường', 'dang thi huong'],
    [
      'ligatures and letters with a stroke',
      'ﬁne Straße ŒUVRE Ørsted Łódź Þór',
      'fine strasse oeuvre orsted lodz thor',
    ],
    ['the capital sharp s', 'STRAẞE', 'strasse'],
    ['Turkish i with and without its dot', 'İstanbul ısı', 'istanbul isi'],
    ['widths', 'Ｒｏｏｍ　２', 'room 2'],
    ['Greek accents and the final sigma', 'Οδός ΟΔΟΣ', 'οδοσ οδοσ'],
    ['Cyrillic accents', 'Ёлка', 'елка'],
    ['Hebrew points', 'שָׁלוֹם', 'שלום'],
    ['Arabic vowel signs, hamzas and stretching', 'مُحَمَّد أحمد صـــف', 'محمد احمد صف'],
    ['curls of apostrophes and quotes', 'St Brigid’s ‘Parents’ “evening”', `st brigid's 'parents' "evening"`],
    ['lengths of dashes', 'Year 4 – Maths — A‑B‐C', 'year 4 - maths - a-b-c'],
    ['characters that nobody sees', 'co\u00adop\u200ber', 'cooper'],
    ['marks of direction that came with pasted text', '\u200e\u202aWard\u202c\u2067 4\u2069\u200f', 'ward 4'],
    ['joints of no width', 'می\u200cخواهم', 'ميخواهم'],
    ['what Persian keyboards write for Arabic letters', 'یک', 'يك'],
    ['what stands for an apostrophe', 'Hawaiʻi O´Brien', `hawai'i o'brien`],
  ])('leaves out %s', (_, text, folded) => {
    expect(fold(text)).toBe(folded.normalize('NFC'));
  });

  test.each([
    ['Cyrillic й', 'йод', 'иод'],
    ['Japanese voiced kana', 'が', 'か'],
    ['Devanagari vowel signs', 'कि', 'की'],
    ['Thai vowels', 'กี', 'กิ'],
    ['Korean syllables', '각', '가'],
  ])('keeps the sign that makes another letter: %s', (_, one, other) => {
    expect(fold(one)).not.toContain(fold(other));
  });

  test('emoji stay as they are', () => {
    expect(fold('👩‍👩‍👧 OK')).toBe('👩‍👩‍👧 ok');
  });

  test('text that is plain already is the same', () => {
    expect(fold('room-12_b')).toBe('room-12_b');
  });

  test('writing a text composed or decomposed makes no difference', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      }),
    );
  });

  test('capitals make no difference to the letters of any alphabet that has them', () => {
    const letters = 'abcxyzäöüßéñçøåæœłđþабвёйΩάσς'.split('');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...letters)), (text) => {
        expect(fold(text.join('').toUpperCase())).toBe(fold(text.join('')));
      }),
    );
  });
});
