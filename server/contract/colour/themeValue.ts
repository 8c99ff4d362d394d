import { THEME_ROLES, THEMES, type Theme, type ThemeRole } from '../values.ts';
import { type ColourFields, isOwnTheme, readTheme, type ThemeColour } from './theme.ts';

/*
 * The ten colours of a conference as one short text, by which the list is filtered: dark theme first, with a dash
 * between two. A colour is its six digits in small letters; what is no colour is `~` and the text as it came.
 */

/** Two themes without any colour of their own. */
const DEFAULT_THEME = 'default';

/** The most of one text, UTF-16 units: longer ones that begin alike are found together. */
const LONGEST = 24;

/** Conferences whose themes look alike have one value, whether their colours are inherited or written out. */
export function writeThemeValue(conference: ColourFields): string {
  const both = THEMES.map((theme) => readTheme(conference, theme));
  if (!both.some(isOwnTheme)) return DEFAULT_THEME;
  return both.flatMap((colours) => THEME_ROLES.map((role) => writeColour(colours[role]))).join('-');
}

/** What is shown of a value: each colour as `#rrggbb`, or the text in its place. Null for the default and for no value. */
export function readThemeValue(value: string): Readonly<Record<Theme, Record<ThemeRole, string>>> | null {
  const texts = value.split('-').map(readColour);
  if (texts.length !== THEMES.length * THEME_ROLES.length) return null;
  const [dark, light] = [texts.slice(0, THEME_ROLES.length), texts.slice(THEME_ROLES.length)].map(toRoles);
  return dark && light ? { dark, light } : null;
}

function toRoles([primary = '', background = '', foreground = '', success = '', negative = '']: string[]) {
  return { primary, background, foreground, success, negative };
}

function writeColour({ text, hex }: ThemeColour): string {
  if (hex !== null) return hex.slice(1).toLowerCase();
  const cut = (text ?? '').slice(0, LONGEST).toWellFormed();
  return `~${cut.replaceAll('%', '%25').replaceAll('-', '%2D')}`;
}

function readColour(part: string): string {
  if (/^[0-9a-f]{6}$/.test(part)) return `#${part}`;
  return part.replace(/^~/, '').replaceAll('%2D', '-').replaceAll('%25', '%');
}
