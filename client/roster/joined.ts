import type { Column } from './column.ts';

/** Texts that are searched all at once. */
export interface JoinedTexts {
  /**
   * Writes 0 for each text that holds a word, which has no line breaks. Where there is 0 already nobody need be asked.
   *
   * @param lacks by position, 1 or 0
   * @param part by position, 1 for those that lack a part of the word, and need not be asked either
   */
  clearHolders(word: string, lacks: Uint8Array, part?: Uint8Array): void;
}

/** Small enough to be joined anew in well under a millisecond when one of its texts changes. */
const BLOCK = 512;

/** So many texts of a block are asked one by one sooner than the whole block is searched. */
const FEW = BLOCK / 4;

interface Block {
  /** its texts, a line break after each */
  readonly text: string;
  /** where each of them ends, its line break included */
  readonly ends: Int32Array;
  /** the pairs of neighbouring letters in it */
  readonly pairs: Int32Array;
}

/**
 * A column of texts, joined in blocks. To search a block takes one call of the browser's own search, and one more for
 * each text found; text by text it takes one for each text there is, which is three times the work for a common word,
 * and ten times for one that is nowhere. Where few texts are in question, they alone are asked.
 */
export function createJoinedColumn(textAt: (position: number) => string): Column<JoinedTexts> {
  const blocks: (Block | undefined)[] = [];
  /** every text before this position is joined as it is now */
  let filled = 0;
  let version = 0;

  const texts: JoinedTexts = {
    clearHolders(word, lacks, part) {
      for (let index = 0; index < blocks.length; index++) {
        const block = blocks[index];
        if (block === undefined || !mayHold(block, word)) continue;
        const first = index * BLOCK;
        const asked = collectAsked(block, lacks, part, first);
        if (asked < FEW) clearAsked(block, word, lacks, first, asked);
        else clearAll(block, word, lacks, first);
      }
    },
  };

  return {
    upTo(size) {
      while (filled < size) {
        const index = Math.floor(filled / BLOCK);
        const first = index * BLOCK;
        const wanted = Math.min(size - first, BLOCK);
        const known = blocks[index];
        const block =
          known !== undefined && known.ends.length >= wanted ? known : join(textAt, first, wanted);
        blocks[index] = block;
        filled = first + block.ends.length;
      }
      return texts;
    },
    filled: () => filled,
    version: () => version,
    replaced(position) {
      const index = Math.floor(position / BLOCK);
      const block = blocks[index];
      const at = position % BLOCK;
      const end = block?.ends[at];
      if (block === undefined || end === undefined) return false;
      if (block.text.slice(block.ends[at - 1] ?? 0, end) === `${textAt(position)}\n`) return false;
      blocks[index] = undefined;
      filled = Math.min(filled, index * BLOCK);
      version++;
      return true;
    },
  };
}

/** Where the texts of a block that are asked are gathered, by their places in it. */
const room = new Int32Array(BLOCK);

/** Gathers the texts of a block that are asked; answers how many. */
function collectAsked(
  { ends }: Block,
  lacks: Uint8Array,
  part: Uint8Array | undefined,
  first: number,
): number {
  let size = 0;
  for (let at = 0; at < ends.length; at++) {
    room[size] = at;
    // without a branch, which no processor can foresee here
    const lacksPart = part === undefined ? 0 : (part[first + at] ?? 0);
    size += (lacks[first + at] ?? 0) & (lacksPart ^ 1);
  }
  return size;
}

function clearAsked(
  { text, ends }: Block,
  word: string,
  lacks: Uint8Array,
  first: number,
  asked: number,
): void {
  for (let index = 0; index < asked; index++) {
    const at = room[index] ?? 0;
    if (text.slice(ends[at - 1] ?? 0, ends[at]).includes(word)) lacks[first + at] = 0;
  }
}

function clearAll({ text, ends }: Block, word: string, lacks: Uint8Array, first: number): void {
  let at = 0;
  for (let found = text.indexOf(word); found >= 0; found = text.indexOf(word, ends[at])) {
    while ((ends[at] ?? 0) <= found) at++;
    lacks[first + at] = 0;
  }
}

/** Bits of a set of pairs of letters. */
const PAIR_BITS = 4096;

/** Six bits of a letter: those of Latin, digits and the dash have six of their own. */
const toBits = (letter: number) => (letter < 64 ? letter + 16 : letter) & 63;

/** The pair of a letter and the one before it, as a number. */
const toPair = (text: string, at: number) =>
  (toBits(text.charCodeAt(at - 1)) << 6) | toBits(text.charCodeAt(at));

/** The set of the pairs of neighbours in a text. */
function gatherPairs(text: string): Int32Array {
  const pairs = new Int32Array(PAIR_BITS / 32);
  for (let at = 1; at < text.length; at++) {
    const pair = toPair(text, at);
    pairs[pair >> 5] = (pairs[pair >> 5] ?? 0) | (1 << (pair & 31));
  }
  return pairs;
}

/** Whether a word may occur in a block. That is told at once, and IDs lack most pairs of letters. */
function mayHold({ text, pairs }: Block, word: string): boolean {
  if (word.length === 1) return text.includes(word);
  for (let at = 1; at < word.length; at++) {
    const pair = toPair(word, at);
    if (((pairs[pair >> 5] ?? 0) & (1 << (pair & 31))) === 0) return false;
  }
  return true;
}

function join(textAt: (position: number) => string, first: number, size: number): Block {
  const ends = new Int32Array(size);
  const lines: string[] = [];
  let end = 0;
  for (let at = 0; at < size; at++) {
    const text = textAt(first + at);
    lines.push(text);
    end += text.length + 1;
    ends[at] = end;
  }
  const text = [...lines, ''].join('\n');
  return { text, ends, pairs: gatherPairs(text) };
}
