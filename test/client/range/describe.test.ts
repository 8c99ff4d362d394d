import { describe, expect, it } from 'vitest';
import { describeRange } from '../../../client/range/describe.ts';
import { PRESETS } from '../../../client/range/presets.ts';

describe('a range in words', () => {
  it.each([
    ['', '', 'Any time'],
    ['now-1h', 'now+4h', '1 hour ago to in 4 hours'],
    ['now-30m', '', 'From 30 minutes ago'],
    ['', 'now', 'Until now'],
    ['now-1d/d', 'now', 'the start of yesterday to now'],
    ['now', 'now+1w/w', 'now to the end of next week'],
    ['now/M', 'now', 'the start of this month to now'],
    ['now+1d/d+9h', 'now+1d/d+17h', 'tomorrow 09:00 to tomorrow 17:00'],
    ['tomorrow 9:00', '', 'From tomorrow 09:00'],
    ['now/w+1d', '', 'From 1 day after this week'],
    ['now-3d/w', '', 'From the start of the week of 3 days ago'],
    ['2026-11-23', '2026-11-23', '23 Nov 2026'],
    ['2026-11-23', '2026-11-24 09:00', '23 Nov 2026 to 24 Nov 2026, 09:00'],
    ['2026-11-23T14:00:00Z', '', 'From 23 Nov 2026, 19:30'],
    ['1795435200', '', 'From 23 Nov 2026, 17:30'],
    ['2026-02-31', '', 'From 2026-02-31'],
  ])('from “%s” to “%s” is “%s”', (from, to, words) => {
    expect(describeRange({ from, to }, 'Asia/Kolkata')).toBe(words);
  });

  it('calls every preset by its name', () => {
    expect(PRESETS.map((preset) => describeRange(preset, 'UTC'))).toEqual(PRESETS.map(({ label }) => label));
  });
});
