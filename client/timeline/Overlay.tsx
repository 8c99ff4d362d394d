import { formatDuration } from '../lib/duration.ts';
import { formatInstant } from '../lib/instant.ts';
import type { Span } from './bars.ts';
import { type Counts, countAt, stepOfCounts } from './counts.ts';
import styles from './Plot.module.css';
import type { Brush } from './useBrush.ts';

interface OverlayProps {
  /** px of an instant */
  x: (instant: number) => number;
  width: number;
  /** ms; null is an open end */
  range: { from: number | null; until: number | null };
  brush: Brush;
  sight: Span;
  counts: Counts;
  /** ms */
  now: number;
  zone: string;
  /** the instant under a pointer that rests on the histogram, ms; null while none does */
  pointed: number | null;
}

/** What lies over the picture and moves without painting it: the range, now, the cursor and what is chosen. */
export function Overlay({ x, width, range, brush, sight, counts, now, zone, pointed }: OverlayProps) {
  const { stretch, cursor } = brush;
  const clamp = (instant: number) => Math.min(Math.max(x(instant), 0), width);
  const say = (instant: number) => formatInstant(instant, zone, 'short');
  const [low, high] = stretch === null ? [0, 0] : [stretch.anchor, stretch.head].sort((a, b) => a - b);
  const chosen = `${say(low ?? 0)} – ${say(high ?? 0)}`;
  const step = stepOfCounts(counts);
  const present = counts.from + Math.floor((now - counts.from) / step) * step;
  const count = (instant: number) => {
    const { open, running } = countAt(counts, instant);
    const least = instant < present ? 'at least ' : '';
    return `${open} open${running === null ? '' : `, ${least}${running} in session`}`;
  };
  // A label keeps within the picture: it hangs over to the side that has room.
  const hang = (instant: number) => ({ translate: `${(-100 * clamp(instant)) / width}% 0` });
  const middle = ((low ?? 0) + (high ?? 0)) / 2;

  return (
    <div className={styles.overlay}>
      {range.from !== null && (
        <div className={styles.outside} style={{ left: 0, width: clamp(range.from) }} />
      )}
      {range.until !== null && (
        <div className={styles.outside} data-side="after" style={{ left: clamp(range.until), right: 0 }} />
      )}
      {now >= sight.start && now <= sight.end && (
        <div className={styles.now} style={{ left: x(now) }}>
          <span className={styles.nowLabel}>{formatInstant(now, zone, 'clock')}</span>
        </div>
      )}
      {stretch !== null && (
        <div
          className={styles.brush}
          style={{ left: clamp(low ?? 0), width: clamp(high ?? 0) - clamp(low ?? 0) }}
        >
          <span
            className={styles.brushLabel}
            style={{ left: clamp(middle) - clamp(low ?? 0), ...hang(middle) }}
          >
            {chosen} ({formatDuration((high ?? 0) - (low ?? 0))})
          </span>
        </div>
      )}
      {pointed !== null && (
        <div aria-hidden className={styles.pointed} style={{ left: clamp(pointed) }}>
          <span className={styles.cursorLabel} style={hang(pointed)}>
            {say(pointed)} · {count(pointed)}
          </span>
        </div>
      )}
      <div
        role="slider"
        tabIndex={0}
        aria-label="Moment"
        aria-valuemin={Math.round(sight.start / 1_000)}
        aria-valuemax={Math.round(sight.end / 1_000)}
        aria-valuenow={Math.round(cursor / 1_000)}
        aria-valuetext={stretch === null ? `${say(cursor)}: ${count(cursor)}` : `Chosen: ${chosen}`}
        aria-description="Arrow keys move, with Shift they choose a range, Enter takes it"
        className={styles.cursor}
        style={{ left: clamp(cursor) }}
      >
        <span className={styles.cursorLabel} style={hang(cursor)}>
          {formatInstant(cursor, zone, 'clock')} · {count(cursor)}
        </span>
      </div>
    </div>
  );
}
