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
  /** "Monday, 23 November 2026 at 21:14:05 GMT+5:30" */
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
  /** "Mon 23 Nov 2026, 21:14:05 GMT+5:30" */
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

/** Building an Intl.DateTimeFormat costs far more than using one: each is kept by zone and style. */
function formatFor(zone: string, style: keyof typeof STYLES): Intl.DateTimeFormat {
  const key = `${style} ${zone}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-GB', { ...STYLES[style], hourCycle: 'h23', timeZone: zone });
  formats.set(key, format);
  return format;
}

/** An instant (ms since the epoch) in an IANA zone. Throws a RangeError for a zone that does not exist. */
export function formatInstant(instant: number, zone: string, style: keyof typeof STYLES): string {
  return formatFor(zone, style).format(instant);
}

let known = '';

/**
 * The zone of this browser, an IANA name, as it was when it was first asked for: asking takes milliseconds. A browser
 * that does not know where it is says `Etc/Unknown`, which none can format: then it is UTC.
 */
export function browserZone(): string {
  known ||= readBrowserZone();
  return known;
}

function readBrowserZone(): string {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    return 'UTC';
  }
}
