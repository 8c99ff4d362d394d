import { readCellValue, type ValueColumn } from '#contract/cellValues.ts';
import { countOwnColours } from '#contract/colour/theme.ts';
import type { ConferenceRow } from '#contract/conference.ts';
import { readInstant, readObject, readText } from '#contract/read.ts';
import { type Conference, readConference } from '#contract/readConference.ts';
import { readLive, readSessionStart, readSwitch, titleOf } from '#contract/rowFacts.ts';
import { fold } from '#contract/text/fold.ts';
import { toNaturalKey } from '#contract/text/natural.ts';
import { SIZES } from '#contract/values.ts';
import { remember } from '../lib/remember.ts';
import { createShelf } from './shelf.ts';
import { createWords, type Words } from './words.ts';

/** Facts of a row that are numbers: instants in ms, counts, and 0 or 1. */
const NUMBERS = {
  join_from: (row: ConferenceRow) => readInstant(row.join_from),
  join_until: (row: ConferenceRow) => readInstant(row.join_until),
  created_at: (row: ConferenceRow) => readInstant(row.created_at),
  updated_at: (row: ConferenceRow) => readInstant(row.updated_at),
  record_on_start: (row: ConferenceRow) => readSwitch(row.record_on_start),
  enable_chat: (row: ConferenceRow) => readSwitch(row.enable_chat),
  enable_room_previews: (row: ConferenceRow) => readSwitch(row.enable_room_previews),
  tone_on_entry_and_exit: (row: ConferenceRow) => readSwitch(row.tone_on_entry_and_exit),
  user_join_video_off: (row: ConferenceRow) => readSwitch(row.user_join_video_off),
  room_join_video_off: (row: ConferenceRow) => readSwitch(row.room_join_video_off),
  theme: countOwnColours,
  started: readSessionStart,
} as const;

export type NumberName = keyof typeof NUMBERS;

/** The open enums among the fields. */
export type WordName = 'quality' | 'layout' | 'size';

/** Texts that recur from row to row, and are searched once each: of names, what they are but for their numbers. */
export type RecurringName = 'named' | 'displayed' | 'described';

export type CodeName = ValueColumn | RecurringName | 'live' | 'fails';

/** Texts that are each row's own, and are searched row by row. */
export type SearchedName = 'name' | 'id';

/** Texts that rows are sorted by: what the table shows as the name, and of the metadata the keys that it shows. */
export type SortedName = 'title' | 'description' | 'id' | 'meta';

/** How each fact is read out of a row; words give codes that outlive the rows. */
export interface Keys {
  wordsOf(column: ValueColumn): Words;
  readonly numbers: Readonly<Record<NumberName, (row: ConferenceRow) => number | null>>;
  codeOf(name: CodeName): (row: ConferenceRow) => number;
  /** folded, for the search */
  readonly searched: Readonly<Record<SearchedName, (row: ConferenceRow) => string>>;
  /** folded, for the search; names without their digits, each number a space */
  readonly recurring: Readonly<Record<RecurringName, Words>>;
  /** in a form whose plain comparison is the natural order; "" for none, which sorts last */
  readonly sorted: Readonly<Record<SortedName, (row: ConferenceRow) => string>>;
}

/** Display names and descriptions recur: so many of them are folded once and kept in memory once. */
const MOST_REMEMBERED = 16_384;

/** as a search may hold them: others are letters like any */
export const DIGITS = /[0-9]+/g;

/** @param themeFails whether a conference's own theme fails WCAG AA */
export function createKeys(themeFails: (conference: Conference) => boolean): Keys {
  const words = createShelf((_: ValueColumn) => createWords(), [['size', createWords(SIZES)]]);
  const recurring = { named: createWords(), displayed: createWords(), described: createWords() };
  const foldOnce = remember(fold, MOST_REMEMBERED);
  const toKeyOnce = remember(toNaturalKey, MOST_REMEMBERED);
  return {
    wordsOf: words.get,
    recurring,
    numbers: NUMBERS,
    codeOf(name) {
      if (name === 'live') return (row) => Number(readLive(row));
      if (name === 'named')
        return (row) => recurring.named.codeOf(fold(readText(row.name) ?? '').replace(DIGITS, ' '));
      if (name === 'displayed')
        return (row) => recurring.displayed.codeOf(foldOnce(readText(row.display_name) ?? ''));
      if (name === 'described')
        return (row) => recurring.described.codeOf(foldOnce(readText(row.description) ?? ''));
      if (name === 'fails') return (row) => (themeFails(readConference(row)) ? 1 : 0);
      const { codeOf } = words.get(name);
      const read = (row: ConferenceRow) => readCellValue(name, row);
      return (row) => codeOf(read(row));
    },
    searched: {
      name: ({ name }) => fold(readText(name) ?? ''),
      id: ({ id }) => fold(id),
    },
    sorted: {
      title: ({ id, name, display_name }) =>
        toKeyOnce(titleOf({ id, name: readText(name), display_name: readText(display_name) })),
      description: (row) => toKeyOnce(readText(row.description) ?? ''),
      id: (row) => row.id,
      meta: (row) => toKeyOnce(Object.keys(readObject(row.meta) ?? {}).join(', ')),
    },
  };
}
