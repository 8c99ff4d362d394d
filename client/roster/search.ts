import { SEARCHED } from './keys.ts';
import type { Table } from './table.ts';

/** Finds the rows that hold every word of a folded text, each in any of the searched fields. */
export interface Search {
  /** by position 1 for each row that holds them; null when there is nothing to look for */
  find(folded: string): Uint8Array | null;
}

/** The words of a search, the first twenty of them. */
export function toWords(folded: string): string[] {
  return folded
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 20);
}

/** Keeps the last answer: a text typed on is looked for only where its beginning was found. */
export function createSearch({ walked, searched }: Table): Search {
  let last = { folded: '', version: -1, hits: new Uint8Array(0) };
  return {
    find(folded) {
      if (folded === '') return null;
      const capacity = walked.capacity();
      const columns = SEARCHED.map((name) => searched.get(name));
      const fields = columns.map((column) => column.upTo(capacity));
      const version = columns.reduce((sum, column) => sum + column.version(), 0);
      const isFresh = last.version === version && last.hits.length === capacity;
      if (isFresh && last.folded === folded) return last.hits;
      const within = isFresh && last.folded !== '' && folded.includes(last.folded) ? last.hits : null;
      const hits = new Uint8Array(capacity);
      // A row carries the number of words found in it so far, and stays in the race only with all of them.
      const words = toWords(folded);
      for (const [found, word] of words.entries()) {
        for (const texts of fields) {
          for (const row of walked.order()) {
            if (hits[row] !== found || (within !== null && within[row] === 0)) continue;
            if (texts[row]?.includes(word)) hits[row] = found + 1;
          }
        }
      }
      for (const [row, found] of hits.entries()) hits[row] = found === words.length ? 1 : 0;
      last = { folded, version, hits };
      return hits;
    },
  };
}
