/**
 * Letters and signs that Unicode does not take apart, as people type them who lack the key; ς is σ at a word's end. What
 * word processors make of apostrophes, quotes and dashes is no key either.
 */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ς: 'σ',
  '‘': "'",
  '’': "'",
  ʼ: "'",
  ʻ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‐': '-',
  '–': '-',
  '—': '-',
  // Arabic and Persian keyboards write these two letters differently.
  ی: 'ي',
  ک: 'ك',
};

const PLAIN_LETTER = new RegExp(`[${Object.keys(PLAIN_LETTERS).join('')}]`, 'g');

/**
 * Marks that people leave out when they search: Latin, Greek and Cyrillic accents, Hebrew points, Arabic
 * vowel signs and hamzas, the Arabic stretcher, soft hyphens, spaces and joints of no width, and marks of direction, which
 * come with pasted text. Signs that make another letter stay: those of Indic and Thai scripts, Japanese dakuten, and the
 * breve of Cyrillic й.
 */
const LEFT_OUT =
  /[\u0300-\u0305\u0307-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670\u00ad\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|(?<!и)\u0306/g;

/** Whether every character of a text is ASCII, where folding is lower case and changes no position. */
function isAscii(text: string): boolean {
  return !/[\u0080-\uffff]/.test(text);
}

/**
 * A text without case, accents, ligatures and widths, for search and order: "Zoë" and "ZOE" fold alike, as do
 * "ﬁ" and "fi", "Straße" and "STRASSE". Both sides of a comparison must be folded.
 */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return (
    text
      // An accent by itself would become a space; people type it for an apostrophe.
      .replaceAll('´', "'")
      .normalize('NFKD')
      .toLowerCase()
      .replace(LEFT_OUT, '')
      .replace(PLAIN_LETTER, (letter) => PLAIN_LETTERS[letter] ?? letter)
      .normalize('NFC')
  );
}
