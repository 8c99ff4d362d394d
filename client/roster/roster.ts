import type { ConferenceRow } from '#contract/conference.ts';
import { ask } from './ask.ts';
import { type ChangeCounts, type Changes, createGoneLog } from './changes.ts';
import type { Conference } from './conference.ts';
import { createCoding } from './keys.ts';
import type { Answer, Question } from './question.ts';
import { isSameValue } from './sameValue.ts';
import { createSearch } from './search.ts';
import { createSorter } from './sorter.ts';
import { type Statuses, toStatuses } from './statuses.ts';
import { createTable, type Table } from './table.ts';

/** What one page of rows brought. */
export interface Merged {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** how many of its conferences this walk had not seen before */
  readonly fresh: number;
}

/** One walk over the list, from its first page to its last. A new pass makes the one before it void. */
export interface Pass {
  merge(rows: readonly ConferenceRow[]): Merged;
  /** the walk begins again at the first page: what was seen does not count, what was merged stays */
  restart(): void;
  /** what the walk brought so far */
  changes(): Changes;
  /** the walk has seen everything: conferences that it did not see are gone, and its order is the order */
  complete(): Changes;
}

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
  const coding = createCoding(themeFails);
  const gone = createGoneLog();
  let current = withTools(createTable(coding));
  let revision = 0;
  let statuses: { of: Statuses; revision: number } | null = null;
  let pass = 0;

  function withTools(table: Table) {
    return { table, search: createSearch(table), sorter: createSorter(table, coding) };
  }

  const statusesAt = (now: number): Statuses => {
    if (statuses?.revision === revision && statuses.of.holdsAt(now)) return statuses.of;
    const of = toStatuses(current.table, current.table.rows.length, now);
    statuses = { of, revision };
    return of;
  };

  /** `see` is told where each row stands */
  const merge = (rows: readonly ConferenceRow[], see: (position: number) => boolean): Merged => {
    const { table } = current;
    const added: string[] = [];
    const changed: string[] = [];
    let fresh = 0;
    let guess = 0;
    for (const row of rows) {
      const known = table.rows[guess]?.id === row.id ? guess : table.positionOf(row.id);
      const position = known ?? table.rows.length;
      const before = table.rows[position];
      if (before === undefined) {
        table.add(row, revision + 1);
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
      guess = position + 1;
    }
    if (added.length + changed.length > 0) revision++;
    return { added, changed, fresh };
  };

  /** `places`: at each position when the walk came by, or nothing */
  const settle = (places: readonly (number | undefined)[], steps: number): string[] => {
    const { table } = current;
    const order = new Int32Array(steps).fill(-1);
    const missing: string[] = [];
    let moved = false;
    let latest = -1;
    for (const [position, row] of table.rows.entries()) {
      const place = places[position];
      if (place === undefined) {
        missing.push(row.id);
        gone.note(table.addedIn(position), revision + 1);
      } else {
        order[place] = position;
        moved ||= place < latest;
        latest = place;
      }
    }
    if (!moved && missing.length === 0) return [];
    current = withTools(table.rearranged(order.filter((position) => position >= 0)));
    revision++;
    return missing;
  };

  return {
    get size() {
      return current.table.rows.length;
    },
    get revision() {
      return revision;
    },
    merge: (rows) => merge(rows, () => false),
    startPass() {
      const number = ++pass;
      const added = new Set<string>();
      const changed = new Set<string>();
      let places: (number | undefined)[] = [];
      let steps = 0;
      const see = (position: number) => {
        if (places[position] !== undefined) return false;
        places[position] = steps++;
        return true;
      };
      const changes = (missing: readonly string[]): Changes => ({
        added: [...added],
        changed: [...changed].filter((id) => !added.has(id)),
        gone: missing,
      });
      return {
        merge(rows) {
          if (number !== pass) return { added: [], changed: [], fresh: 0 };
          const merged = merge(rows, see);
          for (const id of merged.added) added.add(id);
          for (const id of merged.changed) changed.add(id);
          return merged;
        },
        restart() {
          places = [];
          steps = 0;
        },
        changes: () => changes([]),
        complete: () => changes(number === pass ? settle(places, steps) : []),
      };
    },
    ask: (question) => ask({ ...current, coding, statuses: statusesAt(question.now) }, question),
    conference(id) {
      const position = current.table.positionOf(id);
      return position === undefined ? null : current.table.conferenceAt(position);
    },
    has: (id) => current.table.positionOf(id) !== undefined,
    nextStatusChange: (now) => statusesAt(now).nextChange,
    changesSince(since) {
      const { table } = current;
      let added = 0;
      for (let position = 0; position < table.rows.length; position++) {
        if (table.addedIn(position) > since) added++;
      }
      return { added, gone: gone.countSince(since) };
    },
    prepare(sliceMs, clock) {
      const end = clock() + sliceMs;
      while (current.sorter.step()) if (clock() >= end) return true;
      return false;
    },
  };
}
