import { RefreshCw, TriangleAlert } from 'lucide-react';
import { memo, useCallback } from 'react';
import { useClock } from '../clock.ts';
import { formatDuration } from '../lib/duration.ts';
import { INTERVALS } from '../preferences.ts';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import { useLate } from '../ui/useLate.ts';
import styles from './Freshness.module.css';
import { SLOW_AFTER } from './list/nextAsk.ts';

interface FreshnessProps {
  /** when SignalWire last said what is on screen, ms; null before the first answer */
  asOf: number | null;
  busy: boolean;
  /** the newest refresh failed, or the server had only what it had kept */
  stale: boolean;
  /** some rows are there, though never yet all */
  partial: boolean;
  /** since when SignalWire has owed an answer, ms; null while it owes none */
  waitingSince: number | null;
  /** seconds; 0 is never */
  interval: number;
  onInterval: (seconds: number) => void;
  onRefresh: () => void;
}

const INTERVAL_WORDS: Record<(typeof INTERVALS)[number], string> = {
  0: 'Off',
  10: 'Every 10 s',
  30: 'Every 30 s',
  60: 'Every 1 m',
  300: 'Every 5 m',
};

/** How old the list is, how often it is asked for again, and asking now. */
export const Freshness = memo(function Freshness(props: FreshnessProps) {
  const { asOf, busy, stale, partial, waitingSince, interval, onInterval, onRefresh } = props;
  const words = useClock(
    useCallback(
      (now) => {
        if (asOf === null) return busy ? 'Loading…' : partial ? 'Loaded in part' : 'Not loaded';
        return `Updated ${formatDuration(Math.max(0, now - asOf))} ago`;
      },
      [asOf, busy, partial],
    ),
  );
  const slow = useClock(
    useCallback(
      (now) =>
        waitingSince === null || now - waitingSince < SLOW_AFTER
          ? ''
          : `SignalWire is slow (${formatDuration(now - waitingSince)})`,
      [waitingSince],
    ),
  );
  const isLong = useLate(busy, MOMENT);
  return (
    <div className={styles.freshness}>
      {slow !== '' && <p className={styles.slow}>{slow}</p>}
      <p className={styles.age} data-stale={stale || undefined}>
        {stale && <TriangleAlert size={13} aria-label="Not up to date:" />}
        {words}
        {interval === 0 && ' · auto refresh is off'}
      </p>
      <Select
        label="Refresh interval"
        value={String(interval)}
        options={INTERVALS.map((seconds) => ({ value: String(seconds), label: INTERVAL_WORDS[seconds] }))}
        onChange={(value) => onInterval(Number(value))}
      />
      <Button
        aria-keyshortcuts="r"
        icon={<RefreshCw size={14} aria-hidden className={isLong ? styles.turning : undefined} />}
        onClick={onRefresh}
      >
        Refresh
      </Button>
    </div>
  );
});

/** What is over sooner is nothing to look at, and to draw it would hold up the answer itself; ms. */
const MOMENT = 300;
