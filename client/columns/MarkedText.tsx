import { fold } from '#contract/text/fold.ts';
import { findMatches, type TextRange } from '#contract/text/match.ts';
import { toWords } from '../roster/search.ts';

/** A text with the parts that the search found marked. */
export function MarkedText({ text, query }: { text: string; query: string }) {
  const matches = findAll(text, toWords(fold(query)));
  if (matches.length === 0) return text;
  return [
    ...matches.flatMap(([start, end], index) => [
      text.slice(matches[index - 1]?.[1] ?? 0, start),
      <mark key={start}>{text.slice(start, end)}</mark>,
    ]),
    text.slice(matches.at(-1)?.[1]),
  ];
}

/** The parts that any of the words found, left to right; what two words share is marked once. */
function findAll(text: string, words: readonly string[]): TextRange[] {
  const found = words.flatMap((word) => findMatches(text, word)).sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const apart: TextRange[] = [];
  for (const range of found) {
    if (range[0] >= (apart.at(-1)?.[1] ?? 0)) apart.push(range);
  }
  return apart;
}
