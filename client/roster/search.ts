import { fillStep } from './column.ts';
import { createJoinedColumn } from './joined.ts';
import type { Keys, RecurringName, SearchedName } from './keys.ts';
import type { Table } from './table.ts';

/** Finds the rows that hold every word of a folded text, each in name, display name, description or id. */
export interface Search {
  /** by position 1 for each row that lacks one of them; null when there is nothing to look for */
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

const OWN: readonly SearchedName[] = ['name', 'id'];
const RECURRING: readonly RecurringName[] = ['displayed', 'described'];

/** How many words are kept: one is typed letter by letter, and taken back the same way. */
const KEPT = 12;

/** Keeps what it found for the last words. */
export function createSearch({ walked, searched, codes }: Table, { recurring }: Keys): Search {
  const own = OWN.map((name) => searched.get(name));
  const shared = RECURRING.map((name) => {
    const { list } = recurring[name];
    return { list, texts: createJoinedColumn((code) => list[code] ?? ''), codes: codes.get(name) };
  });
  const columns = [...own, ...shared.map(({ codes }) => codes)];
  const kept = new Map<string, Uint8Array>();
  let keptOf = '';

  const look = (word: string, capacity: number): Uint8Array => {
    const lacks = new Uint8Array(capacity).fill(1);
    // Rows that are gone are searched too: the same row may come back to where it was.
    for (const column of own) column.upTo(capacity).markHolders(word, lacks, 0);
    for (const { list, texts, codes } of shared) {
      const codeOf = codes.upTo(capacity);
      const found = new Uint8Array(list.length);
      texts.upTo(list.length).markHolders(word, found, 1);
      if (!found.includes(1)) continue;
      // Without a branch, which no processor can foresee here.
      for (let row = 0; row < capacity; row++)
        lacks[row] = (lacks[row] ?? 0) & ((found[codeOf[row] ?? 0] ?? 0) ^ 1);
    }
    return lacks;
  };

  const lackingWord = (word: string, capacity: number): Uint8Array => {
    const lacks = kept.get(word) ?? look(word, capacity);
    kept.delete(word);
    kept.set(word, lacks);
    for (const [oldest] of kept) if (kept.size > KEPT) kept.delete(oldest);
    return lacks;
  };

  return {
    lacking(folded) {
      const capacity = walked.capacity();
      const of = [capacity, ...columns.map((column) => column.version())].join();
      if (of !== keptOf) kept.clear();
      keptOf = of;
      const [first, ...others] = toWords(folded).map((word) => lackingWord(word, capacity));
      if (first === undefined || others.length === 0) return first ?? null;
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
