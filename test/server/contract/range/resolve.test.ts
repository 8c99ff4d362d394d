import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, it } from 'vitest';
import { resolveRange } from '#contract/range/resolve.ts';

/** An instant as people write it: without its milliseconds when they are 0. */
const writeInstant = (instant: number) => new Date(instant).toISOString().replace('.000Z', 'Z');

/** A Monday noon, UTC. */
const NOON = Date.parse('2026-11-23T12:00:00Z');

function resolve(from: string, to: string, zone = 'UTC', now = NOON, grid = 10_000) {
  const range = resolveRange(Temporal, { from, to }, { zone, now, grid });
  if ('problem' in range) return `${range.field}: ${range.problem}`;
  const write = (instant: number | null) => (instant === null ? 'open' : writeInstant(instant));
  return `${write(range.from)} … ${write(range.until)}`;
}

/** First moments of a day and of the day after it, UTC: from the system's tz database through Python's zoneinfo. */
const DAYS = [
  ['UTC', '2026-02-28', '2026-02-28T00:00:00Z', '2026-03-01T00:00:00Z'],
  ['Asia/Kolkata', '2026-06-15', '2026-06-14T18:30:00Z', '2026-06-15T18:30:00Z'],
  ['Asia/Kathmandu', '2026-07-01', '2026-06-30T18:15:00Z', '2026-07-01T18:15:00Z'],
  ['America/New_York', '2026-03-08', '2026-03-08T05:00:00Z', '2026-03-09T04:00:00Z'],
  ['America/New_York', '2026-11-01', '2026-11-01T04:00:00Z', '2026-11-02T05:00:00Z'],
  ['Pacific/Apia', '2011-12-29', '2011-12-29T10:00:00Z', '2011-12-30T10:00:00Z'],
  ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00Z', '2011-12-31T10:00:00Z'],
  ['Pacific/Apia', '2026-01-01', '2025-12-31T11:00:00Z', '2026-01-01T11:00:00Z'],
  ['Australia/Lord_Howe', '2026-04-05', '2026-04-04T13:00:00Z', '2026-04-05T13:30:00Z'],
  ['Australia/Lord_Howe', '2026-10-04', '2026-10-03T13:30:00Z', '2026-10-04T13:00:00Z'],
  // its clocks go forward at midnight: this day begins at one
  ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00Z', '2018-11-05T02:00:00Z'],
] as const;

