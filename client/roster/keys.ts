import type { ConferenceRow } from '#contract/conference.ts';
import { SIZES } from '#contract/values.ts';
import { readInstant } from '../lib/read.ts';
import { type Conference, readConference } from './conference.ts';
import {
  countMeta,
  countOwnColours,
  readLive,
  readSessionStart,
  readSwitch,
  readWord,
  toDescriptionKey,
  toTitleKey,
} from './rowFacts.ts';
import { createWords, type Words } from './words.ts';

/** Facts of a row that are numbers: instants in ms, counts, and 0 or 1. */
export const NUMBERS = {
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
  meta: countMeta,
  started: readSessionStart,
} as const;

/** Texts of a row whose plain comparison is the order in which the table sorts them; "" for none. */
export const TEXTS = {
  name: toTitleKey,
  description: toDescriptionKey,
  id: (row: ConferenceRow) => row.id,
} as const;

export type NumberName = keyof typeof NUMBERS;
export type TextName = keyof typeof TEXTS;

/** The open enums among the fields. */
export type WordName = 'quality' | 'layout' | 'size';

export type CodeName = WordName | 'live' | 'fails';

/** How facts become small numbers; it outlives the tables that hold them. */
export interface Coding {
  readonly words: Readonly<Record<WordName, Words>>;
  readonly codes: Readonly<Record<CodeName, (row: ConferenceRow) => number>>;
}

/** @param themeFails whether a conference's own theme fails WCAG AA */
export function createCoding(themeFails: (conference: Conference) => boolean): Coding {
  const words = { quality: createWords(), layout: createWords(), size: createWords(SIZES) };
  return {
    words,
    codes: {
      quality: (row) => words.quality.codeOf(readWord(row.quality)),
      layout: (row) => words.layout.codeOf(readWord(row.layout)),
      size: (row) => words.size.codeOf(readWord(row.size)),
      live: readLive,
      fails: (row) => (themeFails(readConference(row)) ? 1 : 0),
    },
  };
}
