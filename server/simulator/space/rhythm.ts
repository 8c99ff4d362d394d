const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How often a room is used and how long. A room's window comes round again every `period`; when it has been over
 * for `keep`, the room is booked for the next time. That makes a space that looks alive at any instant, and whose
 * state is a function of that instant alone. Times in ms.
 */
interface Rhythm {
  /** how many of all rooms live in this rhythm, in [0, 1] */
  share: number;
  period: number;
  /** how long a window may be, in minutes */
  lengths: readonly number[];
  keep: number;
  /** which ends the window has; a room without ends is always open */
  ends: 'both' | 'from' | 'until' | 'none';
  /** one session a window, or people who come and go */
  use: 'meeting' | 'visits';
}

const RHYTHMS: readonly Rhythm[] = [
  // hand-overs at a change of shift
  { share: 0.1, period: 8 * HOUR, lengths: [30, 30, 45, 60], keep: 2 * HOUR, ends: 'both', use: 'meeting' },
  // lessons, stand-ups, consultations
  {
    share: 0.36,
    period: DAY,
    lengths: [30, 45, 45, 60, 60, 90],
    keep: 8 * HOUR,
    ends: 'both',
    use: 'meeting',
  },
  // seminars, rehearsals, team meetings
  { share: 0.28, period: 7 * DAY, lengths: [45, 60, 90, 120], keep: 2 * DAY, ends: 'both', use: 'meeting' },
  // hearings, councils, boards
  { share: 0.2, period: 28 * DAY, lengths: [60, 90, 120, 240], keep: 10 * DAY, ends: 'both', use: 'meeting' },
  // desks that are staffed all day
  { share: 0.025, period: DAY, lengths: [480, 540, 600], keep: 3 * HOUR, ends: 'both', use: 'visits' },
  { share: 0.015, period: DAY, lengths: [60], keep: HOUR, ends: 'none', use: 'visits' },
  { share: 0.01, period: 7 * DAY, lengths: [5 * 1440], keep: HOUR, ends: 'from', use: 'visits' },
  { share: 0.01, period: 14 * DAY, lengths: [9 * 1440], keep: DAY, ends: 'until', use: 'visits' },
];

/** One room's own place in its rhythm. Times in ms since the epoch, UTC. */
export interface Schedule {
  rhythm: Rhythm;
  /** the start of the room's window number 0 */
  phase: number;
  /** how long each window is */
  length: number;
}

/** One window of a room. */
export interface Occurrence {
  /** counts the room's windows; may be negative */
  number: number;
  /** the window's first and last instant, also where the wire says null; ms, UTC */
  start: number;
  end: number;
  /** when the room was booked for this window; ms, UTC */
  booked: number;
}

/** The window that a room shows at an instant: the running one, else one just over, else the next. */
export function occurrenceAt({ rhythm, phase, length }: Schedule, instant: number): Occurrence {
  const number = Math.floor((instant - phase - length - rhythm.keep) / rhythm.period) + 1;
  const start = phase + number * rhythm.period;
  return { number, start, end: start + length, booked: start - rhythm.period + length + rhythm.keep };
}

/**
 * Gives room number `index` a rhythm and a place in it. The two numbers of Roberts' R2 sequence spread rooms evenly
 * over rhythms and hours, so that also a small space has something live at any instant.
 */
export function createSchedule(
  seed: number,
  index: number,
  pick: (list: readonly number[]) => number,
): Schedule {
  const kind = spread(index, 0.7548776662466927, seed * 0.618034);
  const place = spread(index, 0.5698402909980532, seed * 0.414214);
  let sum = 0;
  const rhythm = RHYTHMS.find(({ share }) => {
    sum += share;
    return kind < sum;
  });
  if (rhythm === undefined) throw new RangeError('The shares of the rhythms must add up to 1.');
  const quarter = 15 * MINUTE;
  return {
    rhythm,
    phase: Math.round((place * rhythm.period) / quarter) * quarter,
    length: pick(rhythm.lengths) * MINUTE,
  };
}

function spread(index: number, step: number, offset: number): number {
  return (index * step + offset) % 1;
}