describe('a range, resolved', () => {
  it.each(DAYS)('in %s takes %s from its first moment to its last', (zone, day, first, next) => {
    const last = writeInstant(Date.parse(next) - 1);
    expect(resolve(day, day, zone)).toBe(`${first} … ${last}`);
    for (const moment of [Date.parse(first), Date.parse(next) - 10_000]) {
      expect(resolve('now/d', 'now/d', zone, moment), `now/d at ${writeInstant(moment)}`).toBe(
        `${first} … ${last}`,
      );
    }
  });

  it('names a day that a zone has skipped', () => {
    expect(resolve('', '2011-12-30', 'Pacific/Apia')).toBe(
      'to: The clocks of Pacific/Apia skipped 2011-12-30.',
    );
  });

  it.each([
    ['2026-11-01T01:30:00-04:00', '2026-11-01T05:30:00Z'],
    ['2026-11-01T01:30:00-05:00', '2026-11-01T06:30:00Z'],
    [
      '2026-11-01T01:29:59',
      'from: 01:29:59 comes twice that day: write 2026-11-01T01:29:59-04:00 or 2026-11-01T01:29:59-05:00.',
    ],
    ['2026-11-01T02:00', '2026-11-01T07:00:00Z'],
    ['2026-03-08T02:30', 'from: The clocks of America/New_York skip 02:30 that day.'],
    ['2026-03-08T03:00', '2026-03-08T07:00:00Z'],
  ])('in New York reads “%s” for what it is on the nights when clocks change', (typed, expected) => {
    expect(resolve(typed, '', 'America/New_York').replace(' … open', '')).toBe(expected);
  });

  it.each([
    ['2026-04-05T01:45:00+11:00', '2026-04-04T14:45:00Z'],
    ['2026-04-05T01:45:00+10:30', '2026-04-04T15:15:00Z'],
    ['2026-10-04T02:15', 'from: The clocks of Australia/Lord_Howe skip 02:15 that day.'],
  ])('on Lord Howe, where clocks change by half an hour, reads “%s”', (typed, expected) => {
    expect(resolve(typed, '', 'Australia/Lord_Howe').replace(' … open', '')).toBe(expected);
  });

  it.each([
    ['now-1h', 'now+4h', '2026-11-23T11:00:00Z … 2026-11-23T16:00:00Z'],
    ['now', 'now/d', '2026-11-23T12:00:00Z … 2026-11-23T23:59:59.999Z'],
    ['now/w', 'now/w', '2026-11-23T00:00:00Z … 2026-11-29T23:59:59.999Z'],
    ['now/w+1d', '', '2026-11-24T00:00:00Z … open'],
    ['now-1M/M', 'now-1M/M', '2026-10-01T00:00:00Z … 2026-10-31T23:59:59.999Z'],
    ['now/y', 'now/y', '2026-01-01T00:00:00Z … 2026-12-31T23:59:59.999Z'],
    ['now+10m/h', 'now+10m/h', '2026-11-23T12:00:00Z … 2026-11-23T12:59:59.999Z'],
    ['', 'now', 'open … 2026-11-23T12:00:00Z'],
    ['1795435200', '1795435200', '2026-11-23T12:00:00Z … 2026-11-23T12:00:00Z'],
  ])('from “%s” to “%s” at noon is %s', (from, to, expected) => {
    expect(resolve(from, to)).toBe(expected);
  });

  // Clocks go back by an hour in New York and by half an hour on Lord Howe: hours from Python's zoneinfo.
  it.each([
    ['America/New_York', '2026-11-01T05:45:00Z', '2026-11-01T05:00:00Z … 2026-11-01T05:59:59.999Z'],
    ['America/New_York', '2026-11-01T06:45:00Z', '2026-11-01T06:00:00Z … 2026-11-01T06:59:59.999Z'],
    ['Australia/Lord_Howe', '2026-04-04T15:15:00Z', '2026-04-04T14:00:00Z … 2026-04-04T15:29:59.999Z'],
  ])('in %s takes the hour of the clock at %s as %s', (zone, now, expected) => {
    expect(resolve('now/h', 'now/h', zone, Date.parse(now))).toBe(expected);
  });

  it('keeps the hour of the clock over days, and the count of hours over hours', () => {
    const eve = Date.parse('2026-10-31T20:00:00Z');
    expect(resolve('now+24h', 'now+1d', 'America/New_York', eve)).toBe(
      '2026-11-01T20:00:00Z … 2026-11-01T21:00:00Z',
    );
  });

  it('stands on the last day of a shorter month', () => {
    const end = Date.parse('2026-03-31T08:00:00Z');
    expect(resolve('now-1M', 'now', 'UTC', end)).toBe('2026-02-28T08:00:00Z … 2026-03-31T08:00:00Z');
  });

  it('asks the same question for two operators inside one step of the grid, and another after it', () => {
    const asked = [0, 9_999, 10_000].map((late) => resolve('now-1h', 'now+4h', 'UTC', NOON + late));
    expect(asked[1]).toBe(asked[0]);
    expect(asked[2]).toBe('2026-11-23T11:00:10Z … 2026-11-23T16:00:10Z');
  });

  it.each([
    ['now', 'now-1h', 'from: From is after To.'],
    ['2026-11-24', '2026-11-23', 'from: From is after To.'],
    ['2026-02-31', 'nonsense', 'from: There is no 31 February 2026.'],
    ['now', '1764000000000', 'to: That looks like milliseconds. Unix time is in seconds here: 1764000000.'],
    ['now-9000y', '', 'from: That is too far away: only the years 1 to 9999 can be asked for.'],
    ['now-999999y', '', 'from: That is too far from now.'],
  ])('from “%s” to “%s” is a problem: %s', (from, to, problem) => {
    expect(resolve(from, to)).toBe(problem);
  });

  it('holds now between the edges of every unit, in every zone at every moment', () => {
    const zones = [...new Set(DAYS.map(([zone]) => zone))];
    const around = fc.oneof(
      // three days around each change of clocks above, where it is hard, and any day of a century
      fc
        .constantFrom(...DAYS)
        .chain(([, , first]) =>
          fc.integer({ min: -36, max: 36 * 3 }).map((h) => Date.parse(first) + h * 900_000),
        ),
      fc.integer({ min: Date.parse('1990-01-01T00:00:00Z'), max: Date.parse('2090-01-01T00:00:00Z') }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.constantFrom(...'smhdwMy'), around, (zone, unit, now) => {
        const setting = { zone, now, grid: 1 };
        const range = resolveRange(Temporal, { from: `now/${unit}`, to: `now/${unit}` }, setting);
        if ('problem' in range) throw new Error(range.problem);
        expect(range.from).toBeLessThanOrEqual(now);
        expect(range.until).toBeGreaterThanOrEqual(now);
      }),
    );
  });
});
