import type { Column } from './column.ts';

/** Texts that are searched all at once. */
export interface JoinedTexts {
  /** writes a mark at the position of each text that holds a word, which has no line breaks */
  markHolders(word: string, marks: Uint8Array, mark: number): void;
}

/** Small enough to be joined anew in well under a millisecond when one of its texts changes. */
const BLOCK = 512;

interface Block {
  /** its texts, a line break after each */
  readonly text: string;
  /** where each of them ends, its line break included */
  readonly ends: Int32Array;
}

/**
 * A column of texts, joined in blocks. To search a block takes one call of the browser's own search, and one more for
 * each text found; text by text it takes one for each text there is, which is three times the work for a common word,
 * and ten times for one that is nowhere.
 */
export function createJoinedColumn(textAt: (position: number) => string): Column<JoinedTexts> {
  const blocks: (Block | undefined)[] = [];
  /** every text before this position is joined as it is now */
  let filled = 0;
  let version = 0;

  const texts: JoinedTexts = {
    markHolders(word, marks, mark) {
      for (let index = 0; index < blocks.length; index++) {
        const block = blocks[index];
        if (block === undefined || !hasLetters(block.text, word)) continue;
        const { text, ends } = block;
        let at = 0;
        for (let found = text.indexOf(word); found >= 0; found = text.indexOf(word, ends[at])) {
          while ((ends[at] ?? 0) <= found) at++;
          marks[index * BLOCK + at] = mark;
        }
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

/** Whether each letter of a word occurs in a text. That is told at once, and IDs lack most letters. */
function hasLetters(text: string, word: string): boolean {
  for (let at = 0; at < word.length; at++) if (!text.includes(word.charAt(at))) return false;
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
  return { text: [...lines, ''].join('\n'), ends };
}
