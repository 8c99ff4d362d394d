import type { ListState } from '#contract/list.ts';

/** A list that is whole, just walked, and of which there is nothing else to say. `now`: ms by the server's clock. */
export const wholeAt = (now: number): ListState => ({
  epoch: 'first',
  rev: 7,
  now,
  asOf: now,
  whole: true,
  loaded: null,
  trouble: null,
  waitingSince: null,
  nextAt: null,
  askableAt: null,
  nextChange: null,
  warnings: [],
  dropped: 0,
});
