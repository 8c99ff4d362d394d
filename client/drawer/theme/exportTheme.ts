import { readTheme, type ThemeColours } from '#contract/colour/theme.ts';
import type { Conference } from '#contract/readConference.ts';
import { THEME_ROLES, THEMES, type Theme } from '#contract/values.ts';
import { correctTheme } from './advice.ts';

/**
 * The ten colours as CSS custom properties. Null takes its documented default, and says so; what is no colour
 * is left out: its text could end the rule and begin another.
 */
export function writeThemeCss(conference: Conference): string {
  return writeCss((theme) => readTheme(conference, theme));
}

/** The same, each colour that misses WCAG AA for text being the nearest that does not. */
export function writeCorrectedCss(conference: Conference): string {
  return writeCss((theme) => correctTheme(readTheme(conference, theme)));
}

function writeCss(read: (theme: Theme) => ThemeColours): string {
  const lines = THEMES.flatMap((theme) => {
    const colours = read(theme);
    return THEME_ROLES.map((role) => {
      const { hex, source } = colours[role];
      const name = `--${theme}-${role}`;
      if (hex === null) return `  /* ${name} is no colour */`;
      return `  ${name}: ${hex};${source === 'inherited' ? ' /* inherits the default */' : ''}`;
    });
  });
  return [':root {', ...lines, '}', ''].join('\n');
}

/** The ten colours as JSON, by theme and role; null for what inherits and for what is no colour. */
export function writeThemeJson(conference: Conference): string {
  const themes = THEMES.map((theme) => {
    const colours = readTheme(conference, theme);
    const entries = THEME_ROLES.map((role) => {
      const { hex, source } = colours[role];
      return [role, source === 'inherited' ? null : hex];
    });
    return [theme, Object.fromEntries(entries)];
  });
  return `${JSON.stringify(Object.fromEntries(themes), null, 2)}\n`;
}
