import type { ConferenceRow } from '#contract/conference.ts';
import type { Conference } from '#contract/readConference.ts';
import { createAsk } from './ask.ts';
import { type ChangeCounts, createGoneLog } from './changes.ts';
import { createKeys } from './keys.ts';
import { createPass, type Merged, type Pass } from './pass.ts';
import type { Answer, Question } from './question.ts';
import { createRehearsal } from './rehearsal.ts';
import { isSameValue } from './sameValue.ts';
import { createSearch } from './search.ts';
import { createSorter } from './sorter.ts';
import { type Statuses, toStatuses } from './statuses.ts';
import { createTable } from './table.ts';

/**
 * All conferences of the walk, in a form made for speed: merging a page costs little more than noting its
 * rows, everything else is worked out when somebody asks, or ahead of time by `prepare`.
 */
export interface Roster {
  /** how many conferences it holds */
  readonly size: number;
  /** counts up with every merge that changed something */
  readonly revision: number;
  /** adds or replaces by id, outside any walk; what is the same as before keeps its identity */
  merge(rows: readonly ConferenceRow[]): Merged;
  startPass(): Pass;
  ask(question: Question): Answer;
  /** null when it is not there */
  conference(id: string): Conference | null;
  has(id: string): boolean;
  /** the first instant (ms) after `now` at which the status of any conference changes; null for never */
  nextStatusChange(now: number): number | null;
  /** what came and went after a revision, each conference counted once */
  changesSince(revision: number): ChangeCounts;
  /**
   * Works ahead on orders and search texts for about `sliceMs`; false when everything stands ready. Call it
   * again in a later task as long as it answers true.
   *
   * @param clock ms, any origin, such as `performance.now`
   */
  prepare(sliceMs: number, clock: () => number): boolean;
}

interface RosterConfig {
  /** whether a conference has a theme of its own that fails WCAG AA; asked once for each row, when needed */
  themeFails?: (conference: Conference) => boolean;
}

export function createRoster({ themeFails = () => false }: RosterConfig = {}): Roster {
  const keys = createKeys(themeFails);
  const table = createTable(keys);
  const { walked } = table;
  const search = createSearch(table, keys);
  const sorter = createSorter(table, keys);
  const ask = createAsk({ table, keys, search, sorter });
  const rehearsal = createRehearsal({ table, keys, search, sorter });
  const gone = createGoneLog();
  let revision = 0;
  let statuses: { of: Statuses; revision: number } | null = null;
  let pass = 0;

  const statusesAt = (now: number): Statuses => {
    if (statuses?.revision === revision && statuses.of.holdsAt(now)) return statuses.of;
    const of = toStatuses(table, now);
    statuses = { of, revision };
    return of;
  };

  /** where an id stands; `guess`: where it stands if the list is as it was */
  const find = (id: string, guess: number | undefined): number | undefined => {
    const isGuessed = guess !== undefined && walked.isThere(guess) && table.rowAt(guess)?.id === id;
    return isGuessed ? guess : table.positionOf(id);
  };

  /** `see` is told where each row stands, and answers whether that is news */
  const merge = (rows: readonly ConferenceRow[], see: (position: number) => boolean): Merged => {
    const added: string[] = [];
    const changed: string[] = [];
    let fresh = 0;
    let guess: number | undefined;
    for (const row of rows) {
      let position = find(row.id, guess);
      const before = position === undefined ? undefined : table.rowAt(position);
      if (position === undefined) {
        position = table.add(row, revision + 1);
        added.push(row.id);
      } else if (before !== row) {
        if (isSameValue(before, row)) {
          table.adopt(position, row);
        } else {
          table.replace(position, row);
          changed.push(row.id);
        }
      }
      if (see(position)) fresh++;
      guess = walked.after(position);
    }
    if (added.length + changed.length > 0) revision++;
    return { added, changed, fresh };
  };

  /** makes the order that a walk saw the order; answers the ids that it did not see */
  const settle = (seen: readonly number[]): string[] => {
    const before = walked.arrangement();
    rehearsal.noteWalkEnd();
    const left = table.arrange(Int32Array.from(seen));
    if (walked.arrangement() !== before) revision++;
    for (const { addedIn } of left) gone.note(addedIn, revision);
    return left.map(({ id }) => id);
  };

  return {
    get size() {
      return walked.order().length;
    },
    get revision() {
      return revision;
    },
    merge: (rows) => merge(rows, () => false),
    startPass() {
      const number = ++pass;
      return createPass({ isCurrent: () => number === pass, merge, settle });
    },
    ask: (question) => ask(question, statusesAt(question.now), revision),
    conference(id) {
      const position = table.positionOf(id);
      return position === undefined ? null : table.conferenceAt(position);
    },
    has: (id) => table.positionOf(id) !== undefined,
    nextStatusChange: (now) => statusesAt(now).nextChange,
    changesSince: (since) => ({
      added: walked.order().reduce((count, row) => count + (table.addedIn(row) > since ? 1 : 0), 0),
      gone: gone.countSince(since),
    }),
    prepare(sliceMs, clock) {
      const end = clock() + sliceMs;
      while (search.step() || sorter.step() || rehearsal.step(statuses?.of ?? null, revision))
        if (clock() >= end) return true;
      return false;
    },
  };
}
