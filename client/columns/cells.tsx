import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { writeKeys } from '#contract/cellValues.ts';
import { type ColumnId, readField } from '#contract/columns.ts';
import { readFlag, readInstant, readText } from '#contract/read.ts';
import type { Conference } from '#contract/readConference.ts';
import { readLength, titleOf } from '#contract/rowFacts.ts';
import { readSearch } from '#contract/search.ts';
import { findMatches, type TextRange } from '#contract/text/match.ts';
import { linkToConference } from '#contract/view/view.ts';
import { toDay, toYear } from '../lib/day.ts';
import { formatDuration } from '../lib/duration.ts';
import { formatInstant } from '../lib/instant.ts';
import { StatusWords } from '../status/StatusBadge.tsx';
import { useStatusNow } from '../status/statusNow.ts';
import styles from './cells.module.css';
import { ThemeStrip } from './ThemeStrip.tsx';

/** How the reader wants cells written. */
export interface CellStyle {
  /** IANA zone */
  readonly zone: string;
  /** the current one in that zone, which goes without saying */
  readonly year: string;
  /** the search text, whose matches are marked */
  readonly search: string;
  /** whether there is room for little more than the name, under which the window then stands */
  readonly narrow: boolean;
}

/** A row of the table: the same object while its conference and its style are the same. */
export interface PageRow {
  readonly conference: Conference;
  readonly style: CellStyle;
}

type CellProps = PageRow & { column: ColumnId };

function Nothing() {
  return <span className={styles.nothing}>—</span>;
}

/** A text with what the search found in it, cut where it has no room. */
function Cut({ text, search, look = '' }: { text: string; search: string; look?: string }) {
  return (
    <span className={`${styles.cut} ${look}`} dir={look === styles.title ? 'auto' : undefined}>
      <MarkedText text={text} search={search} />
    </span>
  );
}

/** The status, which moves with the clock alone. */
export function StatusCell({ conference }: CellProps) {
  return <StatusWords {...useStatusNow(conference)} />;
}

/** The name is a link: what the browser can do with one, it can do with a conference. */
export function NameCell({ conference, style: { search, zone, year, narrow } }: CellProps) {
  const title = titleOf(conference);
  const { id, name } = conference;
  return (
    <span className={styles.names}>
      <a href={linkToConference(id)} className={styles.link} tabIndex={-1} draggable={false}>
        <Cut text={title} search={search} look={styles.title} />
      </a>
      {narrow ? (
        <span className={styles.under}>{writeWindow(conference, zone, year)}</span>
      ) : (
        name !== null && name !== title && <Cut text={name} search={search} look={styles.under} />
      )}
    </span>
  );
}

/** Both ends of the window in one line; the day of the second only where it is another. */
function writeWindow({ join_from, join_until }: Conference, zone: string, year: string): ReactNode {
  if (join_from === null)
    return join_until === null ? 'No dates' : <>until {writeTime(join_until, zone, year)}</>;
  if (join_until === null)
    return (
      <>
        {writeTime(join_from, zone, year)}
        {readInstant(join_from) !== null && ' onwards'}
      </>
    );
  const style = isSameDay(join_from, join_until, zone) ? 'clock' : 'day';
  return (
    <>
      {writeTime(join_from, zone, year)} – {writeTime(join_until, zone, year, style)}
    </>
  );
}

function isSameDay(one: string, other: string, zone: string): boolean {
  const [from, until] = [readInstant(one), readInstant(other)];
  return from !== null && until !== null && toDay(from, zone) === toDay(until, zone);
}

/** A timestamp: with its year where that is not the current one, or by the clock alone. What is none, as it came. */
function writeTime(value: string, zone: string, year: string, style: 'day' | 'clock' = 'day'): ReactNode {
  const instant = readInstant(value);
  if (instant === null) return <span className={styles.raw}>{value}</span>;
  const dayStyle = () => (toYear(instant, zone) === year ? 'short' : 'dated');
  return <time dateTime={value}>{formatInstant(instant, zone, style === 'clock' ? style : dayStyle())}</time>;
}

export function TimeCell({ conference, column, style: { zone, year } }: CellProps) {
  const value = readText(readField(column, conference.raw));
  return value === null ? <Nothing /> : writeTime(value, zone, year);
}

/** Letters; no word that is known has more. */
const LONGEST_WORD = 24;

/** A short text as it came; one that is not short is cut. */
export function WordCell({ conference, column }: CellProps) {
  const word = readText(readField(column, conference.raw));
  if (word === null) return <Nothing />;
  return word.length > LONGEST_WORD ? <span className={styles.cut}>{word}</span> : word;
}

/** A switch, in a sign and a word. */
export function SwitchCell({ conference, column }: CellProps) {
  const value = readFlag(readField(column, conference.raw));
  if (value === null) return <Nothing />;
  const [Icon, word, look] = value ? [Check, 'Yes', styles.yes] : [Minus, 'No', styles.no];
  return (
    <span className={look}>
      <Icon size={13} aria-hidden />
      {word}
    </span>
  );
}

export function DescriptionCell({ conference: { description }, style: { search } }: CellProps) {
  return description === null ? <Nothing /> : <Cut text={description} search={search} />;
}

export function ThemeCell({ conference }: CellProps) {
  return <ThemeStrip conference={conference} />;
}

export function MetaCell({ conference: { meta } }: CellProps) {
  return meta === null ? (
    <Nothing />
  ) : (
    <span className={`${styles.cut} ${styles.code}`}>{writeKeys(meta)}</span>
  );
}

export function CodeCell({ conference, column, style: { search } }: CellProps) {
  const id = readText(readField(column, conference.raw));
  return id === null ? <Nothing /> : <Cut text={id} search={search} look={styles.code} />;
}

/** Both ends of the window in one line. */
export function WindowCell({ conference, style: { zone, year } }: CellProps) {
  const { join_from, join_until } = conference;
  if (join_from === null && join_until === null) return <Nothing />;
  return <span className={styles.cut}>{writeWindow(conference, zone, year)}</span>;
}

/** How long the window is open. */
export function LengthCell({ conference: { raw } }: CellProps) {
  const length = readLength(raw);
  return <span className={styles.number}>{length === null ? <Nothing /> : formatDuration(length)}</span>;
}

/** A text with the parts that the search found marked. */
export function MarkedText({ text, search }: { text: string; search: string }) {
  const matches = findAll(text, readSearch(search).has);
  if (matches.length === 0) return text;
  return [
    ...matches.flatMap(([start, end], index) => [
      text.slice(matches[index - 1]?.[1] ?? 0, start),
      <mark key={start}>{text.slice(start, end)}</mark>,
    ]),
    text.slice(matches.at(-1)?.[1]),
  ];
}

/** The parts that any of the words found, left to right; what two words share is marked once. */
function findAll(text: string, words: readonly string[]): TextRange[] {
  const found = words.flatMap((word) => findMatches(text, word)).sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const apart: TextRange[] = [];
  for (const range of found) {
    if (range[0] >= (apart.at(-1)?.[1] ?? 0)) apart.push(range);
  }
  return apart;
}
