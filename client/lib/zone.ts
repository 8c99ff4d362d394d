import { isZone } from '#contract/zone.ts';

let own: string | null = null;

/**
 * The zone of this browser, as it was when it was first asked for: asking takes milliseconds. "" when the browser does
 * not know it: then it says `Etc/Unknown`, or nothing, and cannot tell times in that either.
 */
export function browserZone(): string {
  if (own === null) {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    own = isZone(timeZone) ? timeZone : '';
  }
  return own;
}

/** The zone in which times are told, and what must be said of it. */
export interface ZoneInUse {
  readonly zone: string;
  /** why it is UTC, when nobody asked for that; null when there is nothing to say */
  readonly problem: string | null;
}

/**
 * The first that is named of the zone of the address, the one kept by the browser, and the browser's own ("" names
 * none). One that nobody knows is UTC, never silently the next: its reader wanted something else.
 */
export function chooseZone(asked: string, kept: string, browser: string): ZoneInUse {
  const named = asked || kept || browser;
  if (isZone(named)) return { zone: named, problem: null };
  const problem =
    named === ''
      ? 'This browser does not know its time zone: times are in UTC.'
      : `No time zone ${named}: times are in UTC.`;
  return { zone: 'UTC', problem };
}
