import { THEME_ROLES, THEMES, type Theme } from '#contract/values.ts';
import { isLight } from '../../../lib/contrast.ts';
import { isOwnTheme, type ThemeColours } from '../../../roster/theme.ts';
import { THEME_WORDS } from './colourWords.ts';

/** What is to be said of two themes before any figures: whose they are, and whether they are what they are called. */
export function toThemeStory(colours: Readonly<Record<Theme, ThemeColours>>): string[] {
  const own = THEMES.filter((theme) => isOwnTheme(colours[theme]));
  const story: string[] = [];
  if (own.length === 0)
    story.push('Both themes are left at the documented defaults: nobody chose these colours.');
  else
    for (const theme of THEMES.filter((each) => !own.includes(each)))
      story.push(`The ${theme} theme is left at the documented defaults.`);
  for (const theme of THEMES) {
    const ground = colours[theme].background.hex;
    if (ground !== null && isLight(ground) !== (theme === 'light'))
      story.push(
        `The ${theme} theme is ${theme === 'dark' ? 'light' : 'dark'}: its background is ${ground}.`,
      );
    const bad = THEME_ROLES.filter((role) => colours[theme][role].source === 'invalid');
    if (bad.length > 0)
      story.push(
        `${THEME_WORDS[theme]} theme: no #RRGGBB in ${bad.join(', ')}; the picture shows the default there.`,
      );
  }
  return story;
}
