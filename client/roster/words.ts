import { compareNatural } from '#contract/text/natural.ts';

/** Words as small numbers, for a set that is open: any text gets a code when it is first met. */
export interface Words {
  /** the code of a word; 0 for none */
  codeOf(word: string | null): number;
  /** every word by its code; "" stands at 0 */
  readonly list: readonly string[];
  /** the place of each code in the order of its words: known ones as listed, then natural order; NaN for 0 */
  ranks(): Float64Array;
}

/** @param known words with an order of their own, such as small, medium, large */
export function createWords(known: readonly string[] = []): Words {
  const list = ['', ...known];
  const codes = new Map(list.map((word, code) => [word, code]));
  return {
    codeOf(word) {
      if (word === null) return 0;
      const code = codes.get(word);
      if (code !== undefined) return code;
      codes.set(word, list.length);
      return list.push(word) - 1;
    },
    list,
    ranks() {
      const others = list.slice(known.length + 1).sort(compareNatural);
      const ranks = new Float64Array(list.length).fill(Number.NaN);
      for (const [rank, word] of [...known, ...others].entries()) ranks[codes.get(word) ?? 0] = rank;
      return ranks;
    },
  };
}
