import type { ReactNode } from 'react';
import { readInstant } from '#contract/read.ts';
import { formatInstant } from '../lib/instant.ts';
import styles from './cells.module.css';

/**
 * A timestamp as a cell writes it, in an IANA zone: with its year where that is not the current one, or by the clock
 * alone. What is no timestamp stands as it came.
 */
export function toTime(value: string, zone: string, year: number, style: 'day' | 'clock' = 'day'): ReactNode {
  const instant = readInstant(value);
  if (instant === null) return <span className={styles.raw}>{value}</span>;
  const dayStyle = new Date(instant).getUTCFullYear() === year ? 'short' : 'dated';
  return <time dateTime={value}>{formatInstant(instant, zone, style === 'clock' ? 'clock' : dayStyle)}</time>;
}
