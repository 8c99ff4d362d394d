import { BLACK, type Hex, WHITE } from './hex.ts';

/** Light of each 8-bit sRGB channel, 0 to 1 (WCAG 2.2, "relative luminance"). */
const LIGHT = Float64Array.from({ length: 256 }, (_, step) => {
  const channel = step / 255;
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
});

/** The least ratios that WCAG 2.2 asks for: text (1.4.3, 1.4.6), and signs that are no text (1.4.11). */
export const ENOUGH = { text: 4.5, textAAA: 7, sign: 3 } as const;

/** Relative luminance as WCAG 2.2 defines it: 0 is black, 1 is white. */
export function toLuminance(hex: Hex): number {
  const channels = Number.parseInt(hex.slice(1), 16);
  const light = (shift: number) => LIGHT[(channels >> shift) & 255] ?? 0;
  return 0.2126 * light(16) + 0.7152 * light(8) + 0.0722 * light(0);
}

/** Contrast ratio of two colours as WCAG 2.2 defines it: 1 (the same) to 21 (black on white). */
export function toContrast(one: Hex, other: Hex): number {
  const [a, b] = [toLuminance(one), toLuminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** "4.54:1", rounded, but never up to a ratio that would be enough when this one is not. */
export function formatRatio(ratio: number): string {
  const rounded = Math.round(ratio * 100) / 100;
  const flatters = Object.values(ENOUGH).some((enough) => ratio < enough && rounded >= enough);
  return `${(flatters ? Math.floor(ratio * 100) / 100 : rounded).toFixed(2)}:1`;
}

/** What WCAG says of a text: AAA from 7, AA from 4.5. */
export function gradeText(ratio: number): 'AAA' | 'AA' | 'fails' {
  if (ratio >= ENOUGH.textAAA) return 'AAA';
  return ratio >= ENOUGH.text ? 'AA' : 'fails';
}

/** Black or white, whichever reads better on a colour; one of them always reaches 4.5. */
export function toLabelColour(ground: Hex): Hex {
  return toContrast(BLACK, ground) > toContrast(WHITE, ground) ? BLACK : WHITE;
}

/** Whether a ground is light: black reads better on it than white. */
export function isLight(ground: Hex): boolean {
  return toLabelColour(ground) === BLACK;
}
