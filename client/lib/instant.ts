import { isZone } from '#contract/zone.ts';

/**
 * How instants are written. British English and the 24-hour clock in every browser: day before month with
 * the month in letters, which no reader takes the wrong way round.
 */
const STYLES = {
  /** "Mon 23 Nov, 21:14" */
  short: { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  /** "23 Nov 2026, 21:14" */
  dated: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  /** "23 Nov 2026" */
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  /** "Mon 23 Nov" */
  day: { weekday: 'short', day: 'numeric', month: 'short' },
  /** "Mon 23" */
  weekday: { weekday: 'short', day: 'numeric' },
  /** "Mon 23 Nov 2026" */
  datedDay: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  /** "November 2026" */
  datedMonth: { month: 'long', year: 'numeric' },
  /** "Nov" */
  month: { month: 'short' },
  /** "Monday, 23 November 2026 at 21:14:05 UTC+5:30" */
  full: {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'shortOffset',
  },
  /** "Mon 23 Nov 2026, 21:14:05 UTC+5:30" */
  precise: {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'shortOffset',
  },
  /** "21:14" */
  clock: { hour: '2-digit', minute: '2-digit' },
  /** "21:14:05" */
  seconds: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The furthest instant from the epoch that there is (ECMAScript), ms. */
const FURTHEST = 8.64e15;

/**
 * Building an Intl.DateTimeFormat costs far more than using one: each is kept by zone and style. Nothing that formats
 * may throw, so an unknown zone is UTC here too; the page has chosen one that is known, and said so.
 */
function formatFor(zone: string, style: keyof typeof STYLES): Intl.DateTimeFormat {
  const key = `${style} ${zone}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    ...STYLES[style],
    hourCycle: 'h23',
    timeZone: isZone(zone) ? zone : 'UTC',
  });
  formats.set(key, format);
  return format;
}

/** Whether a number is an instant at all, ms since the epoch: no other can be written as a date. */
export function isInstant(number: number): boolean {
  return Math.abs(number) <= FURTHEST;
}

/** What every zone is told by its distance from; Intl says "GMT+1", and even "GMT+0". */
const GREENWICH = /GMT(?:\+0$)?/;

/** An instant (ms since the epoch) in an IANA zone; "no date" for what is none. */
export function formatInstant(instant: number, zone: string, style: keyof typeof STYLES): string {
  if (!isInstant(instant)) return 'no date';
  return formatFor(zone, style).format(instant).replace(GREENWICH, 'UTC');
}
