import { fold } from './fold.ts';

/** A part of a text: UTF-16 positions, the end not included. */
export type TextRange = readonly [start: number, end: number];

/**
 * The parts of a text that a search found, left to right, none overlapping. A part always covers whole
 * characters as people see them: a match on half a ligature marks the ligature, one on a member of a family
 * emoji marks the family.
 *
 * @param folded the search text, already folded; "" finds nothing
 */
export function findMatches(text: string, folded: string): readonly TextRange[] {
  if (folded === '') return [];
  const whole = fold(text);
  if (!whole.includes(folded)) return [];
  return keepsPositions(text, whole) ? findAll(whole, folded) : findInCharacters(text, folded);
}

/**
 * Whether each unit of a text was folded into one, and stands for itself: nothing is left out and nothing is put
 * together where there are no marks, signs of format, Arabic stretchers, parts of Korean syllables, half-width dakuten
 * or colours of skin, and what becomes several units makes the text longer. Pairs of units become one at times: but
 * for pictures they are not looked into. To take a text apart into characters costs a hundred times as much.
 */
function keepsPositions(text: string, folded: string): boolean {
  return text.length === folded.length && !COMBINES.test(text);
}

const COMBINES =
  /[\p{M}\p{Cf}\p{Emoji_Modifier}\u0640\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\uff9e\uff9f\u{10000}-\u{1f2ff}\u{1fb00}-\u{10ffff}]/u;

function findAll(text: string, wanted: string): TextRange[] {
  const ranges: TextRange[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    ranges.push([at, at + wanted.length]);
  }
  return ranges;
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Folds character by character, so that every folded unit knows the character that it came from. */
function findInCharacters(text: string, wanted: string): TextRange[] {
  let folded = '';
  const origins: TextRange[] = [];
  for (const { segment, index } of characters.segment(text)) {
    const plain = fold(segment);
    folded += plain;
    for (let unit = 0; unit < plain.length; unit++) origins.push([index, index + segment.length]);
  }
  const ranges: TextRange[] = [];
  for (const [from, until] of findAll(folded, wanted)) {
    const start = origins[from]?.[0] ?? 0;
    const end = origins[until - 1]?.[1] ?? text.length;
    const last = ranges.at(-1);
    if (last !== undefined && start < last[1]) ranges[ranges.length - 1] = [last[0], end];
    else ranges.push([start, end]);
  }
  return ranges;
}
