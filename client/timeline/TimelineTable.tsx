import { memo, useMemo } from 'react';
import type { TimelineBar } from '#contract/list.ts';
import { formatInstant } from '../lib/instant.ts';
import { formatNumber } from '../lib/number.ts';
import { STATUS_WORDS } from '../status/statusWords.ts';
import type { Axis } from './axis.ts';
import { describeBar, type Span } from './bars.ts';
import { type Counts, readIntervals, writeRunning } from './counts.ts';
import styles from './TimelineTable.module.css';

interface TimelineTableProps {
  counts: Counts;
  /** the bars that are drawn, in the order of their lanes; null while there are none */
  drawn: readonly TimelineBar[] | null;
  /** how many more are not drawn */
  more: number;
  axis: Axis;
  /** the span on screen, at rest */
  sight: Span;
  zone: string;
  /** ms; by the minute */
  now: number;
  onOpen: (id: string) => void;
}

/** More rows than that are read in the list of conferences itself. */
const MOST_ROWS = 50;

/**
 * The picture as tables, over the same time: how many at a time, and with the lanes which. Their words are others than
 * those of the list of conferences, so that nobody who goes by words takes the one for the other.
 */
export const TimelineTable = memo(function TimelineTable(props: TimelineTableProps) {
  const { counts, drawn, axis, sight, zone, now } = props;
  const intervals = useMemo(() => readIntervals(counts, sight, axis), [counts, sight, axis]);
  return (
    <div className={styles.tables}>
      <table className={styles.table}>
        <caption className={styles.caption}>Timeline: how many at a time</caption>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Windows open</th>
            <th scope="col">In session</th>
          </tr>
        </thead>
        <tbody>
          {intervals.map(({ start, end, open, running }) => (
            <tr key={start}>
              <th scope="row">{formatInstant(start, zone, 'short')}</th>
              <td>{formatNumber(open)}</td>
              <td>{writeRunning(running, { start, end }, now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {drawn !== null && <Which {...props} drawn={drawn} />}
    </div>
  );
});

function Which({ drawn, more, zone, now, onOpen }: TimelineTableProps & { drawn: readonly TimelineBar[] }) {
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>
        Timeline: which and when
        {drawn.length + more > MOST_ROWS &&
          `, the first ${Math.min(MOST_ROWS, drawn.length)} of ${formatNumber(drawn.length + more)} in the order of the lanes`}
      </caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">State</th>
          <th scope="col">When open</th>
        </tr>
      </thead>
      <tbody>
        {drawn.slice(0, MOST_ROWS).map((bar) => (
          <tr key={bar.key}>
            <th scope="row">
              <button type="button" className={styles.name} onClick={() => onOpen(bar.id)}>
                {bar.title}
              </button>
            </th>
            <td>{STATUS_WORDS[bar.status]}</td>
            <td>{describeBar(bar, zone, now)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
