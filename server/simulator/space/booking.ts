import type { SentConference } from '#contract/conference.ts';
import { LAYOUTS, QUALITIES, SIZES } from '#contract/values.ts';
import { createDice } from './dice.ts';
import { HOSTILE_PATCHES } from './hostile.ts';
import { GROUPS, ORGANISATIONS } from './organisations.ts';
import { throwColours } from './palettes.ts';
import { createSchedule, type Schedule } from './rhythm.ts';
import { throwDescription, throwMeta } from './texts.ts';

/** A room as it was booked: everything of a conference that does not change with time, and when it is used. */
export interface Booking {
  index: number;
  /** the wire fields; `join_from`, `join_until` and `updated_at` stand for the instant of booking */
  fields: SentConference;
  /** ms, UTC */
  createdAt: number;
  schedule: Schedule;
  /** how this customer's timestamps are written */
  milliseconds: boolean;
  hostile: boolean;
}

/** Rooms are created evenly over these years, so that a higher index is always a newer room. */
const FIRST_CREATED = Date.UTC(2022, 0, 10);
const LAST_CREATED = Date.UTC(2025, 5, 20);

/** One room in so many is a hostile customer's; in a small demo that is one. */
const HOSTILE_EVERY = 400;
const FIRST_HOSTILE = 137;

/** When room number `index` of `count` was created; ms, UTC. */
export function spreadCreation(index: number, count: number): number {
  return FIRST_CREATED + Math.floor((index / count) * (LAST_CREATED - FIRST_CREATED));
}

/** Room number `index`; the same for the same seed. With `hostile` every fifth room means harm. `createdAt` in ms, UTC. */
export function createBooking(seed: number, index: number, createdAt: number, hostile: boolean): Booking {
  const dice = createDice(seed, index);
  const organisation = dice.pick(ORGANISATIONS);
  const [topicSlug, topic] = dice.pick(Object.entries(organisation.topics));
  const group = dice.pick(GROUPS);
  const pattern = dice.next();
  const displayName =
    pattern < 0.1 ? null : pattern < 0.6 ? `${topic}${group}` : `${organisation.name} – ${topic}${group}`;
  const milliseconds = dice.chance(0.35);
  const stamp = writeTime(createdAt, milliseconds);
  const isHostile = index % HOSTILE_EVERY === FIRST_HOSTILE || (hostile && index % 5 === 2);

  const fields: SentConference = {
    id: dice.uuid(),
    name: `${organisation.slug}-${topicSlug}-${String(index + 1).padStart(4, '0')}`,
    display_name: displayName,
    description: throwDescription(dice),
    join_from: null,
    join_until: null,
    quality: dice.pick(QUALITIES),
    layout: dice.chance(0.5) ? 'grid-responsive' : dice.pick(LAYOUTS),
    size: dice.chance(0.04) ? null : dice.pick(SIZES),
    record_on_start: dice.chance(0.3),
    tone_on_entry_and_exit: dice.chance(0.5),
    user_join_video_off: dice.chance(0.2),
    room_join_video_off: dice.chance(0.15),
    enable_chat: dice.chance(0.8),
    enable_room_previews: dice.chance(0.1) ? null : dice.chance(0.65),
    ...throwColours(dice),
    meta: throwMeta(dice),
    created_at: stamp,
    updated_at: stamp,
  };
  const patch = isHostile
    ? HOSTILE_PATCHES[Math.floor(index / (hostile ? 5 : HOSTILE_EVERY)) % HOSTILE_PATCHES.length]
    : {};
  return {
    index,
    fields: { ...fields, ...patch },
    createdAt,
    schedule: createSchedule(seed, index, dice.pick),
    milliseconds,
    hostile: isHostile,
  };
}

/** RFC 3339 in UTC, with or without milliseconds: the real service is seen to write both. */
export function writeTime(instant: number, milliseconds: boolean): string {
  const text = new Date(instant).toISOString();
  return milliseconds ? text : `${text.slice(0, 19)}Z`;
}
