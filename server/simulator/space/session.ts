import { createDice } from './dice.ts';
import { type Occurrence, occurrenceAt, type Schedule } from './rhythm.ts';

const MINUTE = 60_000;
/** Visits: one at most in each slot of this length. */
const SLOT = 3 * 60 * MINUTE;
const VISITS = 1;
const MEETINGS = 2;

/** When a room is in use. Times in ms, UTC. */
export interface Gathering {
  /** distinguishes the room's gatherings; the same gathering always has the same key */
  key: number;
  start: number;
  /** the end it will have; null for one that a person started by hand and has not ended */
  end: number | null;
}

/** How long an ended session may still stand in the list as `completed`, in ms. */
const LINGERS = 12 * MINUTE;

/**
 * The gathering that a room shows at an instant, running or just over; null when there is none. A function of
 * seed, room and instant alone: two requests at the same instant agree, in whatever order they come.
 */
export function gatheringAt(
  seed: number,
  index: number,
  schedule: Schedule,
  instant: number,
): Gathering | null {
  const occurrence = occurrenceAt(schedule, instant);
  if (instant < occurrence.start && schedule.rhythm.ends !== 'none' && schedule.rhythm.ends !== 'until')
    return null;
  const gathering =
    schedule.rhythm.use === 'meeting'
      ? meeting(seed, index, occurrence)
      : visit(seed, index, schedule, occurrence, instant);
  if (gathering === null || instant < gathering.start || gathering.end === null) return null;
  if (instant < gathering.end) return gathering;
  const lingers = gathering.key % 2 === 0 && instant < gathering.end + LINGERS;
  return lingers ? gathering : null;
}

/** Most meetings are held: people come a little late, and stay too long as often as not. */
function meeting(seed: number, index: number, { number, start, end }: Occurrence): Gathering | null {
  const dice = createDice(seed, index, MEETINGS, number);
  if (dice.chance(0.18)) return null;
  const begins = start + dice.between(0, 11 * 60) * 1000;
  const overruns = dice.chance(0.55);
  const ends = overruns
    ? end + dice.between(8 * 60, 75 * 60) * 1000
    : end - dice.between(0, Math.floor((end - start) / 5000)) * 1000;
  return { key: keyOf(index, number), start: begins, end: ends };
}

/** Somebody may come in each slot; no one comes to a desk that is closed. */
function visit(
  seed: number,
  index: number,
  { phase, rhythm }: Schedule,
  occurrence: Occurrence,
  instant: number,
): Gathering | null {
  const number = Math.floor((instant - phase) / SLOT);
  const dice = createDice(seed, index, VISITS, number);
  if (dice.chance(0.1)) return null;
  const start = phase + number * SLOT + dice.between(0, 55 * 60) * 1000;
  const end = start + dice.between(60 * 60, 120 * 60) * 1000;
  const closed =
    rhythm.ends !== 'none' &&
    (start > occurrence.end || (rhythm.ends !== 'until' && start < occurrence.start));
  return closed ? null : { key: keyOf(index, number), start, end };
}

/** A number that no other gathering of the space is likely to have. */
export function keyOf(index: number, number: number): number {
  return (Math.imul(index, 0x9e3779b1) ^ (number & 0xffffff)) >>> 0;
}
