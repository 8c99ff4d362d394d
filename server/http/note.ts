import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What the log will say of one request, and the id that a failure's body shares with it. */
export interface Note {
  readonly id: string;
  /** which of our few addresses was asked; never the address itself, it may hold a page token */
  route: string;
  /** the failure's code, when it was one */
  code?: string;
  /** how the answer was come by: hit, miss, stale, … */
  cache?: string;
  /** why, when the failure was not foreseen */
  error?: unknown;
}

const notes = new WeakMap<IncomingMessage, Note>();

/** The note of a request, begun at the first call. */
export function noteOf(request: IncomingMessage): Note {
  const known = notes.get(request);
  if (known !== undefined) return known;
  const note: Note = { id: createId(), route: 'none' };
  notes.set(request, note);
  return note;
}

/** Short, and never the same twice: log and answer are found by it. */
export const createId = () => randomBytes(9).toString('base64url');
