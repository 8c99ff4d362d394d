import { STATUSES } from '#contract/status.ts';
import { formatNumber } from '../lib/number.ts';
import type { Span } from './bars.ts';
import { type Counts, countAt, mostWithin } from './counts.ts';
import { Sign } from './Sign.tsx';
import styles from './Timeline.module.css';

interface LegendProps {
  counts: Counts;
  sight: Span;
  /** ms */
  now: number;
}

/** What the two areas are, how much of each there is, and what nobody knows. */
export function Legend({ counts, sight, now }: LegendProps) {
  // Time goes on without an answer, and the area still stands where it ended.
  const latest = counts.running.findLast((count) => count !== null) ?? null;
  const isKnown = countAt(counts, now).running !== null;
  const isSeen = sight.start <= now && now <= sight.end;
  return (
    <ul className={styles.legend}>
      <li>
        <span className={styles.area} data-of="open" /> windows open, peak{' '}
        {formatNumber(mostWithin(counts, sight).open)}
      </li>
      {isSeen && latest !== null && (
        <li>
          <span className={styles.area} data-of="running" /> in session {isKnown ? 'now' : 'when last asked'},{' '}
          {formatNumber(latest)}
        </li>
      )}
      <li className={styles.unknown}>{writeUnknown(sight, now)}</li>
    </ul>
  );
}

/** Nobody keeps who met, and nobody knows who will: there is no 0 where there is no count. */
function writeUnknown({ start, end }: Span, now: number): string {
  if (end < now) return 'past sessions are not known';
  return start > now ? 'future sessions are not known' : 'past and future sessions are not known';
}

interface LaneLegendProps {
  /** how many touch the span and are not drawn */
  more: number;
}

/** What the shapes of the lanes mean. */
export function LaneLegend({ more }: LaneLegendProps) {
  return (
    <ul className={styles.signs}>
      {STATUSES.map((status) => (
        <li key={status}>
          <Sign status={status} />
        </li>
      ))}
      {more > 0 && <li>{formatNumber(more)} more are not drawn: zoom in</li>}
    </ul>
  );
}
