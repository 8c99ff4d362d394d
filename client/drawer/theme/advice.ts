import { ENOUGH } from '#contract/colour/contrast.ts';
import type { Hex } from '#contract/colour/hex.ts';
import { type MeasuredPair, measurePair, PAIRS, type ThemeColours } from '#contract/colour/theme.ts';
import { THEMES, type Theme, type ThemeRole } from '#contract/values.ts';
import { suggestColour } from './suggestColour.ts';

/** A pair that misses WCAG AA, and the nearest colours that would not. */
export interface Advice {
  /** in which themes these two colours meet */
  themes: Theme[];
  role: ThemeRole;
  measured: MeasuredPair;
  asText: Hex | null;
  /** for signs that are no text; only where the pair fails for these too */
  asIndicator: Hex | null;
}

/** A theme in which each colour that misses WCAG AA for text is the nearest that does not. */
export function correctTheme(colours: ThemeColours): ThemeColours {
  const corrected = { ...colours };
  for (const pair of PAIRS) {
    const measured = measurePair(colours, pair);
    // A label is black or white, and one of the two always passes.
    if (measured === null || pair.front === 'label' || measured.ratio >= ENOUGH.text) continue;
    const hex = suggestColour(measured.front, measured.back, ENOUGH.text);
    if (hex !== null) corrected[pair.front] = { text: hex, source: 'own', hex };
  }
  return corrected;
}

/** What is wrong in the two themes, and what would mend it; a pair that both have is told once. */
export function toAdvice(colours: Readonly<Record<Theme, ThemeColours>>): Advice[] {
  const found = new Map<string, Advice>();
  for (const theme of THEMES) {
    for (const pair of PAIRS) {
      const measured = measurePair(colours[theme], pair);
      if (measured === null || pair.front === 'label' || measured.ratio >= ENOUGH.text) continue;
      const { front, back, ratio } = measured;
      const key = `${pair.front} ${front} ${back}`.toUpperCase();
      const known = found.get(key);
      if (known !== undefined) {
        known.themes.push(theme);
        continue;
      }
      found.set(key, {
        themes: [theme],
        role: pair.front,
        measured,
        asText: suggestColour(front, back, ENOUGH.text),
        asIndicator: pair.sign && ratio < ENOUGH.sign ? suggestColour(front, back, ENOUGH.sign) : null,
      });
    }
  }
  return [...found.values()];
}
