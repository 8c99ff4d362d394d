import type { ConferenceRow } from '#contract/conference.ts';
import { DEFAULT_COLOURS, LAYOUTS, THEME_ROLES, THEMES } from '#contract/values.ts';

/** A seeded stream of numbers in [0, 1): the same rows in every run (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The instant around which the rows lie. */
export const NOON = Date.parse('2026-03-10T12:00:00Z');

const HOUR = 3_600_000;

const WORDS = [
  'Room',
  'room',
  'Zoë',
  'Éclair',
  'Ward',
  'Straße',
  'Класс',
  '会議',
  'صف',
  'Board',
  'Intake',
  'Ñandú',
];

/** A conference with every field, each null now and then where the contract allows it. */
function makeRow(index: number, random: () => number): ConferenceRow {
  const pick = <Value>(values: readonly Value[]): Value | null =>
    values[Math.floor(random() * values.length)] ?? null;
  const maybe = <Value>(value: Value): Value | null => (random() < 0.1 ? null : value);
  const instant = (span: number) =>
    new Date(NOON + Math.floor((random() - 0.5) * span) * 1000).toISOString().replace('.000Z', 'Z');
  const hex = (length: number) =>
    Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
  const colours = THEMES.flatMap((theme) =>
    THEME_ROLES.map((role) => [`${theme}_${role}`, random() < 0.8 ? DEFAULT_COLOURS[role] : `#${hex(6)}`]),
  );
  const start = NOON + Math.floor((random() - 0.5) * 48 * HOUR);
  return {
    id: `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
    name: `room-${index}`,
    display_name: maybe(`${pick(WORDS)} ${pick(WORDS)} ${Math.floor(random() * 400)}`),
    description: maybe(`${pick(WORDS)} of the ${pick(WORDS)}, ${hex(12)}`),
    join_from: maybe(new Date(start).toISOString()),
    join_until: maybe(new Date(start + random() * 4 * HOUR).toISOString()),
    quality: pick(['720p', '1080p', '720p']),
    layout: pick(LAYOUTS),
    size: maybe(pick(['small', 'medium', 'large'])),
    record_on_start: random() < 0.5,
    tone_on_entry_and_exit: random() < 0.5,
    user_join_video_off: random() < 0.5,
    room_join_video_off: random() < 0.5,
    enable_chat: random() < 0.5,
    enable_room_previews: maybe(random() < 0.5),
    ...Object.fromEntries(colours),
    meta: maybe(
      Object.fromEntries(Array.from({ length: Math.floor(random() * 4) }, (_, key) => [`key${key}`, hex(6)])),
    ),
    created_at: instant(1_000_000),
    updated_at: instant(1_000_000),
    active_session:
      random() < 0.05
        ? { id: hex(8), status: pick(['in-progress', 'completed']), start_time: maybe(instant(9000)) }
        : null,
  };
}

export function makeRows(count: number, seed = 1): ConferenceRow[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, index) => makeRow(index, random));
}
