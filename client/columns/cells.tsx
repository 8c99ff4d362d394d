import type { ReactNode } from 'react';
import type { ColumnId } from '#contract/columns.ts';
import { readInstant } from '#contract/read.ts';
import type { Conference } from '#contract/readConference.ts';
import { titleOf } from '#contract/rowFacts.ts';
import icons from '../board/icons.module.css';
import { toDay } from '../lib/day.ts';
import { type StatusNow, writeStatus } from '../status/StatusBadge.tsx';
import styles from './cells.module.css';
import { MarkedText } from './MarkedText.tsx';
import { ThemeStrip } from './ThemeStrip.tsx';
import { toTime } from './toTime.tsx';

/** What a cell may use: the conference and how the reader wants things written. */
interface CellContent {
  conference: Conference;
  status: StatusNow;
  /** IANA zone */
  zone: string;
  /** the current one, which goes without saying */
  year: number;
  /** the search text, whose matches are marked */
  query: string;
  /** whether the columns Starts and Ends had to go for want of room */
  narrow: boolean;
}

/** Plain functions, no components: a page has hundreds of cells, and every sort writes all of them anew. */
type WriteCell = (content: CellContent) => ReactNode;

const TITLE = `${styles.cut} ${styles.title}`;
const UNDER = `${styles.cut} ${styles.under}`;
const CODE = `${styles.cut} ${styles.code}`;

const NOTHING = <span className={styles.nothing}>—</span>;

const writeName: WriteCell = ({ conference, query, zone, year, narrow }) => {
  const title = titleOf(conference);
  const { name } = conference;
  return (
    <>
      <span className={TITLE} dir="auto">
        {marked(title, query)}
      </span>
      {narrow ? (
        <span className={UNDER}>{writeWindow(conference, zone, year)}</span>
      ) : (
        name !== null && name !== title && <span className={UNDER}>{marked(name, query)}</span>
      )}
    </>
  );
};

/** Both ends of the window in one line; the day of the second only where it is another. */
function writeWindow({ join_from, join_until }: Conference, zone: string, year: number): ReactNode {
  if (join_from === null)
    return join_until === null ? 'No dates' : <>until {toTime(join_until, zone, year)}</>;
  if (join_until === null) return <>{toTime(join_from, zone, year)} onwards</>;
  const style = isSameDay(join_from, join_until, zone) ? 'clock' : 'day';
  return (
    <>
      {toTime(join_from, zone, year)} – {toTime(join_until, zone, year, style)}
    </>
  );
}

function isSameDay(one: string, other: string, zone: string): boolean {
  const [from, until] = [readInstant(one), readInstant(other)];
  return from !== null && until !== null && toDay(from, zone) === toDay(until, zone);
}

/** A text with what the search found in it; the text alone costs least. */
function marked(text: string, query: string): ReactNode {
  return query === '' ? text : <MarkedText text={text} query={query} />;
}

/** A cell of one timestamp. */
function timeCell(column: 'join_from' | 'join_until' | 'created_at' | 'updated_at'): WriteCell {
  return ({ conference, zone, year }) => {
    const value = conference[column];
    return value === null ? NOTHING : toTime(value, zone, year);
  };
}

/** Letters; no word that is known has more. */
const LONGEST_WORD = 24;

/** A cell of a short text as it came; one that is not short is cut. */
function wordCell(column: 'quality' | 'layout' | 'size'): WriteCell {
  return ({ conference }) => {
    const word = conference[column];
    if (word === null) return NOTHING;
    return word.length > LONGEST_WORD ? <span className={styles.cut}>{word}</span> : word;
  };
}

const YES = <span className={`${styles.yes} ${icons.icon} ${icons.yes}`}>Yes</span>;
const NO = <span className={`${styles.no} ${icons.icon} ${icons.no}`}>No</span>;

/** A cell of a switch, in a sign and a word. */
function switchCell(read: (conference: Conference) => boolean | null): WriteCell {
  return ({ conference }) => {
    const value = read(conference);
    if (value === null) return NOTHING;
    return value ? YES : NO;
  };
}

/** What stands in the cells of each column. */
export const CELLS: Record<ColumnId, WriteCell> = {
  status: ({ status }) => writeStatus(status),
  name: writeName,
  join_from: timeCell('join_from'),
  join_until: timeCell('join_until'),
  created_at: timeCell('created_at'),
  updated_at: timeCell('updated_at'),
  quality: wordCell('quality'),
  layout: wordCell('layout'),
  size: wordCell('size'),
  record_on_start: switchCell((conference) => conference.record_on_start),
  enable_chat: switchCell((conference) => conference.enable_chat),
  enable_room_previews: switchCell((conference) => conference.enable_room_previews),
  tone_on_entry_and_exit: switchCell((conference) => conference.tone_on_entry_and_exit),
  user_join_video_off: switchCell((conference) => conference.user_join_video_off),
  room_join_video_off: switchCell((conference) => conference.room_join_video_off),
  description: ({ conference, query }) =>
    conference.description === null ? (
      NOTHING
    ) : (
      <span className={styles.cut}>{marked(conference.description, query)}</span>
    ),
  theme: ({ conference }) => <ThemeStrip conference={conference} />,
  meta: ({ conference }) =>
    conference.meta === null ? (
      NOTHING
    ) : (
      <span className={CODE}>{Object.keys(conference.meta).join(', ')}</span>
    ),
  id: ({ conference, query }) => <span className={CODE}>{marked(conference.id, query)}</span>,
};
