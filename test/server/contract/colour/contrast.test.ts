import { describe, expect, it } from 'vitest';
import {
  formatRatio,
  gradeText,
  isLight,
  toContrast,
  toLabelColour,
  toLuminance,
} from '#contract/colour/contrast.ts';
import { type Hex, readHex } from '#contract/colour/hex.ts';

function hex(text: string): Hex {
  const read = readHex(text);
  if (read === null) throw new Error(`${text} is no colour`);
  return read;
}

describe('contrast as WCAG 2.2 defines it', () => {
  // Figures of WebAIM's and the W3C's own checkers.
  it.each([
    ['#000000', '#FFFFFF', 21],
    ['#FFFFFF', '#FFFFFF', 1],
    ['#767676', '#FFFFFF', 4.54],
    ['#777777', '#FFFFFF', 4.48],
    ['#17BB58', '#FFFFFF', 2.53],
    ['#F42C50', '#FFFFFF', 3.95],
    ['#044EF4', '#FFFFFF', 6.17],
    ['#1D2127', '#FFFFFF', 16.17],
    ['#FF0000', '#FFFFFF', 4.0],
    ['#00FF00', '#FFFFFF', 1.37],
    ['#0000FF', '#FFFFFF', 8.59],
    ['#FFFF00', '#0000FF', 8.0],
    ['#949494', '#FFFFFF', 3.03],
    ['#595959', '#FFFFFF', 7.0],
  ])('finds %s on %s to be %f', (front, back, ratio) => {
    expect(toContrast(hex(front), hex(back))).toBeCloseTo(ratio, 2);
    expect(toContrast(hex(back), hex(front))).toBe(toContrast(hex(front), hex(back)));
    expect(toContrast(hex(front.toLowerCase()), hex(back))).toBe(toContrast(hex(front), hex(back)));
  });

  it('weighs red, green and blue as the formula does', () => {
    const weights = ['#FF0000', '#00FF00', '#0000FF', '#FFFFFF', '#000000'];
    expect(weights.map((text) => toLuminance(hex(text)).toFixed(4))).toEqual([
      '0.2126',
      '0.7152',
      '0.0722',
      '1.0000',
      '0.0000',
    ]);
  });

  it('grades text at 4.5 and 7', () => {
    expect([4.49, 4.5, 6.99, 7, 21].map(gradeText)).toEqual(['fails', 'AA', 'AA', 'AAA', 'AAA']);
  });

  it('never writes a ratio as enough when it is not', () => {
    expect([4.496, 4.5, 6.999, 2.998, 3.9453, 21].map(formatRatio)).toEqual([
      '4.49:1',
      '4.50:1',
      '6.99:1',
      '2.99:1',
      '3.95:1',
      '21.00:1',
    ]);
  });

  it('finds black or white to reach 4.5 on whatever ground', () => {
    for (let red = 0; red < 256; red += 15)
      for (let green = 0; green < 256; green += 15)
        for (let blue = 0; blue < 256; blue += 15) {
          const ground = hex(`#${((red << 16) | (green << 8) | blue).toString(16).padStart(6, '0')}`);
          expect(toContrast(toLabelColour(ground), ground)).toBeGreaterThanOrEqual(4.5);
        }
  });

  it('tells light grounds from dark ones', () => {
    expect(['#FFFFFF', '#777C85', '#FFD54F'].map((text) => isLight(hex(text)))).toEqual([true, true, true]);
    expect(['#000000', '#1D2127', '#044EF4'].map((text) => isLight(hex(text)))).toEqual([
      false,
      false,
      false,
    ]);
  });
});
