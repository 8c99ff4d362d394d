import type { TimelineBar } from '#contract/list.ts';
import { describeBar } from './bars.ts';
import styles from './Plot.module.css';
import { Sign } from './Sign.tsx';

interface TooltipProps {
  bar: TimelineBar;
  zone: string;
  /** ms */
  now: number;
  /** px in the plot, and its width */
  x: number;
  y: number;
  width: number;
}

/** What lies under the pointer; its words are those of the table for those who cannot point. */
export function Tooltip({ bar, zone, now, x, y, width }: TooltipProps) {
  return (
    <div
      aria-hidden
      className={styles.tooltip}
      data-side={x > width / 2 ? 'before' : 'behind'}
      style={{ insetInlineStart: x, insetBlockStart: y }}
    >
      <strong>{bar.title}</strong>
      <span>
        <Sign status={bar.status} />
      </span>
      <span>{describeBar(bar, zone, now)}</span>
    </div>
  );
}
