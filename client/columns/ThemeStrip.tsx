import type { CSSProperties } from 'react';
import { isOwnTheme, rateThemes, readTheme } from '#contract/colour/theme.ts';
import type { Conference } from '#contract/readConference.ts';
import { THEME_ROLES, THEMES } from '#contract/values.ts';
import styles from './cells.module.css';

/** The ten colours of a conference in a line, dark theme first: small enough for a cell of the table. */
export function ThemeStrip({ conference }: { conference: Conference }) {
  const themes = THEMES.map((theme) => ({ theme, colours: readTheme(conference, theme) }));
  return (
    <span className={styles.strip} role="img" aria-label={describe(conference)} title={describe(conference)}>
      {themes.map(({ theme, colours }) => (
        <span key={theme} className={styles.theme}>
          {THEME_ROLES.map((role) => {
            const { hex, source } = colours[role];
            return (
              <span
                key={role}
                className={styles.colour}
                data-source={source}
                style={hex === null ? undefined : toColour(hex)}
              />
            );
          })}
        </span>
      ))}
    </span>
  );
}

function toColour(hex: string): CSSProperties & Record<'--colour', string> {
  return { '--colour': hex };
}

/** What a strip says to whoever cannot see it. */
function describe(conference: Conference): string {
  const rating = rateThemes(conference);
  if (rating === 'default') return 'Default theme';
  const own = THEMES.filter((theme) => isOwnTheme(readTheme(conference, theme)));
  return `Own colours: ${own.join(' and ')}; ${RATING_WORDS[rating]}`;
}

const RATING_WORDS = {
  unmeasured: 'not as #RRGGBB',
  passes: 'passes WCAG AA',
  fails: 'fails WCAG AA',
} as const;
