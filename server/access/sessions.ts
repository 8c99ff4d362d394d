import type { Request, Response } from 'express';
import { LRUCache } from 'lru-cache';
import type { SessionTimes } from './config.ts';
import type { Person } from './person.ts';
import { createToken, hashToken } from './tokens.ts';

/** Somebody who is signed in. Times in ms by ticks. */
export interface Session {
  /** by which an administrator names it; it opens nothing */
  readonly handle: string;
  readonly person: Person;
  /** what the sign-in rests on: when it is another now, the session is over */
  readonly basis: string;
  readonly address: string;
  readonly begun: number;
  /** the last act of the person */
  active: number;
}

/** Who is signed in, in memory: a restart signs everybody out. The browser has a token, the server its hash alone. */
export interface Sessions {
  /** begins one, always under a new token, which is returned */
  begin(person: Person, basis: string, address: string): string;
  /** the session of a token, if it still stands */
  find(token: string): Session | null;
  /** notes an act of the person */
  touch(session: Session): void;
  end(session: Session): void;
  list(): Session[];
}

/** Signs somebody in under a new token, whatever the browser brought, and sends them where they wanted to go. */
export type StartSession = (
  request: Request,
  response: Response,
  start: { person: Person; basis: string; goal: string },
) => void;

/** The longest unseen goes first. */
const MOST = 10_000;

export function createSessions({ idleMs, longestMs }: SessionTimes, ticks: () => number): Sessions {
  const sessions = new LRUCache<string, Session>({ max: MOST });
  const stands = ({ begun, active }: Session) => {
    const now = ticks();
    return now - begun < longestMs && now - active < idleMs;
  };
  const sweep = () => {
    for (const [key, session] of sessions.entries()) if (!stands(session)) sessions.delete(key);
  };

  return {
    begin(person, basis, address) {
      sweep();
      const token = createToken();
      const now = ticks();
      sessions.set(hashToken(token), {
        handle: createToken(),
        person,
        basis,
        address,
        begun: now,
        active: now,
      });
      return token;
    },
    find(token) {
      const session = sessions.get(hashToken(token));
      return session !== undefined && stands(session) ? session : null;
    },
    touch(session) {
      session.active = ticks();
    },
    end(session) {
      for (const [key, other] of sessions.entries()) if (other === session) sessions.delete(key);
    },
    list() {
      sweep();
      return [...sessions.values()];
    },
  };
}
