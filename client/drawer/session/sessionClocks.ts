import { readInstant } from '#contract/read.ts';
import type { Conference } from '#contract/readConference.ts';
import type { Session } from '#contract/readSession.ts';
import { isLive, readStatusFacts } from '#contract/rowFacts.ts';
import { toSessionEnd } from '#contract/running.ts';
import { type Status, toStatus } from '#contract/status.ts';
import { formatClock, formatDuration, formatRelative } from '../../lib/duration.ts';

/** One thing that moves with the clock, in words and figures. */
export interface SessionClock {
  label: string;
  value: string;
  /** what it counts from or to: words and an instant (ms), for the reader's zone */
  at: { word: string; instant: number } | null;
  alarming?: boolean;
}

/** Above this (ms) nobody watches the seconds. */
const DAY = 86_400_000;

function count(span: number): string {
  return span < DAY ? formatClock(span) : formatDuration(span);
}

/**
 * What there is to count at an instant (ms) in a conference and its session: running, remaining, overrun,
 * removal; of a session that is over, when and how long; without one, the window.
 */
export function toSessionClocks(conference: Conference, now: number): SessionClock[] {
  const session = conference.active_session;
  const clocks =
    session === null || !isLive(session)
      ? [...(session === null ? [] : toPastClocks(session, now)), toWindowClock(conference, now)]
      : [toRunning(session, now), toWindowClock(conference, now), toRemoval(session, now)];
  return clocks.filter((clock) => clock !== null);
}

function toRunning(session: Session, now: number): SessionClock {
  const start = readInstant(session.start_time);
  if (start === null) return { label: 'Running', value: 'Start not known', at: null };
  const at = { word: 'since', instant: start };
  if (start > now) return { label: 'Starts in', value: count(start - now), at: { ...at, word: 'at' } };
  return { label: 'Running for', value: count(now - start), at };
}

function toRemoval(session: Session, now: number): SessionClock | null {
  const removal = readInstant(session.remove_at);
  if (removal === null) return null;
  const at = { word: 'at', instant: removal };
  return removal > now
    ? { label: 'Everyone removed in', value: count(removal - now), at }
    : { label: 'Everyone was to be removed', value: formatRelative(removal, now), at };
}

function toPastClocks(session: Session, now: number): SessionClock[] {
  const start = readInstant(session.start_time);
  const end = toSessionEnd({ start, end: readInstant(session.end_time) });
  if (end !== null && end > now)
    return [{ label: 'Session ends in', value: count(end - now), at: { word: 'at', instant: end } }];
  const clocks: SessionClock[] = [];
  if (end !== null)
    clocks.push({
      label: 'Session ended',
      value: formatRelative(end, now),
      at: { word: 'at', instant: end },
    });
  const lasted = session.duration ?? (start === null || end === null ? null : (end - start) / 1_000);
  if (lasted !== null) clocks.push({ label: 'It lasted', value: formatDuration(lasted * 1_000), at: null });
  return clocks;
}

/** The next turn of the join window, on which the status rests too. */
function toWindowClock(conference: Conference, now: number): SessionClock | null {
  const facts = readStatusFacts(conference.raw);
  const { joinFrom, joinUntil } = facts;
  const left = (): SessionClock | null =>
    joinUntil === null
      ? null
      : {
          label: 'Window closes in',
          value: count(joinUntil - now),
          at: { word: 'at', instant: joinUntil },
        };
  const past = (label: string, write: (instant: number) => string, alarming = false): SessionClock | null =>
    joinUntil === null
      ? null
      : { label, value: write(joinUntil), at: { word: 'since', instant: joinUntil }, alarming };
  const clocks: Record<Status, () => SessionClock | null> = {
    overrunning: () => past('Overrun by', (instant) => count(now - instant), true),
    live: left,
    open: left,
    scheduled: () =>
      joinFrom === null
        ? null
        : {
            label: 'Window opens in',
            value: count(joinFrom - now),
            at: { word: 'at', instant: joinFrom },
          },
    unclear: () => null,
    'always-open': () => null,
    ended: () => past('Window closed', (instant) => formatRelative(instant, now)),
  };
  return clocks[toStatus(facts, now)]();
}
