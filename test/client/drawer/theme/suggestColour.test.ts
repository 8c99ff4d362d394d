import { clampChroma, converter } from 'culori';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toContrast } from '#contract/colour/contrast.ts';
import { type Hex, readHex, toHex } from '#contract/colour/hex.ts';
import { suggestColour } from '../../../../client/drawer/theme/suggestColour.ts';

const toOklch = converter('oklch');
const toRgb = converter('rgb');

function oklch(hex: Hex): { l: number; c: number; h: number | undefined } {
  const colour = toOklch(hex);
  if (colour === undefined) throw new Error(`${hex} is no colour`);
  return { l: colour.l, c: colour.c, h: colour.h };
}

/** Degrees between the hues of two colours; 0 when one of them is grey and has none. */
function hueBetween(one: Hex, other: Hex): number {
  const [a, b] = [oklch(one), oklch(other)];
  if (a.h === undefined || b.h === undefined || a.c < 0.01) return 0;
  const turn = Math.abs(a.h - b.h) % 360;
  return Math.min(turn, 360 - turn);
}

/** The least step of lightness at which some colour of this hue passes: every lightness, one after the other. */
function leastStep(front: Hex, back: Hex, ratio: number): number {
  const { l, c, h } = oklch(front);
  let least = Number.POSITIVE_INFINITY;
  for (let lightness = 0; lightness <= 1.0005; lightness += 0.0005) {
    const { r, g, b } = toRgb(clampChroma({ mode: 'oklch', l: Math.min(1, lightness), c, h }, 'oklch'));
    const candidate = toHex(r * 255, g * 255, b * 255);
    if (toContrast(candidate, back) >= ratio && hueBetween(front, candidate) <= 5)
      least = Math.min(least, Math.abs(lightness - l));
  }
  return least;
}

const colour = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
  .map(([red, green, blue]) => toHex(red, green, blue));

describe('a suggested colour', () => {
  it('passes, keeps the hue, and moves lightness no further than it must', () => {
    fc.assert(
      fc.property(colour, colour, fc.constantFrom(3, 4.5), (front, back, ratio) => {
        fc.pre(toContrast(front, back) < ratio);
        const suggested = suggestColour(front, back, ratio);
        if (suggested === null) throw new Error(`nothing for ${front} on ${back}`);
        expect(toContrast(suggested, back)).toBeGreaterThanOrEqual(ratio);
        expect(hueBetween(front, suggested)).toBeLessThanOrEqual(5);
        // Two steps of an 8-bit channel: that much writing the colour down may cost.
        const step = Math.abs(oklch(suggested).l - oklch(front).l);
        expect(step).toBeLessThanOrEqual(leastStep(front, back, ratio) + 0.009);
      }),
      { numRuns: 60, seed: 5 },
    );
  });

  it.each([
    ['#17BB58', '#FFFFFF'],
    ['#F42C50', '#FFFFFF'],
    ['#FFD54F', '#FFFFFF'],
    ['#808080', '#777777'],
    ['#2C3350', '#101522'],
    ['#FEAF35', '#458173'],
    ['#66A7DC', '#11891F'],
    ['#F36D55', '#5D7F38'],
  ])('is found for %s on %s', (front, back) => {
    const [one, other] = [readHex(front), readHex(back)];
    if (one === null || other === null) throw new Error('no colours');
    const suggested = suggestColour(one, other, 4.5);
    if (suggested === null) throw new Error('nothing is suggested');
    expect(toContrast(suggested, other)).toBeGreaterThanOrEqual(4.5);
    expect(hueBetween(one, suggested)).toBeLessThanOrEqual(5);
  });

  it('is none when no lightness reaches the ratio', () => {
    expect(suggestColour(toHex(128, 128, 128), toHex(119, 119, 119), 7)).toBeNull();
  });
});
