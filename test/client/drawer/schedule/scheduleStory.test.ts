import { describe, expect, it } from 'vitest';
import { toScheduleStory } from '../../../../client/drawer/schedule/scheduleStory.ts';
import { toWindowBar } from '../../../../client/drawer/schedule/windowBar.ts';

const MINUTE = 60_000;
const tell = (joinFrom: number | null, joinUntil: number | null, now: number) =>
  toScheduleStory({ live: false, joinFrom, joinUntil, unclear: false }, now);

describe('a join window in a sentence', () => {
  it('is told from before, within and after', () => {
    const [from, until] = [100 * MINUTE, 190 * MINUTE];
    expect(tell(from, until, 88 * MINUTE)).toBe('Opens in 12 min and stays open for 1 h 30 min.');
    expect(tell(from, until, 160 * MINUTE)).toBe('Open for 1 h 00 min; closes in 30 min.');
    expect(tell(from, until, until)).toBe('Closed 0 s ago, after 1 h 30 min.');
    expect(tell(from, until, 200 * MINUTE)).toBe('Closed 10 min ago, after 1 h 30 min.');
  });

  it('does with one end or none', () => {
    expect(tell(5 * MINUTE, null, 0)).toBe('Opens in 5 min, with no end set.');
    expect(tell(0, null, 5 * MINUTE)).toBe('Open for 5 min, with no end set.');
    expect(tell(null, 5 * MINUTE, 0)).toBe('Open; closes in 5 min.');
    expect(tell(null, 0, 5 * MINUTE)).toBe('Closed 5 min ago.');
    expect(tell(null, null, 0)).toBe('No window: people may join at any time.');
  });

  it('says when it ends before it begins', () => {
    expect(tell(MINUTE, 0, 0)).toBe('The window closes before it opens, so nobody can join.');
  });

  it('claims nothing of a date that cannot be read', () => {
    const facts = { live: false, joinFrom: null, joinUntil: 5 * MINUTE, unclear: true };
    expect(toScheduleStory(facts, 0)).toBe(
      'A date of the window cannot be read, so it is not known when people may join.',
    );
  });
});

describe('a join window as a bar', () => {
  it('holds the window, the session and now, in their order', () => {
    const bar = toWindowBar({ joinFrom: 0, joinUntil: 100 * MINUTE, runningSince: 20 * MINUTE }, 50 * MINUTE);
    expect(bar?.window.start).toBeGreaterThan(0);
    expect((bar?.window.start ?? 0) + (bar?.window.width ?? 0)).toBeLessThan(100);
    expect(bar?.now).toBeCloseTo(50);
    expect(bar?.session?.start).toBeCloseTo(50 - (30 / 112) * 100);
    expect((bar?.session?.start ?? 0) + (bar?.session?.width ?? 0)).toBeCloseTo(50);
  });

  it('runs off the bar at an open end', () => {
    const open = toWindowBar({ joinFrom: null, joinUntil: MINUTE, runningSince: null }, 0);
    expect(open).toMatchObject({ opensEarlier: true, closesLater: false, window: { start: 0 } });
    const endless = toWindowBar({ joinFrom: 0, joinUntil: null, runningSince: null }, MINUTE);
    expect(endless).toMatchObject({ opensEarlier: false, closesLater: true });
    expect((endless?.window.start ?? 0) + (endless?.window.width ?? 0)).toBeCloseTo(100);
  });

  it('is none without a window', () => {
    expect(toWindowBar({ joinFrom: null, joinUntil: null, runningSince: 0 }, MINUTE)).toBeNull();
  });

  it('stays on the bar for a window of no length and for one that ends before it begins', () => {
    for (const [joinFrom, joinUntil] of [
      [5, 5],
      [9, 5],
    ]) {
      const bar = toWindowBar(
        { joinFrom: joinFrom ?? null, joinUntil: joinUntil ?? null, runningSince: null },
        5,
      );
      expect(bar?.window.width).toBeGreaterThanOrEqual(0);
      expect(bar?.now).toBeGreaterThanOrEqual(0);
      expect(bar?.now).toBeLessThanOrEqual(100);
    }
  });
});
