import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, it } from 'vitest';
import { readAxis } from '../../../client/timeline/axis.ts';

/** Lines of an axis as "UTC label", each after a day or month that begins there in brackets. */
function lines(zone: string, start: string, end: string, most: number) {
  const span = { start: Date.parse(start), end: Date.parse(end) };
  const { ticks, lead } = readAxis(Temporal, span, zone, most);
  return {
    lead: lead.replace(',', ''),
    ticks: ticks.map(({ at, label, begins }) => {
      const utc = new Date(at).toISOString().slice(5, 16);
      return `${utc} ${label}${begins === null ? '' : ` [${begins}]`}`;
    }),
  };
}

describe('the axis', () => {
  // Offsets are those of the system's tz database, through Python's zoneinfo.
  it('strikes 01:00 twice on the night when the clocks of New York go back', () => {
    const { ticks } = lines('America/New_York', '2026-11-01T03:30:00Z', '2026-11-01T08:15:00Z', 8);
    expect(ticks).toEqual([
      '11-01T04:00 00:00 [Sun 1 Nov]',
      '11-01T05:00 01:00',
      '11-01T06:00 01:00',
      '11-01T07:00 02:00',
      '11-01T08:00 03:00',
    ]);
  });

  it('leaves out 02:00 on the night when they go forward', () => {
    const { ticks } = lines('America/New_York', '2026-03-08T04:30:00Z', '2026-03-08T08:15:00Z', 7);
    expect(ticks).toEqual([
      '03-08T05:00 00:00 [Sun 8 Mar]',
      '03-08T06:00 01:00',
      '03-08T07:00 03:00',
      '03-08T08:00 04:00',
    ]);
  });

  it('follows the half hour by which Lord Howe changes its clocks', () => {
    const { ticks } = lines('Australia/Lord_Howe', '2026-04-04T12:45:00Z', '2026-04-04T16:45:00Z', 7);
    expect(ticks).toEqual([
      '04-04T13:00 00:00 [Sun 5 Apr]',
      '04-04T14:00 01:00',
      '04-04T15:30 02:00',
      '04-04T16:30 03:00',
    ]);
  });

  it('stands on the hours of Kolkata, which are the half hours of UTC', () => {
    const { lead, ticks } = lines('Asia/Kolkata', '2026-06-15T04:00:00Z', '2026-06-15T07:00:00Z', 4);
    expect(lead).toBe('Mon 15 Jun 2026');
    expect(ticks).toEqual(['06-15T04:30 10:00', '06-15T05:30 11:00', '06-15T06:30 12:00']);
  });

  it('begins each day at its own midnight, whatever its hours', () => {
    const { lead, ticks } = lines('America/New_York', '2026-03-06T12:00:00Z', '2026-03-10T12:00:00Z', 4);
    expect(lead).toBe('March 2026');
    expect(ticks.map((tick) => tick.slice(0, 11))).toEqual([
      '03-07T05:00',
      '03-08T05:00',
      '03-09T04:00',
      '03-10T04:00',
    ]);
  });

  it('names the months in which weeks lie, and the years in which months do', () => {
    const weeks = lines('UTC', '2026-10-20T00:00:00Z', '2026-11-20T00:00:00Z', 6).ticks;
    expect(weeks.map((tick) => tick.slice(0, 5))).toEqual(['10-26', '11-02', '11-09', '11-16']);
    expect(weeks[1]).toContain('[November 2026]');
    const months = lines('UTC', '2026-11-15T00:00:00Z', '2027-02-15T00:00:00Z', 4);
    expect(months.lead).toBe('2026');
    expect(months.ticks).toEqual(['12-01T00:00 Dec', '01-01T00:00 Jan [2027]', '02-01T00:00 Feb']);
  });

  it('counts in years where that is all there is to see', () => {
    const { ticks } = lines('UTC', '2010-06-01T00:00:00Z', '2026-06-01T00:00:00Z', 5);
    expect(ticks.map((tick) => tick.slice(12))).toEqual(['2014', '2018', '2022', '2026']);
  });
});
