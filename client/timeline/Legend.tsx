import { formatNumber } from '../lib/number.ts';
import { STATUSES } from '../roster/status.ts';
import { Sign } from './Sign.tsx';
import styles from './Timeline.module.css';

interface LegendProps {
  /** bars that found no lane */
  hidden: number;
}

/** What the shapes mean. */
export function Legend({ hidden }: LegendProps) {
  return (
    <ul className={styles.legend}>
      {STATUSES.map((status) => (
        <li key={status}>
          <Sign status={status} />
        </li>
      ))}
      {hidden > 0 && <li>{formatNumber(hidden)} more are not drawn: zoom in</li>}
    </ul>
  );
}
