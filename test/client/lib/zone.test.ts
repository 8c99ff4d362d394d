import { describe, expect, it } from 'vitest';
import { isZone } from '#contract/zone.ts';
import { toDay } from '../../../client/lib/day.ts';
import { formatInstant } from '../../../client/lib/instant.ts';
import { chooseZone } from '../../../client/lib/zone.ts';

/** 03:30 of the next day in Kolkata. */
const INSTANT = Date.parse('2026-11-23T22:00:00Z');

describe('the zone in use', () => {
  it.each([
    ['Asia/Kolkata', 'Europe/Rome', 'Europe/Paris', 'Asia/Kolkata'],
    ['', 'Europe/Rome', 'Europe/Paris', 'Europe/Rome'],
    ['', '', 'Europe/Paris', 'Europe/Paris'],
    ['Etc/GMT+5', '', 'UTC', 'Etc/GMT+5'],
    ['+05:30', '', 'UTC', '+05:30'],
  ])('of the address %j, kept %j, browser %j is %s', (asked, kept, browser, zone) => {
    expect(chooseZone(asked, kept, browser)).toEqual({ zone, problem: null });
  });

  it.each([
    ['Mars/Base', 'Europe/Rome', 'Europe/Paris', 'No time zone Mars/Base: times are in UTC.'],
    ['', 'Mars/Base', 'Europe/Paris', 'No time zone Mars/Base: times are in UTC.'],
    ['', '', 'Etc/Unknown', 'No time zone Etc/Unknown: times are in UTC.'],
    ['', '', '', 'This browser does not know its time zone: times are in UTC.'],
  ])('of the address %j, kept %j, browser %j is UTC, and says so', (asked, kept, browser, problem) => {
    expect(chooseZone(asked, kept, browser)).toEqual({ zone: 'UTC', problem });
  });

  it('can be told from a text that is none', () => {
    for (const name of ['UTC', 'Europe/Kyiv', 'europe/paris', 'EST5EDT', '-03:30'])
      expect([name, isZone(name)]).toEqual([name, true]);
    for (const name of ['', 'Etc/Unknown', 'Mars/Base', '+25:00', '\u0000', 'x'.repeat(10_000)])
      expect([name, isZone(name)]).toEqual([name, false]);
  });
});

describe('writing a date', () => {
  it.each(['Etc/Unknown', 'Mars/Base', '', '\ud800'])(
    'in the unknown zone %j throws nothing: it is UTC',
    (zone) => {
      expect(formatInstant(INSTANT, zone, 'short')).toBe('Mon 23 Nov, 22:00');
      expect(toDay(INSTANT, zone)).toBe('2026-11-23');
    },
  );

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 8.64e15 + 1, -1e300])(
    'of %d, which is none, throws nothing',
    (instant) => {
      expect(formatInstant(instant, 'Asia/Kolkata', 'full')).toBe('no date');
      expect(toDay(instant, 'Asia/Kolkata')).toBe('');
    },
  );
});
