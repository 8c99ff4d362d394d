import type { SentConference } from '#contract/conference.ts';
import type { Booking } from './booking.ts';
import { occurrenceAt } from './rhythm.ts';
import { type Gathering, gatheringAt } from './session.ts';

/** A booked room and what a person changed about it by hand. */
export interface Room {
  booking: Booking;
  /** fields that were set by hand; they win */
  patch: Partial<SentConference>;
  /** ms, UTC; null when never touched */
  editedAt: number | null;
  /** set once a person has started or ended a session: from then on only people do */
  byHand: { gathering: Gathering | null } | null;
}

/** The two ends of the join window in ms, UTC; null for an end that is open. */
export interface JoinWindow {
  from: number | null;
  until: number | null;
}

export function createRoom(booking: Booking): Room {
  return { booking, patch: {}, editedAt: null, byHand: null };
}

/** The window that the room shows at an instant. */
export function readWindow({ booking, patch }: Room, instant: number): JoinWindow {
  const { ends } = booking.schedule.rhythm;
  const { start, end } = occurrenceAt(booking.schedule, instant);
  return {
    from:
      patch.join_from === undefined
        ? ends === 'both' || ends === 'from'
          ? start
          : null
        : toInstant(patch.join_from),
    until:
      patch.join_until === undefined
        ? ends === 'both' || ends === 'until'
          ? end
          : null
        : toInstant(patch.join_until),
  };
}

/** When the room was last changed: created, booked for its next window, or edited by hand. */
export function readUpdated({ booking, editedAt }: Room, instant: number): number {
  const booked = booking.schedule.rhythm.ends === 'none' ? 0 : occurrenceAt(booking.schedule, instant).booked;
  return Math.max(booking.createdAt, booked, editedAt ?? 0);
}

/** The room's gathering at an instant. A room whose window was moved by hand is used only by hand. */
export function readGathering(
  seed: number,
  { booking, patch, byHand }: Room,
  instant: number,
): Gathering | null {
  if (byHand === null && patch.join_from === undefined && patch.join_until === undefined) {
    return gatheringAt(seed, booking.index, booking.schedule, instant);
  }
  const gathering = byHand?.gathering ?? null;
  return gathering === null || instant < gathering.start ? null : gathering;
}

function toInstant(text: string | null): number | null {
  const instant = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(instant) ? null : instant;
}
