import { useCallback } from 'react';
import { useClock } from '../../clock.ts';
import { formatRelative } from '../../lib/duration.ts';
import { formatInstant } from '../../lib/instant.ts';
import { readInstant } from '../../lib/read.ts';
import styles from './cells.module.css';

interface InstantProps {
  /** RFC 3339, or whatever came in its place */
  value: string | null;
  zone: string;
  style?: 'day' | 'clock';
}

/** A timestamp in the chosen zone; how far away it is, and the whole of it, on hover. */
export function Instant({ value, zone, style = 'day' }: InstantProps) {
  const instant = readInstant(value);
  const year = useClock(useCallback((now) => new Date(now).getUTCFullYear(), []));
  const relative = useClock(
    useCallback((now) => (instant === null ? '' : formatRelative(instant, now)), [instant]),
  );
  if (value === null) return <span className={styles.nothing}>—</span>;
  if (instant === null) return <span className={styles.code}>{value}</span>;
  const sameYear = new Date(instant).getUTCFullYear() === year;
  const written = formatInstant(instant, zone, style === 'clock' ? 'clock' : sameYear ? 'short' : 'dated');
  return (
    <time
      dateTime={value}
      title={`${formatInstant(instant, zone, 'full')} · ${relative}`}
      className={styles.instant}
    >
      {written}
    </time>
  );
}
