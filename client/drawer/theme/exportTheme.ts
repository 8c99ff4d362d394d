import { readTheme } from '#contract/colour/theme.ts';
import type { Conference } from '#contract/readConference.ts';
import { THEME_ROLES, THEMES } from '#contract/values.ts';

/**
 * The ten colours as CSS custom properties. Null takes its documented default, and says so; what is no colour
 * is left out: its text could end the rule and begin another.
 */
export function writeThemeCss(conference: Conference): string {
  const lines = THEMES.flatMap((theme) => {
    const colours = readTheme(conference, theme);
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
