import {
  AlarmClock,
  CalendarClock,
  CircleCheck,
  DoorOpen,
  Infinity as InfinityIcon,
  Radio,
} from 'lucide-react';
import { useCallback } from 'react';
import { useClock } from '../clock.ts';
import { formatDuration } from '../lib/duration.ts';
import { readInstant } from '../lib/read.ts';
import type { Conference } from '../roster/conference.ts';
import { toStatusFacts } from '../roster/facts.ts';
import { type Status, toStatus } from '../roster/status.ts';
import styles from './StatusBadge.module.css';
import { STATUS_WORDS } from './statusWords.ts';

const ICONS: Record<Status, typeof Radio> = {
  overrunning: AlarmClock,
  live: Radio,
  open: DoorOpen,
  scheduled: CalendarClock,
  'always-open': InfinityIcon,
  ended: CircleCheck,
};

/** The sign of a status without its word, for places that say the word beside it. */
export function StatusIcon({ status, size = 14 }: { status: Status; size?: number }) {
  const Icon = ICONS[status];
  return <Icon size={size} aria-hidden className={styles[status]} />;
}

interface StatusBadgeProps {
  conference: Conference;
  /** the word above, the detail below it */
  stacked?: boolean;
  /** makes the badge a button: what to do with its status, and whether Alt was held */
  onPick?: (status: Status, withAlt: boolean) => void;
}

/** The status of a conference in word and icon, and since or until when; it moves with the clock alone. */
export function StatusBadge({ conference, stacked = false, onPick }: StatusBadgeProps) {
  const status = useClock(useCallback((now) => toStatus(toStatusFacts(conference), now), [conference]));
  const detail = useClock(useCallback((now) => describe(conference, now), [conference]));
  const Icon = ICONS[status];
  const word = STATUS_WORDS[status];
  const badge = {
    className: `${styles.badge} ${styles[status]}`,
    'data-status': status,
    children: (
      <>
        <Icon size={13} aria-hidden />
        {word}
      </>
    ),
  };
  return (
    <span className={styles.status} data-stacked={stacked || undefined}>
      {onPick === undefined ? (
        <span {...badge} />
      ) : (
        <button
          type="button"
          tabIndex={-1}
          title={`Show only ${word} · with Alt: all but ${word}`}
          onClick={(event) => {
            event.stopPropagation();
            onPick(status, event.altKey);
          }}
          {...badge}
        />
      )}
      {detail !== '' && <span className={styles.detail}>{detail}</span>}
    </span>
  );
}

/** What the badge adds to the word; "" when the conference does not say. */
function describe(conference: Conference, now: number): string {
  const facts = toStatusFacts(conference);
  const since = (instant: number | null, words: (span: string) => string) =>
    instant === null ? '' : words(formatDuration(now - instant));
  const details: Record<Status, () => string> = {
    overrunning: () => since(facts.joinUntil, (span) => `by ${span}`),
    live: () => since(readInstant(conference.active_session?.start_time), (span) => `for ${span}`),
    open: () => since(facts.joinFrom, (span) => `for ${span}`),
    scheduled: () => since(facts.joinFrom, (span) => `in ${span}`),
    'always-open': () => '',
    ended: () => since(facts.joinUntil, (span) => `${span} ago`),
  };
  return details[toStatus(facts, now)]();
}
