import type { ActiveSession } from '#contract/session.ts';
import { FRAME_RATES, LAYOUTS, QUALITIES, SIZE_MEMBERS, SIZES } from '#contract/values.ts';
import type { Quirks } from '../quirks.ts';
import { type Booking, writeTime } from './booking.ts';
import { createDice } from './dice.ts';
import { HOSTILE_PREVIEWS } from './hostile.ts';
import type { Gathering } from './session.ts';

/** Layouts that a session may be switched to and a conference cannot start with. */
const LIVE_LAYOUTS = [...LAYOUTS, 'screen-share', 'full-screen'];

/** What a session is written from. Instants in ms, UTC. */
export interface SessionView {
  seed: number;
  booking: Booking;
  gathering: Gathering;
  window: { from: number | null; until: number | null };
  instant: number;
  /** the simulator's own address, for the preview image */
  origin: string;
  quirks: Quirks;
}

/** A gathering as it goes over the wire. Nothing in it changes from second to second. */
export function writeActiveSession({
  seed,
  booking,
  gathering,
  window,
  instant,
  origin,
  quirks,
}: SessionView): ActiveSession {
  const { fields, milliseconds, hostile } = booking;
  const dice = createDice(seed, gathering.key, 3);
  const id = sessionIdOf(seed, gathering);
  const size = SIZES.find((name) => name === fields.size) ?? 'medium';
  const ended = gathering.end !== null && instant >= gathering.end ? gathering.end : null;
  const previews = fields.enable_room_previews === true;
  const time = (at: number | null) => (at === null ? null : writeTime(at, milliseconds));
  const sparse = dice.chance(0.1);
  const syncs = dice.chance(0.9);
  const rate = dice.pick(FRAME_RATES);

  const session: ActiveSession = {
    id,
    room_id: dice.uuid(),
    name: fields.name,
    display_name: fields.display_name ?? fields.name,
    join_from: time(window.from),
    join_until: time(window.until),
    remove_at: dice.chance(0.3) && window.until !== null ? time(window.until + 2 * 3_600_000) : null,
    remove_after_seconds_elapsed: dice.chance(0.2) ? dice.pick([3600, 7200, 14_400]) : null,
    layout: dice.chance(0.7) ? fields.layout : dice.pick(LIVE_LAYOUTS),
    max_members: SIZE_MEMBERS[size],
    fps: quirks.fps === 'number' ? Number(rate) : rate,
    quality: dice.chance(0.8) ? fields.quality : dice.pick(QUALITIES),
    start_time: time(gathering.start),
    end_time: time(ended),
    duration: ended === null ? null : Math.floor((ended - gathering.start) / 1000),
    status: ended === null ? 'in-progress' : 'completed',
    record_on_start: fields.record_on_start,
    enable_room_previews: previews,
    preview_url: previews && ended === null ? `${origin}/previews/${id}.webp` : null,
    [quirks.sync]: syncs,
  };
  if (hostile) session.preview_url = dice.pick(HOSTILE_PREVIEWS);
  if (sparse) Object.assign(session, { room_id: null, max_members: null, fps: null, record_on_start: null });
  return quirks.sessionFields === 'null' ? session : withoutNulls(session);
}

/** The id of a gathering's session: always the same for the same gathering. */
export function sessionIdOf(seed: number, gathering: Gathering): string {
  return createDice(seed, gathering.key, 6).uuid();
}

function withoutNulls(session: ActiveSession): ActiveSession {
  return Object.fromEntries(Object.entries(session).filter(([, value]) => value !== null));
}
