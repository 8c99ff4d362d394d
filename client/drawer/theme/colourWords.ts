import type { ColourSource } from '#contract/colour/theme.ts';
import type { Theme, ThemeRole } from '#contract/values.ts';

export const THEME_WORDS: Readonly<Record<Theme, string>> = { dark: 'Dark', light: 'Light' };

/** What each colour is for, as the documentation says it. */
export const ROLE_WORDS: Readonly<Record<ThemeRole, { label: string; use: string }>> = {
  primary: { label: 'Primary', use: 'buttons and what is selected' },
  background: { label: 'Background', use: 'the page' },
  foreground: { label: 'Foreground', use: 'text' },
  success: { label: 'Success', use: 'what went well' },
  negative: { label: 'Negative', use: 'what went wrong' },
};

/** What is said below a colour of each kind; nothing below one that somebody chose. */
export const SOURCE_WORDS: Readonly<Record<ColourSource, string>> = {
  own: '',
  default: 'default',
  inherited: 'inherits the default',
  invalid: 'invalid',
};
