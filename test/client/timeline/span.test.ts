import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pan, snap, stepOf, toSight, zoom } from '../../../client/timeline/span.ts';
import { toAsked } from '../../../client/timeline/useTimelineAnswer.ts';
import { BASE, HOUR } from './bars.ts';

const span = fc
  .record({
    start: fc.integer({ min: -400 * HOUR, max: 400 * HOUR }),
    length: fc.integer({ min: HOUR, max: 900 * HOUR }),
  })
  .map(({ start, length }) => ({ start: BASE + start, end: BASE + start + length }));

describe('the stretch of time on screen', () => {
  it('shows the range with a little on either side', () => {
    fc.assert(
      fc.property(span, ({ start, end }) => {
        const sight = toSight(null, { from: start, until: end }, BASE);
        expect(sight.start).toBeCloseTo(start - 0.04 * (end - start), 2);
        expect(sight.end).toBeCloseTo(end + 0.04 * (end - start), 2);
      }),
    );
  });

  it.each([
    ['two hours back and six ahead without a range', null, null, [-2, 6]],
    ['the same with two open ends', null, { from: null, until: null }, [-2, 6]],
    ['a day from an open range on', null, { from: BASE, until: null }, [-0.96, 24.96]],
    ['a day up to the end of one without a beginning', null, { from: null, until: BASE }, [-24.96, 0.96]],
    ['five minutes around a moment', null, { from: BASE, until: BASE }, [-0.2 / 60, 5.2 / 60]],
    [
      'where a hand moved it',
      { start: BASE + HOUR, end: BASE + 2 * HOUR },
      { from: BASE, until: null },
      [1, 2],
    ],
    ['around now, where a hand put it there', { around: 3 * HOUR }, { from: BASE, until: null }, [-1.5, 1.5]],
  ])('is %s', (_, place, range, hours) => {
    const { start, end } = toSight(place, range, BASE);
    expect([start, end].map((instant) => (instant - BASE) / HOUR)).toEqual(
      hours.map((hour) => expect.closeTo(hour, 6)),
    );
  });

  it.each([null, { around: HOUR }])(
    'stands still for minutes and then goes on with the time: %j',
    (place) => {
      expect(toSight(place, null, BASE + 4 * 60_000)).toEqual(toSight(place, null, BASE));
      expect(toSight(place, null, BASE + 5 * 60_000)).not.toEqual(toSight(place, null, BASE));
    },
  );

  it('zooms around the instant that is held, and back', () => {
    fc.assert(
      fc.property(
        span,
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (from, factor, share) => {
          const held = from.start + share * (from.end - from.start);
          const there = zoom(from, factor, held);
          expect((held - there.start) / (there.end - there.start)).toBeCloseTo(share, 5);
          const back = zoom(there, 1 / factor, held);
          expect(back.start).toBeCloseTo(from.start, 0);
          expect(back.end).toBeCloseTo(from.end, 0);
        },
      ),
    );
  });

  it('goes no closer than five minutes and no wider than twenty years', () => {
    const hour = { start: BASE, end: BASE + HOUR };
    const lengthAt = (factor: number) => {
      const { start, end } = zoom(hour, factor);
      return (end - start) / HOUR;
    };
    expect(lengthAt(1e-9)).toBeCloseTo(1 / 12, 6);
    expect(lengthAt(1e9)).toBeCloseTo(20 * 365 * 24, 6);
  });

  it('pans by a share of itself', () => {
    expect(pan({ start: BASE, end: BASE + 4 * HOUR }, -0.5)).toEqual({
      start: BASE - 2 * HOUR,
      end: BASE + 2 * HOUR,
    });
  });

  it('chooses round instants: the finer, the closer one looks', () => {
    expect(stepOf({ start: 0, end: HOUR }, 1 / 60)).toBe(60_000);
    expect(stepOf({ start: 0, end: 24 * HOUR }, 1 / 60)).toBe(HOUR / 2);
    expect(snap(BASE + 7 * 60_000 + 31_000, 60_000)).toBe(BASE + 8 * 60_000);
    expect(snap(BASE + 8 * 60_000, HOUR)).toBe(BASE + 15 * 60_000);
  });
});

describe('the stretch of time that is asked for', () => {
  const lengths = fc.integer({ min: 5 * 60_000, max: 20 * 365 * 24 * HOUR });

  it('is what is on screen and a quarter beside it, in at most 500 parts that are round on the clock', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9e9, max: 9e9 }), lengths, (start, length) => {
        const sight = { start: BASE + start, end: BASE + start + length };
        const { from, until, buckets, margin } = toAsked(sight);
        expect(from).toBeLessThanOrEqual(sight.start);
        expect(until).toBeGreaterThanOrEqual(sight.end);
        expect(margin / buckets).toBeGreaterThanOrEqual(0.25);
        expect(margin).toBeLessThanOrEqual(250);
        expect(buckets).toBeGreaterThanOrEqual(1);
        expect(buckets).toBeLessThanOrEqual(500);
        const part = (until - from) / buckets;
        expect([part % 60_000, from % part]).toEqual([0, expect.closeTo(0)]);
      }),
    );
  });

  it.each([
    ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T01:00:00Z'],
    ['9999-12-31T23:00:00Z', '9999-12-31T23:59:59.999Z'],
  ])('stays within the years that a range can name: %s to %s', (from, until) => {
    const range = { from: Date.parse(from), until: Date.parse(until) };
    const asked = toAsked(toSight(null, range, BASE));
    expect(asked.from).toBeGreaterThanOrEqual(Date.parse('0001-01-01T00:00:00Z'));
    expect(asked.until).toBeLessThanOrEqual(Date.parse('9999-12-31T23:59:59.999Z'));
    expect(asked.until).toBeGreaterThan(asked.from);
    expect(asked.buckets).toBeGreaterThanOrEqual(1);
    expect(asked.buckets).toBeLessThanOrEqual(500);
  });
});
