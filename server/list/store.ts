import { randomUUID } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { type Fact, readFacts } from './facts.ts';
import type { Pass, RowText, Walked } from './pass.ts';
import { readRow } from './readRow.ts';
import { FACT_NAMES, openDatabase } from './schema.ts';
import { createUrgencies, type Urgencies } from './urgencies.ts';

/** How many conferences that went are remembered, to be counted among what somebody no longer sees. */
const MOST_GONE = 10_000;

/** A conference of the list: its key, and the JSON text that it came as. */
export interface KeyedText {
  readonly key: number;
  readonly text: string;
}

/** Every conference, in SQLite, and how it changes. Questions are asked of its database by the other files here. */
export interface Store extends Walked {
  readonly database: DatabaseSync;
  /** names this list; another start is another list */
  readonly epoch: string;
  /** counts up with every transaction that changed something */
  readonly rev: number;
  /** what went is remembered since this revision */
  readonly goneSince: number;
  readonly urgencies: Urgencies;
  /** the conference of an id; null when it is not there */
  find(id: string): KeyedText | null;
}

/** @param now the time by which a row that comes is ranked, ms */
export function createStore(now: () => number): Store {
  const database = openDatabase();
  const statements = prepare(database);
  const urgencies = createUrgencies(database, now);
  let rev = 0;
  let size = 0;
  let nextKey = 1;
  let goneSince = 0;
  let passes = 0;
  /** the last pass that could drop what it did not see */
  let lastDropping = 0;
  /** by key, the last pass that saw it */
  const seen = new Map<number, number>();

  const transact = (work: () => boolean) => {
    const before = { rev, size };
    rev++;
    database.exec('BEGIN');
    try {
      const changed = work();
      database.exec('COMMIT');
      if (!changed) rev--;
    } catch (error) {
      database.exec('ROLLBACK');
      ({ rev, size } = before);
      throw error;
    }
  };

  /** Writes the facts and the texts of a row that came or changed. */
  const writeRow = (key: number, born: number, { id, text }: RowText) => {
    const { facts, texts } = readFacts(readRow(id, text));
    const all: Record<string, Fact> = { ...facts, ...urgencies.of(facts), born };
    statements.facts.run(key, ...FACT_NAMES.map((name) => factOf(all, name)));
    statements.words.run(key, texts.words);
    statements.unsearch.run(key);
    statements.search.run(key, texts.words, texts.ids);
  };

  /** Takes one row in; answers its key, and whether it is news. */
  const takeRow = (row: RowText): { key: number; changed: boolean } => {
    const known = statements.find.get(row.id);
    if (known === undefined) {
      const key = nextKey++;
      statements.add.run(key, row.id, rev, row.text);
      writeRow(key, rev, row);
      size++;
      return { key, changed: true };
    }
    const key = Number(known.key);
    if (known.text === row.text) return { key, changed: false };
    statements.change.run(rev, row.text, key);
    writeRow(key, Number(known.born), row);
    return { key, changed: true };
  };

  const drop = (key: number) => {
    const { id, text } = statements.text.get(key) ?? {};
    const { texts } = readFacts(readRow(String(id), String(text)));
    statements.remember.run(rev, texts.ids, key);
    for (const statement of statements.drop) statement.run(key);
    seen.delete(key);
    size--;
  };

  /** Forgets what went longest ago, beyond what is remembered. */
  const forget = () => {
    const last = statements.lastForgotten.get(MOST_GONE);
    if (last === undefined) return;
    goneSince = Number(last.went);
    statements.forget.run(goneSince);
  };

  return {
    database,
    epoch: randomUUID(),
    urgencies,
    get rev() {
      return rev;
    },
    get size() {
      return size;
    },
    get goneSince() {
      return goneSince;
    },
    find(id) {
      const row = statements.find.get(id);
      return row === undefined ? null : { key: Number(row.key), text: String(row.text) };
    },
    beginPass(): Pass {
      let pass = ++passes;
      const see = (rows: readonly RowText[]): { fresh: number; changed: boolean } => {
        let fresh = 0;
        let changed = false;
        for (const row of rows) {
          const taken = takeRow(row);
          if (seen.get(taken.key) !== pass) fresh++;
          seen.set(taken.key, pass);
          changed ||= taken.changed;
        }
        return { fresh, changed };
      };
      return {
        take(rows) {
          let fresh = 0;
          transact(() => {
            const taken = see(rows);
            fresh = taken.fresh;
            return taken.changed;
          });
          return fresh;
        },
        restart() {
          pass = ++passes;
        },
        end(last, mayDrop) {
          transact(() => {
            const { changed } = see(last);
            if (!mayDrop) return changed;
            const missed = [...seen].filter(([, by]) => by !== pass && by < lastDropping).map(([key]) => key);
            for (const key of missed) drop(key);
            if (missed.length > 0) forget();
            lastDropping = pass;
            return changed || missed.length > 0;
          });
        },
      };
    },
  };
}

function factOf(facts: Readonly<Record<string, Fact>>, name: string): Fact {
  const fact = facts[name];
  if (fact === undefined) throw new TypeError(`No row says its ${name}.`);
  return fact;
}

function prepare(database: DatabaseSync): {
  [Name in
    | 'find'
    | 'text'
    | 'add'
    | 'change'
    | 'facts'
    | 'words'
    | 'unsearch'
    | 'search'
    | 'remember'
    | 'lastForgotten'
    | 'forget']: StatementSync;
} & { drop: StatementSync[] } {
  const names = FACT_NAMES.join(', ');
  return {
    find: database.prepare(
      'SELECT key, text, (SELECT born FROM facts WHERE facts.key = conferences.key) AS born FROM conferences WHERE id = ?',
    ),
    text: database.prepare('SELECT id, text FROM conferences WHERE key = ?'),
    add: database.prepare('INSERT INTO conferences (key, id, rev, text) VALUES (?, ?, ?, ?)'),
    change: database.prepare('UPDATE conferences SET rev = ?, text = ? WHERE key = ?'),
    facts: database.prepare(
      `INSERT OR REPLACE INTO facts (key, ${names}) VALUES (?, ${FACT_NAMES.map(() => '?').join(', ')})`,
    ),
    words: database.prepare('INSERT OR REPLACE INTO words (key, words) VALUES (?, ?)'),
    unsearch: database.prepare('DELETE FROM search WHERE rowid = ?'),
    search: database.prepare('INSERT INTO search (rowid, words, ids) VALUES (?, ?, ?)'),
    remember: database.prepare(
      `INSERT INTO gone (key, went, words, ids, ${names})
       SELECT key, ?, words, ?, ${names} FROM facts JOIN words USING (key) WHERE key = ?`,
    ),
    drop: ['conferences', 'facts', 'words', 'search'].map((table) =>
      database.prepare(`DELETE FROM ${table} WHERE ${table === 'search' ? 'rowid' : 'key'} = ?`),
    ),
    lastForgotten: database.prepare('SELECT went FROM gone ORDER BY went DESC LIMIT 1 OFFSET ?'),
    forget: database.prepare('DELETE FROM gone WHERE went <= ?'),
  };
}
