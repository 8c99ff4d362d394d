import { isZone } from '#contract/zone.ts';
import { isInstant } from './instant.ts';
import { remember } from './remember.ts';

/** Days recur: the list of one shift begins in a few hundred quarters of an hour. */
const MOST_REMEMBERED = 4_096;

/** Every zone's clock is a whole number of quarters of an hour away from UTC, so a quarter lies in one day. */
const QUARTER = 900_000;

const readers = remember(createDayReader, 8);

/**
 * The calendar day of an instant (ms since the epoch) in an IANA zone, as ISO 8601 writes it: "2026-11-24".
 * Of an unknown zone it is the day in UTC, and "" of what is no instant.
 */
export function toDay(instant: number, zone: string): string {
  return readers(zone)(instant);
}

/** The year of an instant (ms since the epoch) in an IANA zone: "2026". */
export function toYear(instant: number, zone: string): string {
  return toDay(instant, zone).split('-')[0] ?? '';
}

function createDayReader(zone: string): (instant: number) => string {
  // Swedish writes dates as ISO 8601 does.
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: isZone(zone) ? zone : 'UTC',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const dayOf = remember((quarter) => format.format(Number(quarter) * QUARTER), MOST_REMEMBERED);
  return (instant) => (isInstant(instant) ? dayOf(String(Math.floor(instant / QUARTER))) : '');
}

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

/** Where a day begins in UTC, ms; null for a text that names no day. */
export function readDay(text: string): number | null {
  const [, year, month, day] = DAY.exec(text) ?? [];
  if (year === undefined) return null;
  const instant = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return new Date(instant).toISOString().startsWith(text) ? instant : null;
}
