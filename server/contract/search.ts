import { fold } from './text/fold.ts';

/** What a search asks for: each `has` must be found, none of `lacks` may be. Folded, and free of control characters. */
export interface SearchTerms {
  readonly has: readonly string[];
  readonly lacks: readonly string[];
}

/** More words than anybody means; it keeps a pasted page from becoming a search. */
const MOST_TERMS = 20;

/** From so many letters on a term is looked for in ids too: any two letters are in most of them. */
export const ID_LETTERS = 4;

/** A text as it is searched: folded, each run of white space and control characters one space. */
export function toSearched(text: string): string {
  return fold(text)
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/**
 * Reads a search as typed: words in any order, `"a phrase"`, and `-word` or `-"a phrase"` for what must not be there.
 * A quote that is never closed closes at the end; a lone hyphen or quote is no term.
 */
export function readSearch(typed: string): SearchTerms {
  const has: string[] = [];
  const lacks: string[] = [];
  for (const [, minus, phrase, word] of toSearched(typed).matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)) {
    const term = (phrase ?? word ?? '').trim();
    if (term === '' || term === '-' || has.length + lacks.length >= MOST_TERMS) continue;
    (minus === '-' ? lacks : has).push(term);
  }
  return { has, lacks };
}
