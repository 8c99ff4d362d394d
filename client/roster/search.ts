import type { Table } from './table.ts';

/** Finds the rows whose search text holds a folded text. */
export interface Search {
  /** 1 for each of the first `size` rows that holds it; null when there is nothing to look for */
  find(folded: string, size: number): Uint8Array | null;
}

/** Keeps the last answer: a text typed on is looked for only where its beginning was found. */
export function createSearch(table: Table): Search {
  let last = { folded: '', version: -1, hits: new Uint8Array(0) };
  return {
    find(folded, size) {
      if (folded === '') return null;
      const texts = table.search.upTo(size);
      const version = table.search.version();
      const fresh = last.version === version && last.hits.length === size;
      if (fresh && last.folded === folded) return last.hits;
      const candidates = fresh && last.folded !== '' && folded.includes(last.folded) ? last.hits : null;
      const hits = new Uint8Array(size);
      for (let row = 0; row < size; row++) {
        if (candidates !== null && candidates[row] === 0) continue;
        if (texts[row]?.includes(folded)) hits[row] = 1;
      }
      last = { folded, version, hits };
      return hits;
    },
  };
}
