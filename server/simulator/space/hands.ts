import type { SentConference } from '#contract/conference.ts';
import type { Clock } from '../../clock.ts';
import type { Room } from './room.ts';
import { keyOf } from './session.ts';
import type { Space } from './space.ts';

/** What a person, or a test, may do to single conferences. Every one throws a RangeError for an unknown id. */
export interface Hands {
  /** Adds a conference, always open unless the fields say otherwise, and gives its id. */
  add(fields?: Partial<SentConference>): string;
  /** Sets fields; `active_session` fields are laid over those of the running session. */
  edit(id: string, fields: Partial<SentConference>): void;
  remove(id: string): void;
  /** Makes a conference live from now on, until it is ended by hand. */
  startSession(id: string): void;
  /** Ends whatever runs; with `completed` the ended session goes on standing in the list as completed. */
  endSession(id: string, completed?: boolean): void;
}

/** Hands for a space, working at the clock's time. */
export function createHands(space: Space, clock: Clock): Hands {
  function find(id: string): Room {
    const room = space.find(id);
    if (room === undefined) throw new RangeError(`There is no conference with the id "${id}".`);
    return room;
  }

  return {
    add: (fields = {}) => space.add(fields, clock.now()),
    edit(id, fields) {
      const room = find(id);
      room.patch = { ...room.patch, ...fields };
      room.editedAt = clock.now();
    },
    remove: (id) => space.remove(find(id)),
    startSession(id) {
      const room = find(id);
      const start = clock.now();
      const key = keyOf(room.booking.index, Math.floor(start / 1000));
      room.byHand = { gathering: { key, start, end: null } };
    },
    endSession(id, completed = false) {
      const room = find(id);
      const running = space.gathering(room, clock.now());
      room.byHand = { gathering: completed && running !== null ? { ...running, end: clock.now() } : null };
    },
  };
}
