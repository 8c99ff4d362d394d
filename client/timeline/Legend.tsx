import { STATUSES } from '#contract/status.ts';
import { formatNumber } from '../lib/number.ts';
import { Sign } from './Sign.tsx';
import styles from './Timeline.module.css';

interface LegendProps {
  /** how many touch the span and are not drawn */
  more: number;
}

/** What the shapes mean. */
export function Legend({ more }: LegendProps) {
  return (
    <ul className={styles.legend}>
      {STATUSES.map((status) => (
        <li key={status}>
          <Sign status={status} />
        </li>
      ))}
      {more > 0 && <li>{formatNumber(more)} more are not drawn: zoom in</li>}
    </ul>
  );
}
