import { fillStep } from './column.ts';
import { createJoinedColumn } from './joined.ts';
import { DIGITS, type Keys, type RecurringName } from './keys.ts';
import type { Table } from './table.ts';

/** Finds the rows that hold every word of a folded text, each in name, display name, description or id. */
export interface Search {
  /** by position 1 for each row that lacks one of them, for the caller to write on; null when nothing is looked for */
  lacking(folded: string): Uint8Array | null;
  /** does the next small piece of work that the first search would have to do; false when all is done */
  step(): boolean;
}

/** The words of a search, the first twenty of them. */
export function toWords(folded: string): string[] {
  return folded
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 20);
}

const RECURRING: readonly RecurringName[] = ['named', 'displayed', 'described'];

/** What was found for a word. */
interface Found {
  /** by row, 1 for those that lack it */
  readonly lacks: Uint8Array;
  /** for each column of texts that recur, by code, 1 for those that lack it */
  readonly sharedLacks: readonly Uint8Array[];
}

/** How many words are kept: one is typed letter by letter, and taken back the same way. */
const KEPT = 12;

/** Keeps what it found for the last words. */
export function createSearch({ walked, searched, codes }: Table, { recurring }: Keys): Search {
  const names = searched.get('name');
  const ids = searched.get('id');
  const shared = RECURRING.map((name) => {
    const { list } = recurring[name];
    return { list, texts: createJoinedColumn((code) => list[code] ?? ''), codes: codes.get(name) };
  });
  const columns = [names, ids, ...shared.map(({ codes }) => codes)];
  const kept = new Map<string, Found>();
  let keptOf = '';

  /** What was found for the longest part of a word: who lacks that lacks the word. */
  const findPart = (word: string): Found | undefined => {
    const parts = [...kept.keys()].filter((part) => word.includes(part));
    return kept.get(parts.reduce((longest, part) => (part.length > longest.length ? part : longest), ''));
  };

  const look = (word: string, capacity: number): Found => {
    const part = findPart(word);
    const lacks = new Uint8Array(capacity).fill(1);
    const sharedLacks = shared.map(({ list, texts, codes }, index) => {
      const codeOf = codes.upTo(capacity);
      const textLacks = new Uint8Array(list.length).fill(1);
      texts.upTo(list.length).clearHolders(word, textLacks, part?.sharedLacks[index]);
      if (!textLacks.includes(0)) return textLacks;
      // Without a branch, which no processor can foresee here.
      for (let row = 0; row < capacity; row++)
        lacks[row] = (lacks[row] ?? 0) & (textLacks[codeOf[row] ?? 0] ?? 0);
      return textLacks;
    });
    // Rows that are gone are searched too: the same row may come back to where it was.
    if (word.search(DIGITS) >= 0) names.upTo(capacity).clearHolders(word, lacks, part?.lacks);
    ids.upTo(capacity).clearHolders(word, lacks, part?.lacks);
    return { lacks, sharedLacks };
  };

  const lackingWord = (word: string, capacity: number): Uint8Array => {
    const found = kept.get(word) ?? look(word, capacity);
    kept.delete(word);
    kept.set(word, found);
    for (const [oldest] of kept) if (kept.size > KEPT) kept.delete(oldest);
    return found.lacks;
  };

  return {
    lacking(folded) {
      const capacity = walked.capacity();
      const of = [capacity, ...columns.map((column) => column.version())].join();
      if (of !== keptOf) kept.clear();
      keptOf = of;
      const [first, ...others] = toWords(folded).map((word) => lackingWord(word, capacity));
      if (first === undefined) return null;
      const lacks = first.slice();
      for (const other of others) {
        for (let row = 0; row < capacity; row++) lacks[row] = (lacks[row] ?? 0) | (other[row] ?? 0);
      }
      return lacks;
    },
    step: () =>
      columns.some((column) => fillStep(column, walked.capacity())) ||
      shared.some(({ list, texts }) => fillStep(texts, list.length)),
  };
}
