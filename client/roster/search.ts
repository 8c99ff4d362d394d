import type { Table } from './table.ts';
import type { Words } from './words.ts';

/** Finds the rows that hold every word of a folded text, each in name, display name, description or id. */
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

/** How many answers are kept: a word is typed letter by letter, and taken back the same way. */
const KEPT = 12;

/**
 * Keeps its last answers: a text typed on is looked for only where its beginning was found.
 *
 * @param described the words that the codes of that name stand for
 */
export function createSearch({ walked, searched, codes }: Table, described: Words): Search {
  const kept = new Map<string, Uint8Array>();
  let keptOf = '';

  const look = (folded: string, capacity: number): Uint8Array => {
    const texts = searched.upTo(capacity);
    const descriptions = codes.get('described').upTo(capacity);
    const words = toWords(folded).map((word) => ({
      word,
      described: Uint8Array.from(described.list, (text) => Number(text.includes(word))),
    }));
    const within = kept.get(longestIn(folded, kept.keys()));
    const hits = new Uint8Array(capacity);
    // Rows that are gone are searched too: the same row may come back to where it was.
    for (let row = 0; row < capacity; row++) {
      if (within?.[row] === 0) continue;
      const text = texts[row] ?? '';
      const code = descriptions[row] ?? 0;
      let found = 1;
      for (const { word, described } of words) {
        if (described[code] === 1 || text.includes(word)) continue;
        found = 0;
        break;
      }
      hits[row] = found;
    }
    return hits;
  };

  return {
    find(folded) {
      if (folded === '') return null;
      const capacity = walked.capacity();
      const of = `${capacity} ${searched.version()} ${codes.get('described').version()}`;
      if (of !== keptOf) kept.clear();
      keptOf = of;
      const hits = kept.get(folded) ?? look(folded, capacity);
      kept.delete(folded);
      kept.set(folded, hits);
      for (const [oldest] of kept) if (kept.size > KEPT) kept.delete(oldest);
      return hits;
    },
  };
}

/** The longest of some texts that a text holds; "" for none. */
function longestIn(text: string, others: Iterable<string>): string {
  let longest = '';
  for (const other of others) if (other.length > longest.length && text.includes(other)) longest = other;
  return longest;
}
