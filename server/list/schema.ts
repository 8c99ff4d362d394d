import { DatabaseSync } from 'node:sqlite';
import { FACT_COLUMNS, sortName, valueName } from './facts.ts';
import type { FilterPart } from './filter.ts';

/*
 * The tables of the list, all in memory:
 * - `conferences`: a row as it was sent, and when it changed; found by id and by key
 * - `facts`: what questions are asked of, one narrow row a conference, with an index for each order
 * - `words`: the texts that are searched; `search`: the same, and the ids, by their groups of three letters
 * - `gone`: facts and texts of conferences that went a while ago, to say how many of a result are gone
 */

/** The columns of `facts` besides the key, in the order in which they are written. */
export const FACT_NAMES: readonly string[] = [
  // in which revision it came
  'born',
  // where it stands in the order of urgency: kept true by urgencies.ts
  'rank',
  'urgency_at',
  'live',
  'unclear',
  'started',
  'left_at',
  'room_id',
  'fails',
  ...FACT_COLUMNS.flatMap((column) => [sortName(column), valueName(column)]),
];

/**
 * Parts of a filter that the index of urgency holds, for the toolbar asks for them: their counts and their pages by
 * urgency read nothing else, in a fifth of the time. A search looks at nothing but the key.
 */
export const ALONG_URGENCY: readonly FilterPart[] = [
  'status',
  'quality',
  'layout',
  'size',
  'record_on_start',
  'fails',
  'q',
];

const INDEXES: readonly (readonly [name: string, columns: string])[] = [
  [
    'by_urgency',
    `rank, urgency_at, key, ${valueName('quality')}, ${valueName('layout')}, ${valueName('size')}, ${sortName('record_on_start')}, fails`,
  ],
  ['by_born', 'born'],
  ['by_room', 'room_id'],
  // all that the picture of a whole list reads, in a tenth of the time that its facts would take
  ['by_window', `${sortName('join_from')}, ${sortName('join_until')}, live, started`],
  ...FACT_COLUMNS.map((column) => [`by_${column}`, sortName(column)] as const),
];

/** Opens an empty list. A row takes about a KB: of larger pages less stays empty, 15 MB of 340 at 100,000 rows. */
export function openDatabase(): DatabaseSync {
  const database = new DatabaseSync(':memory:', { allowExtension: false });
  database.exec(`
    PRAGMA page_size = 16384;
    PRAGMA temp_store = MEMORY;
    CREATE TABLE conferences (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, rev INTEGER NOT NULL, text TEXT NOT NULL);
    CREATE TABLE facts (key INTEGER PRIMARY KEY, ${FACT_NAMES.join(', ')});
    CREATE TABLE words (key INTEGER PRIMARY KEY, words TEXT NOT NULL);
    CREATE VIRTUAL TABLE search USING fts5(words, ids, content='', contentless_delete=1, tokenize='trigram case_sensitive 1');
    CREATE TABLE gone (key INTEGER PRIMARY KEY, went INTEGER NOT NULL, words TEXT NOT NULL, ids TEXT NOT NULL, ${FACT_NAMES.join(', ')});
    ${INDEXES.map(([name, columns]) => `CREATE INDEX ${name} ON facts (${columns});`).join('\n')}
    -- Few conferences have such a time, and only those are in this index.
    CREATE INDEX by_left ON facts (left_at) WHERE left_at IS NOT NULL;
  `);
  return database;
}
