import { readField } from '#contract/columns.ts';
import { readFlag, readInstant } from '#contract/read.ts';
import type { Conference } from '#contract/readConference.ts';
import type { Session } from '#contract/readSession.ts';
import { SIZE_MEMBERS, SIZES } from '#contract/values.ts';
import { writeSwitch } from '../words.ts';

/** Of each field in which a session differs from its conference's own settings: what the conference says. */
export type Differences = Readonly<Partial<Record<keyof Session, string>>>;

const TEXTS = ['name', 'display_name', 'layout', 'quality'] as const;
const INSTANTS = ['join_from', 'join_until'] as const;
const SWITCHES = ['record_on_start', 'enable_room_previews'] as const;

/** The second of a timestamp: SignalWire writes some with milliseconds and some without. */
function readSecond(text: string | null): number | null {
  const instant = readInstant(text);
  return instant === null ? null : Math.floor(instant / 1_000);
}

/** Compares a session with its conference. What either does not say is no difference; instants stay RFC 3339. */
export function findDifferences(conference: Conference, session: Session): Differences {
  const found: Partial<Record<keyof Session, string>> = {};
  for (const name of TEXTS) {
    const own = conference[name];
    if (own !== null && session[name] !== null && session[name] !== own) found[name] = own;
  }
  for (const name of INSTANTS) {
    const own = conference[name];
    const [here, there] = [readSecond(session[name]), readSecond(own)];
    if (own !== null && here !== null && there !== null && here !== there) found[name] = own;
  }
  for (const name of SWITCHES) {
    const own = readFlag(readField(name, conference.raw));
    if (own !== null && session[name] !== null && session[name] !== own) found[name] = writeSwitch(own);
  }
  const size = SIZES.find((known) => known === conference.size);
  if (size !== undefined && session.max_members !== null && session.max_members !== SIZE_MEMBERS[size])
    found.max_members = `${size}, which admits ${SIZE_MEMBERS[size]}`;
  return found;
}
