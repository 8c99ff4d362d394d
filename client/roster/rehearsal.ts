import type { Sources } from './ask.ts';
import type { Question } from './question.ts';
import { select } from './select.ts';
import type { Statuses } from './statuses.ts';

/**
 * Answers that nobody asked for yet, in pieces: code that has not run over as many rows is slow, and the first key of
 * a search, or the first press on a header, would pay for it. They are due whenever the list has doubled, and when a
 * walk that brought something has come to its end.
 */
export interface Rehearsal {
  noteWalkEnd(): void;
  /** does the next piece; false when there is nothing to rehearse */
  step(statuses: Statuses | null, revision: number): boolean;
}

/** A word as it is typed, letter by letter: much is found by the first, little by the last. */
const WORD = 'entr';

const QUESTION: Question = {
  q: '',
  filters: {},
  zone: 'UTC',
  theme: 'any',
  range: null,
  sort: null,
  now: 0,
};

export function createRehearsal({ table, keys, search, sorter }: Sources): Rehearsal {
  const { walked } = table;
  /** how many conferences there were at the last one, and which they were */
  let last = { size: 0, revision: 0 };
  let walkEnded = false;
  let pieces: (() => void)[] = [];

  const type = (q: string, statuses: Statuses): void => {
    const selection = select({ table, keys, search, statuses }, { ...QUESTION, q });
    selection.leaves(walked.order()).at(0);
    selection.keep(walked.order());
  };

  return {
    noteWalkEnd() {
      walkEnded = true;
    },
    step(statuses, revision) {
      const size = walked.capacity();
      const isDue = size >= Math.max(1, 2 * last.size) || (walkEnded && revision !== last.revision);
      if (isDue && statuses !== null) {
        last = { size, revision };
        walkEnded = false;
        const letters = [...WORD].map((_, at) => () => type(WORD.slice(0, at + 1), statuses));
        pieces = [...sorter.rehearsals(statuses), ...letters];
      }
      const next = pieces.shift();
      next?.();
      return next !== undefined;
    },
  };
}
