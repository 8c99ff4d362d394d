import { Check, Minus } from 'lucide-react';
import { type ComponentType, type ReactNode, useContext } from 'react';
import { formatInstant } from '../../lib/instant.ts';
import { readInstant } from '../../lib/read.ts';
import type { ColumnId } from '../../roster/columns.ts';
import { type Conference, titleOf } from '../../roster/conference.ts';
import { StatusBadge } from '../StatusBadge.tsx';
import { ThemeStrip } from '../ThemeStrip.tsx';
import styles from './cells.module.css';
import { Instant } from './Instant.tsx';
import { MarkedText } from './MarkedText.tsx';
import { FilterContext, ValueButton } from './ValueButton.tsx';

/** What a cell may use: the conference and how the reader wants things written. */
interface CellProps {
  conference: Conference;
  zone: string;
  /** the search text, whose matches are marked */
  query: string;
  /** whether the columns Starts and Ends had to go for want of room */
  narrow: boolean;
}

type Cell = ComponentType<CellProps>;

const Nothing = () => <span className={styles.nothing}>—</span>;

function StatusCell({ conference }: CellProps) {
  const filter = useContext(FilterContext);
  return (
    <StatusBadge
      conference={conference}
      stacked
      onPick={(status, withAlt) => filter('status', status, withAlt)}
    />
  );
}

function NameCell({ conference, query, zone, narrow }: CellProps) {
  const title = titleOf(conference);
  return (
    <span className={styles.name}>
      <span className={styles.title} dir="auto">
        <MarkedText text={title} query={query} />
      </span>
      {narrow ? (
        <span className={styles.under}>
          <WindowOf conference={conference} zone={zone} />
        </span>
      ) : (
        conference.name !== null &&
        conference.name !== title && (
          <span className={styles.under}>
            <MarkedText text={conference.name} query={query} />
          </span>
        )
      )}
    </span>
  );
}

/** Both ends of the window in one line. */
function WindowOf({ conference, zone }: Pick<CellProps, 'conference' | 'zone'>) {
  const { join_from, join_until } = conference;
  if (join_from === null && join_until === null) return 'No dates';
  return (
    <>
      {join_from === null ? 'until ' : <Instant value={join_from} zone={zone} />}
      {join_from !== null && (join_until === null ? ' onwards' : ' – ')}
      {join_until !== null && (
        <Instant
          value={join_until}
          zone={zone}
          style={isSameDay(join_from, join_until, zone) ? 'clock' : 'day'}
        />
      )}
    </>
  );
}

/** Whether two timestamps fall on one day of the zone, so that the second needs no date. */
function isSameDay(one: string | null, other: string | null, zone: string): boolean {
  const [from, until] = [readInstant(one), readInstant(other)];
  if (from === null || until === null) return false;
  return formatInstant(from, zone, 'date') === formatInstant(until, zone, 'date');
}

/** A cell of one timestamp. */
function instantCell(read: (conference: Conference) => string | null): Cell {
  return ({ conference, zone }) => <Instant value={read(conference)} zone={zone} />;
}

/** A cell of a value by which the list can be filtered in one press. */
function valueCell(column: 'quality' | 'layout' | 'size'): Cell {
  return ({ conference }) => {
    const value = conference[column];
    return value === null ? <Nothing /> : <ValueButton column={column} value={value} />;
  };
}

/** A cell of a switch, in a sign and, for who cannot see it, a word. */
function flagCell(read: (conference: Conference) => boolean | null): Cell {
  return ({ conference }) => {
    const value = read(conference);
    if (value === null) return <Nothing />;
    return (
      <span className={value ? styles.yes : styles.no}>
        {value ? <Check size={14} aria-hidden /> : <Minus size={14} aria-hidden />}
        {value ? 'Yes' : 'No'}
      </span>
    );
  };
}

/** A cell of one line of text, cut off where the column ends. */
function textCell(read: (props: CellProps) => ReactNode, className?: string): Cell {
  return (props) => {
    const text = read(props);
    return text === null ? <Nothing /> : <span className={`${styles.line} ${className ?? ''}`}>{text}</span>;
  };
}

export const CELLS: Record<ColumnId, Cell> = {
  status: StatusCell,
  name: NameCell,
  join_from: instantCell((conference) => conference.join_from),
  join_until: instantCell((conference) => conference.join_until),
  created_at: instantCell((conference) => conference.created_at),
  updated_at: instantCell((conference) => conference.updated_at),
  quality: valueCell('quality'),
  layout: valueCell('layout'),
  size: valueCell('size'),
  record_on_start: flagCell((conference) => conference.record_on_start),
  enable_chat: flagCell((conference) => conference.enable_chat),
  enable_room_previews: flagCell((conference) => conference.enable_room_previews),
  tone_on_entry_and_exit: flagCell((conference) => conference.tone_on_entry_and_exit),
  user_join_video_off: flagCell((conference) => conference.user_join_video_off),
  room_join_video_off: flagCell((conference) => conference.room_join_video_off),
  description: textCell(({ conference, query }) =>
    conference.description === null ? null : <MarkedText text={conference.description} query={query} />,
  ),
  theme: ({ conference }) => <ThemeStrip conference={conference} />,
  meta: textCell(({ conference }) => conference.meta && Object.keys(conference.meta).join(', '), styles.code),
  id: textCell(({ conference, query }) => <MarkedText text={conference.id} query={query} />, styles.code),
};
