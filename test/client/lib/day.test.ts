import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDay, toDay } from '../../../client/lib/day.ts';

describe('the day of an instant', () => {
  it.each([
    ['2026-11-23T23:59:59.999Z', 'UTC', '2026-11-23'],
    ['2026-11-23T18:29:59Z', 'Asia/Kolkata', '2026-11-23'],
    ['2026-11-23T18:30:00Z', 'Asia/Kolkata', '2026-11-24'],
    ['2026-11-23T18:14:59Z', 'Asia/Kathmandu', '2026-11-23'],
    ['2026-11-23T18:15:00Z', 'Asia/Kathmandu', '2026-11-24'],
    ['2026-11-01T03:59:59Z', 'America/New_York', '2026-10-31'],
    ['2026-11-02T04:59:59Z', 'America/New_York', '2026-11-01'],
    // Samoa had no 30 December 2011.
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'],
  ])('%s in %s is %s', (instant, zone, day) => {
    expect(toDay(Date.parse(instant), zone)).toBe(day);
  });

  it('is the one of the calendar in UTC, however many days were asked for before', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }), (date) => {
        expect(toDay(date.getTime(), 'UTC')).toBe(date.toISOString().slice(0, 10));
      }),
    );
  });
});

describe('a day that is read', () => {
  it('begins at midnight in UTC', () => {
    expect(readDay('2026-11-24')).toBe(Date.UTC(2026, 10, 24));
  });

  it.each(['', 'soon', '2026-02-30', '2026-13-01', '26-11-24', '2026-11-24T00:00:00Z'])(
    'is none when it says “%s”',
    (text) => {
      expect(readDay(text)).toBeNull();
    },
  );
});
