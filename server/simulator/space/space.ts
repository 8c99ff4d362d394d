import type { SentConference } from '#contract/conference.ts';
import type { Quirks } from '../quirks.ts';
import { sessionIdOf, writeActiveSession } from './active-session.ts';
import { createBooking, spreadCreation, writeTime } from './booking.ts';
import { createDice } from './dice.ts';
import { createRoom, type Room, readGathering, readUpdated, readWindow } from './room.ts';
import type { Gathering } from './session.ts';

/** Every conference of one SignalWire space, as a function of the instant (ms, UTC) it is looked at. */
export interface Space {
  /** every room in the asked order; the same array until a room is added or removed */
  inOrder(order: Quirks['order']): readonly Room[];
  find(id: string): Room | undefined;
  /** a room as a row of the wire */
  write(room: Room, view: RowView): SentConference;
  /** Books one more room, created now, and gives its id. */
  add(patch: Partial<SentConference>, instant: number): string;
  remove(room: Room): void;
  /** the room's gathering at an instant, running or just over */
  gathering(room: Room, instant: number): Gathering | null;
  /** whether a session with this id runs and has a preview picture */
  hasPreview(sessionId: string, instant: number): boolean;
}

/** How a row is looked at. */
interface RowView {
  instant: number;
  includeActiveSession: boolean;
  origin: string;
  quirks: Quirks;
}

export interface SpaceOptions {
  seed: number;
  conferences: number;
  /** every fifth room means harm, not one in four hundred */
  hostile: boolean;
}

/** Books all rooms once: about 10 µs and 1 KB a room. */
export function createSpace({ seed, conferences, hostile }: SpaceOptions): Space {
  const rooms = Array.from({ length: conferences }, (_, index) =>
    createRoom(createBooking(seed, index, spreadCreation(index, conferences), hostile)),
  );
  const orders = new Map<Quirks['order'], readonly Room[]>();
  let booked = conferences;

  const arrange: Record<Quirks['order'], () => Room[]> = {
    oldest: () => [...rooms],
    newest: () => rooms.toReversed(),
    shuffled: () => shuffle(rooms, seed),
  };

  function inOrder(order: Quirks['order']): readonly Room[] {
    const known = orders.get(order);
    if (known !== undefined) return known;
    const arranged = arrange[order]();
    orders.set(order, arranged);
    return arranged;
  }

  function write(room: Room, { instant, includeActiveSession, origin, quirks }: RowView): SentConference {
    const { booking, patch } = room;
    const window = readWindow(room, instant);
    const row: SentConference = {
      ...booking.fields,
      join_from: window.from === null ? null : writeTime(window.from, booking.milliseconds),
      join_until: window.until === null ? null : writeTime(window.until, booking.milliseconds),
      updated_at: writeTime(readUpdated(room, instant), booking.milliseconds),
      ...patch,
    };
    delete row.active_session;
    if (!includeActiveSession) return row;
    const gathering = readGathering(seed, room, instant);
    if (gathering === null) {
      if (quirks.activeSession === 'null') row.active_session = null;
      return row;
    }
    const named = { ...booking, fields: row };
    const session = writeActiveSession({ seed, booking: named, gathering, window, instant, origin, quirks });
    row.active_session = { ...session, ...patch.active_session };
    return row;
  }

  function add(patch: Partial<SentConference>, instant: number): string {
    const room = createRoom(createBooking(seed, booked, instant, false));
    booked += 1;
    room.patch = { join_from: null, join_until: null, ...patch };
    room.byHand = { gathering: null };
    rooms.push(room);
    orders.clear();
    return idOf(room);
  }

  return {
    inOrder,
    write,
    add,
    find: (id) => rooms.find((room) => idOf(room) === id),
    remove(room) {
      rooms.splice(rooms.indexOf(room), 1);
      orders.clear();
    },
    gathering: (room, instant) => readGathering(seed, room, instant),
    hasPreview: (sessionId, instant) =>
      rooms.some((room) => {
        const gathering = readGathering(seed, room, instant);
        const runs = gathering !== null && (gathering.end === null || instant < gathering.end);
        return runs && hasPreviews(room) && sessionIdOf(seed, gathering) === sessionId;
      }),
  };
}

function idOf({ patch, booking }: Room): string {
  return patch.id ?? booking.fields.id;
}

function hasPreviews({ patch, booking }: Room): boolean {
  return (patch.enable_room_previews ?? booking.fields.enable_room_previews) === true;
}

/** A fixed order that has nothing to do with age: it stays the same from walk to walk. */
function shuffle(rooms: readonly Room[], seed: number): Room[] {
  const keyed = rooms.map((room) => ({ room, key: createDice(seed, room.booking.index, 4).next() }));
  return keyed.sort((one, other) => one.key - other.key).map(({ room }) => room);
}
