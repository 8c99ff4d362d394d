import type { Bars } from './bars.ts';
import { describeBar } from './describeBar.ts';
import styles from './Plot.module.css';
import { Sign } from './Sign.tsx';

interface TooltipProps {
  bars: Bars;
  place: number;
  zone: string;
  /** ms */
  now: number;
  /** px in the plot, and its width */
  x: number;
  y: number;
  width: number;
}

/** What lies under the pointer; its words are those of the table for those who cannot point. */
export function Tooltip({ bars, place, zone, now, x, y, width }: TooltipProps) {
  return (
    <div
      aria-hidden
      className={styles.tooltip}
      data-side={x > width / 2 ? 'before' : 'behind'}
      style={{ insetInlineStart: x, insetBlockStart: y }}
    >
      <strong>{bars.title(place)}</strong>
      <span>
        <Sign status={bars.status(place)} />
      </span>
      <span>{describeBar(bars, place, zone, now)}</span>
    </div>
  );
}
