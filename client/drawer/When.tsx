import { useCallback } from 'react';
import { readInstant } from '#contract/read.ts';
import { useClock } from '../clock.ts';
import { formatRelative } from '../lib/duration.ts';
import { formatInstant } from '../lib/instant.ts';
import { Nothing } from '../ui/Fields.tsx';
import styles from './When.module.css';

interface WhenProps {
  /** RFC 3339, or whatever came in its place */
  value: string | null;
  zone: string;
  /** write it in UTC too */
  utc?: boolean;
}

/** A timestamp in the chosen zone, and how far it is from now. */
export function When({ value, zone, utc = false }: WhenProps) {
  const instant = readInstant(value);
  const relative = useClock(
    useCallback((now) => (instant === null ? '' : formatRelative(instant, now)), [instant]),
  );
  if (value === null) return <Nothing />;
  if (instant === null) return <span className={styles.unread}>{value} is not a date</span>;
  return (
    <span className={styles.when}>
      <time dateTime={value} title={`${formatInstant(instant, 'UTC', 'precise')} · ${value}`}>
        {formatInstant(instant, zone, utc ? 'precise' : 'dated')}
      </time>{' '}
      <span className={styles.relative}>{relative}</span>
      {utc && zone !== 'UTC' && (
        <span className={styles.utc}>{formatInstant(instant, 'UTC', 'precise')}</span>
      )}
    </span>
  );
}
