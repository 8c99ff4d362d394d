import {
  AlarmClock,
  CalendarClock,
  CalendarX,
  CircleCheck,
  DoorOpen,
  Infinity as InfinityIcon,
  Radio,
} from 'lucide-react';
import type { Conference } from '#contract/readConference.ts';
import type { Status } from '#contract/status.ts';
import styles from './StatusBadge.module.css';
import { type StatusNow, useStatusNow } from './statusNow.ts';

/** The sign of each status. */
const STATUS_ICONS: Record<Status, typeof Radio> = {
  overrunning: AlarmClock,
  live: Radio,
  open: DoorOpen,
  scheduled: CalendarClock,
  unclear: CalendarX,
  'always-open': InfinityIcon,
  ended: CircleCheck,
};

/** The status of a conference in word and icon, and since or until when. */
export function StatusBadge({ conference }: { conference: Conference }) {
  return (
    <span className={styles.status}>
      <StatusWords {...useStatusNow(conference)} />
    </span>
  );
}

/** Icon and word in the colour of the status, and what is to be said of it: in one line, or below one another. */
export function StatusWords({ status, word, detail, old }: StatusNow) {
  const Icon = STATUS_ICONS[status];
  return (
    <>
      <span className={`${styles.badge} ${styles[status]}`} data-status={status} data-old={old || undefined}>
        <Icon size={13} aria-hidden />
        {word}
      </span>{' '}
      {detail !== '' && <span className={styles.detail}>{detail}</span>}
    </>
  );
}
