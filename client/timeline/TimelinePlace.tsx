import styles from './TimelinePlace.module.css';

/** Where the bars will be, in percent of the width: start and length. */
const BARS = [
  [4, 22],
  [31, 14],
  [52, 30],
  [18, 26],
  [66, 17],
] as const;

/** The timeline's own shape before there is anything to draw. */
export function TimelinePlace() {
  return (
    <div aria-hidden className={styles.place}>
      <span className={styles.title}>Timeline</span>
      {BARS.map(([start, length]) => (
        <i key={start} style={{ marginInlineStart: `${start}%`, width: `${length}%` }} />
      ))}
    </div>
  );
}
