import type { IncomingMessage } from 'node:http';

/** What somebody may do: `administer` includes `look`; a screen on the wall may look, for as long as its token stands. */
type Role = 'look' | 'administer' | 'wall';

/** Whoever was let in. */
export interface Person {
  /** as the audit log and the page call them: a user's name, an e-mail address, a screen's name */
  name: string;
  role: Role;
}

const persons = new WeakMap<IncomingMessage, Person>();

/** Notes who asks; only access.ts knows. */
export function setPerson(request: IncomingMessage, person: Person): void {
  persons.set(request, person);
}

/** Who asks; null where nobody needs to sign in. */
export function personOf(request: IncomingMessage): Person | null {
  return persons.get(request) ?? null;
}
