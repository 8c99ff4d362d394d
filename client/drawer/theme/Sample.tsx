import type { Hex } from '#contract/colour/hex.ts';
import styles from './Sample.module.css';

interface SampleProps {
  ground: Hex;
  /** what lies on the ground; a plain swatch without */
  front?: Hex;
  /** the colour is nobody's choice */
  faint?: boolean;
}

/** A colour, or one on another, as a small picture. */
export function Sample({ ground, front, faint = false }: SampleProps) {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" className={styles.sample} data-faint={faint} aria-hidden>
      <rect width="20" height="20" fill={ground} />
      {front !== undefined && <path d="M5 7h10M5 10.5h10M5 14h6" stroke={front} strokeWidth="1.75" />}
    </svg>
  );
}
