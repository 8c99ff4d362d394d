/** The units of the language by their letters; `M` is a month and `m` a minute, as everywhere else. */
export const UNITS = {
  s: 'second',
  m: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
  M: 'month',
  y: 'year',
} as const;

export type UnitLetter = keyof typeof UNITS;

/** A move from now: so many units on or back, or to the edge of the unit in which one stands. */
export type Step =
  | { readonly kind: 'shift'; readonly amount: number; readonly unit: UnitLetter }
  | { readonly kind: 'edge'; readonly unit: UnitLetter };

/** Whether a letter names a unit. */
export function isUnitLetter(letter: string): letter is UnitLetter {
  return Object.hasOwn(UNITS, letter);
}
