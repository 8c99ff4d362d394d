import type { ConferencesPage } from '#contract/page.ts';
import { askConferences, firstPageAddress } from './conferences.ts';
import type { Answer } from './createAsker.ts';

/** Rows of the small first page: enough for the first paint, whatever the reader's rows a page. */
export const FIRST_PAGE_SIZE = 50;

let started: { address: string; answer: Promise<Answer<ConferencesPage>> } | undefined;

/** Asks for the first rows of the unfiltered list before React is even there. */
export function startFirstAnswer(): void {
  const address = firstPageAddress({ starts_after: null, ends_before: null }, FIRST_PAGE_SIZE);
  const answer = askConferences(address, new AbortController().signal);
  // Whoever takes the answer meets its failure; one that nobody takes is nobody's business.
  answer.catch(() => {});
  started = { address, answer };
}

/** The answer that is already on its way to an address, once; undefined when there is none. */
export function takeFirstAnswer(address: string): Promise<Answer<ConferencesPage>> | undefined {
  if (started?.address !== address) return undefined;
  const { answer } = started;
  started = undefined;
  return answer;
}
