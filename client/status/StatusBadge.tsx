import {
  AlarmClock,
  CalendarClock,
  CalendarX,
  CircleCheck,
  DoorOpen,
  Infinity as InfinityIcon,
  Radio,
} from 'lucide-react';
import { useCallback, useMemo } from 'react';
import type { Conference } from '#contract/readConference.ts';
import { readSessionStart, readStatusFacts } from '#contract/rowFacts.ts';
import { isStatus, type Status, type StatusFacts, toStatus } from '#contract/status.ts';
import { useClock } from '../clock.ts';
import { formatDuration } from '../lib/duration.ts';
import styles from './StatusBadge.module.css';
import { STATUS_WORDS } from './statusWords.ts';

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

/** The sign of a status without its word, for places that say the word beside it. */
export function StatusIcon({ status, size = 14 }: { status: Status; size?: number }) {
  const Icon = STATUS_ICONS[status];
  return <Icon size={size} aria-hidden className={styles[status]} />;
}

/** A status as it stands at this moment. */
export interface StatusNow {
  status: Status;
  /** since when, until when, or by how much, in words; "" when the conference does not say */
  detail: string;
}

/** The status of a conference; it moves with the clock alone. */
export function useStatusNow(conference: Conference): StatusNow {
  const facts = useMemo(() => readStatusFacts(conference.raw), [conference]);
  const runningSince = useMemo(() => readSessionStart(conference.raw), [conference]);
  const words = useClock(
    useCallback(
      (now) => {
        const status = toStatus(facts, now);
        return `${status} ${describe(status, facts, runningSince, now)}`;
      },
      [facts, runningSince],
    ),
  );
  const [status = ''] = words.split(' ', 1);
  return { status: isStatus(status) ? status : 'ended', detail: words.slice(status.length + 1) };
}

/** The status of a conference in word and icon, and since or until when. */
export function StatusBadge({ conference }: { conference: Conference }) {
  return (
    <span className={styles.status}>
      <StatusWords {...useStatusNow(conference)} />
    </span>
  );
}

/** Icon and word in the colour of the status, and what is to be said of it: in one line, or below one another. */
export function StatusWords({ status, detail }: StatusNow) {
  const Icon = STATUS_ICONS[status];
  return (
    <>
      <span className={`${styles.badge} ${styles[status]}`} data-status={status}>
        <Icon size={13} aria-hidden />
        {STATUS_WORDS[status]}
      </span>
      {detail !== '' && <span className={styles.detail}>{detail}</span>}
    </>
  );
}

/** What the badge adds to the word; "" when the conference does not say. */
function describe(status: Status, facts: StatusFacts, runningSince: number | null, now: number): string {
  const since = (instant: number | null, words: (span: string) => string) =>
    instant === null ? '' : words(formatDuration(now - instant));
  const details: Record<Status, () => string> = {
    overrunning: () => since(facts.joinUntil, (span) => `by ${span}`),
    live: () => since(runningSince, (span) => `for ${span}`),
    open: () => since(facts.joinFrom, (span) => `for ${span}`),
    scheduled: () => since(facts.joinFrom, (span) => `in ${span}`),
    unclear: () => '',
    'always-open': () => '',
    ended: () => since(facts.joinUntil, (span) => `${span} ago`),
  };
  return details[status]();
}
