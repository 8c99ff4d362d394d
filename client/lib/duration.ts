const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const YEAR = 365.25 * DAY;
const MONTH = YEAR / 12;

/**
 * A span of time (ms, its sign ignored) in two units at most: "45 s", "12 min", "1 h 05 min", "3 d 4 h", "5 months",
 * "3 years".
 * Whole units are counted down, as a clock does, never rounded up.
 */
export function formatDuration(span: number): string {
  const left = Math.abs(span);
  if (left < MINUTE) return `${Math.floor(left / SECOND)} s`;
  if (left < HOUR) return `${Math.floor(left / MINUTE)} min`;
  if (left < DAY) {
    const minutes = Math.floor((left % HOUR) / MINUTE);
    return `${Math.floor(left / HOUR)} h ${String(minutes).padStart(2, '0')} min`;
  }
  if (left >= 2 * YEAR) return `${Math.floor(left / YEAR)} years`;
  if (left >= 2 * MONTH) return `${Math.floor(left / MONTH)} months`;
  const hours = Math.floor((left % DAY) / HOUR);
  return hours === 0 ? `${Math.floor(left / DAY)} d` : `${Math.floor(left / DAY)} d ${hours} h`;
}

/** A running clock (ms) with seconds: "0:07", "12:45", "1:02:03"; days join the hours. */
export function formatClock(span: number): string {
  const seconds = Math.floor(Math.abs(span) / SECOND);
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'));
  const hours = Math.floor(seconds / 3600);
  return hours > 0 ? `${hours}:${parts.join(':')}` : parts.join(':').replace(/^0/, '');
}

/** An instant as seen from now (both ms): "in 12 min", "3 h 05 min ago", "now" within a second. */
export function formatRelative(instant: number, now: number): string {
  const span = instant - now;
  if (Math.abs(span) < SECOND) return 'now';
  return span > 0 ? `in ${formatDuration(span)}` : `${formatDuration(span)} ago`;
}
