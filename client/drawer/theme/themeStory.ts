import { ENOUGH, isLight } from '#contract/colour/contrast.ts';
import { measurePair, PAIRS, type ThemeColours } from '#contract/colour/theme.ts';
import { THEME_ROLES, THEMES, type Theme } from '#contract/values.ts';
import { THEME_WORDS } from './colourWords.ts';

/** How both themes fare, in a line: "Dark: 4 of 5 fail AA · Light: passes". */
export function toThemeLine(colours: Readonly<Record<Theme, ThemeColours>>): string {
  return THEMES.map((theme) => `${THEME_WORDS[theme]}: ${toVerdict(colours[theme])}`).join(' · ');
}

function toVerdict(colours: ThemeColours): string {
  const ratios = PAIRS.map((pair) => measurePair(colours, pair)?.ratio).filter(
    (ratio) => ratio !== undefined,
  );
  const failing = ratios.filter((ratio) => ratio < ENOUGH.text).length;
  const unknown = PAIRS.length - ratios.length;
  const words = [
    ...(failing > 0 ? [`${failing} of ${PAIRS.length} fail AA`] : []),
    ...(unknown > 0 ? [`${unknown} of ${PAIRS.length} cannot be measured`] : []),
    ...(isUntouched(colours) ? ['left at the default'] : []),
  ];
  return words.join(', ') || 'passes';
}

/** What is to be said of two themes before any figures: whose they are, and whether they are what they are called. */
export function toThemeStory(colours: Readonly<Record<Theme, ThemeColours>>): string[] {
  const untouched = THEMES.filter((theme) => isUntouched(colours[theme]));
  const story =
    untouched.length === THEMES.length
      ? ['Both themes are left at the documented defaults: nobody chose these colours.']
      : untouched.map((theme) => `The ${theme} theme is left at the documented defaults.`);
  for (const theme of THEMES) {
    const ground = colours[theme].background.hex;
    const other = theme === 'dark' ? 'light' : 'dark';
    if (ground !== null && isLight(ground) === (theme === 'dark'))
      story.push(`The ${theme} theme is ${other}: its background is ${ground}.`);
    const bad = THEME_ROLES.filter((role) => colours[theme][role].source === 'invalid');
    if (bad.length > 0)
      story.push(
        `${THEME_WORDS[theme]} ${bad.join(', ')}: no #RRGGBB. The picture shows the documented default instead.`,
      );
  }
  return story;
}

function isUntouched(colours: ThemeColours): boolean {
  return THEME_ROLES.every((role) => ['default', 'inherited'].includes(colours[role].source));
}
