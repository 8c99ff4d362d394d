import { createContext, useCallback, useContext, useMemo } from 'react';
import type { Conference } from '#contract/readConference.ts';
import { readLeft, readSessionStart, readStatusFacts } from '#contract/rowFacts.ts';
import {
  emptySince,
  isStatus,
  type Status,
  type StatusFacts,
  toStatus,
  type UrgencyFacts,
} from '#contract/status.ts';
import { useClock } from '../clock.ts';
import { formatDuration } from '../lib/duration.ts';
import { formatInstant } from '../lib/instant.ts';
import { STATUS_WORDS } from './statusWords.ts';

/** What is known is old: when it was true (ms), and the IANA zone in which that is told. */
export interface Old {
  readonly asOf: number;
  readonly zone: string;
}

/** Reaches every status on the page; null while what is known is fresh. */
export const OldContext = createContext<Old | null>(null);

/** A status as it stands at this moment. */
export interface StatusNow {
  readonly status: Status;
  readonly word: string;
  /** since when, until when, or by how much, in words; "" when the conference does not say */
  readonly detail: string;
  /** it rests on what is known no longer */
  readonly old: boolean;
}

/** The status of a conference; it moves with the clock alone, as far as the clock alone can tell. */
export function useStatusNow(conference: Conference): StatusNow {
  const old = useContext(OldContext);
  const facts = useMemo(() => readStatusFacts(conference.raw), [conference]);
  const started = useMemo(() => readSessionStart(conference.raw), [conference]);
  const left = useMemo(() => readLeft(conference.raw), [conference]);
  const text = useClock(
    useCallback(
      (now) => {
        const was = old === null ? null : describeOld(facts, old, now);
        if (was !== null) return `${was.status}\n${was.word}\n${was.detail}\nold`;
        const status = toStatus(facts, now);
        const detail = describe(status, { ...facts, started, left }, now);
        return `${status}\n${STATUS_WORDS[status]}\n${detail}`;
      },
      [facts, started, left, old],
    ),
  );
  const [status = '', word = '', detail = '', age] = text.split('\n');
  return { status: isStatus(status) ? status : 'ended', word, detail, old: age === 'old' };
}

/** What the badge adds to the word; "" when the conference does not say. */
function describe(status: Status, facts: UrgencyFacts, now: number): string {
  const since = (instant: number | null, words: (span: string) => string) =>
    instant === null || instant > now ? '' : words(formatDuration(now - instant));
  const empty = emptySince(facts);
  const details: Record<Status, () => string> = {
    overrunning: () => since(facts.joinUntil, (span) => `by ${span}`),
    live: () => since(facts.started, (span) => `for ${span}`),
    open: () => (empty === null ? 'no start is set' : since(empty, (span) => `for ${span}`)),
    scheduled: () => (facts.joinFrom === null ? '' : `in ${formatDuration(facts.joinFrom - now)}`),
    unclear: () => '',
    'always-open': () => '',
    ended: () => since(facts.joinUntil, (span) => `${span} ago`),
  };
  return details[status]();
}

const UNKNOWN = 'not known who is there';

/**
 * A status that rests on a session, or on there being none, as it was when it was last known: the clock alone makes
 * nobody overrun. null for one that the clock alone can tell.
 */
export function describeOld(facts: StatusFacts, { asOf, zone }: Old, now: number): StatusNow | null {
  const was = toStatus(facts, asOf);
  if (facts.live) {
    const detail = `at ${writeAsOf({ asOf, zone }, now)}`;
    return { status: was, word: `Was ${STATUS_WORDS[was].toLowerCase()}`, detail, old: true };
  }
  const status = toStatus(facts, now);
  if (status === 'open') return { status, word: 'Window open', detail: UNKNOWN, old: true };
  if (status === 'always-open') return { status, word: STATUS_WORDS[status], detail: UNKNOWN, old: true };
  if (status === 'ended' && was !== 'ended')
    return { status, word: 'Window over', detail: UNKNOWN, old: true };
  return null;
}

/** ms */
const DAY = 24 * 3_600_000;

/** When what is known was true, as it is told at an instant (ms): the clock alone for one of this day. */
export function writeAsOf({ asOf, zone }: Old, now: number): string {
  return formatInstant(asOf, zone, now - asOf < DAY ? 'clock' : 'short');
}
