import { describe, expect, it } from 'vitest';
import { isOld } from '../../../client/board/useOld.ts';

describe('what is known', () => {
  it.each([
    [30, 0, 120],
    [10, 0, 120],
    [60, 0, 120],
    [300, 0, 600],
    // Off counts as five minutes.
    [0, 0, 600],
    [30, 180, 360],
    // A page that slept between two walks.
    [30, 3_600, 600],
  ])('at an interval of %i s, %i s between two walks, is old after %i s', (interval, step, after) => {
    const known = { asOf: 0, interval, step: step * 1_000 };
    expect([isOld({ ...known, now: after * 1_000 }), isOld({ ...known, now: after * 1_000 + 1 })]).toEqual([
      false,
      true,
    ]);
  });
});
