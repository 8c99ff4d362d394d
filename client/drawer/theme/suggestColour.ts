import { clampChroma, converter, modeOklch, modeRgb, type Oklch, useMode as register } from 'culori/fn';
import { toContrast } from '#contract/colour/contrast.ts';
import { type Hex, toHex } from '#contract/colour/hex.ts';

register(modeRgb);
register(modeOklch);
const toOklch = converter('oklch');
const toRgb = converter('rgb');

/** How finely lightness (0 to 1) is searched; 8-bit colours lie further apart than this. */
const STEP = 0.001;

/** How far the hue may drift by writing the colour in 8 bits, in degrees. */
const HUE_DRIFT = 5;

/** Rounding to 8 bits cannot lift a ratio from below this part of what is wanted. */
const NEARLY = 0.96;

/** Below this chroma a colour is grey to the eye, and its hue says nothing. */
const GREY = 0.01;

/**
 * The colour nearest to `front` that reaches a contrast ratio on `back`: lightness moves as little as it must,
 * hue is kept within 5°, chroma as far as the sRGB gamut allows. Null when no lightness reaches it.
 */
export function suggestColour(front: Hex, back: Hex, ratio: number): Hex | null {
  const start = toOklch(front);
  if (start === undefined) return null;
  for (let away = STEP; away < 1 + STEP; away += STEP) {
    for (const lightness of [start.l - away, start.l + away]) {
      if (lightness < -STEP || lightness > 1 + STEP) continue;
      const channels = toChannels({ ...start, l: Math.min(1, Math.max(0, lightness)) });
      if (toContrast(toHex(...channels), back) < ratio * NEARLY) continue;
      const passing = toHexesAround(channels).filter((hex) => toContrast(hex, back) >= ratio);
      const [best] = passing
        .map((hex) => ({ hex, drift: hueDrift(hex, start) }))
        .sort((one, other) => one.drift - other.drift);
      if (best !== undefined && best.drift <= HUE_DRIFT) return best.hex;
    }
  }
  return null;
}

type Channels = [red: number, green: number, blue: number];

/** Channels, 0 to 255 and not yet rounded, of a colour brought into the sRGB gamut by giving up chroma alone. */
function toChannels(colour: Oklch): Channels {
  const { r, g, b } = toRgb(clampChroma(colour, 'oklch'));
  return [r * 255, g * 255, b * 255];
}

/** The 8-bit colours on all sides of a colour: the one nearest in value is not always nearest in hue. */
function toHexesAround([red, green, blue]: Channels): Hex[] {
  const sides = [Math.floor, Math.ceil];
  return sides.flatMap((r) => sides.flatMap((g) => sides.map((b) => toHex(r(red), g(green), b(blue)))));
}

/** Degrees between the hue of a candidate and the one it started from; 0 when either is grey. */
function hueDrift(candidate: Hex, start: Oklch): number {
  const hue = toOklch(candidate)?.h;
  if (start.h === undefined || hue === undefined || start.c < GREY) return 0;
  const turn = Math.abs(hue - start.h) % 360;
  return Math.min(turn, 360 - turn);
}
