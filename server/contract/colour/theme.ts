import { DEFAULT_COLOURS, THEME_ROLES, THEMES, type Theme, type ThemeRole } from '../values.ts';
import { ENOUGH, toContrast, toLabelColour } from './contrast.ts';
import { type Hex, readHex } from './hex.ts';

/**
 * Where a colour comes from: somebody chose it, it is the documented default, it is null and inherits that
 * default, or it is no `#RRGGBB` at all.
 */
export type ColourSource = 'own' | 'default' | 'inherited' | 'invalid';

export interface ThemeColour {
  /** as it came */
  text: string | null;
  source: ColourSource;
  /** what people see; null when the text is no colour */
  hex: Hex | null;
}

export type ThemeColours = Readonly<Record<ThemeRole, ThemeColour>>;

type ColourFields = Readonly<Record<`${Theme}_${ThemeRole}`, string | null>>;

/** The five colours of one theme of a conference. */
export function readTheme(conference: ColourFields, theme: Theme): ThemeColours {
  const read = (role: ThemeRole) => readColour(conference[`${theme}_${role}`], role);
  return {
    primary: read('primary'),
    background: read('background'),
    foreground: read('foreground'),
    success: read('success'),
    negative: read('negative'),
  };
}

function readColour(text: string | null, role: ThemeRole): ThemeColour {
  const standard = readHex(DEFAULT_COLOURS[role]);
  if (text === null) return { text, source: 'inherited', hex: standard };
  const hex = readHex(text);
  if (hex === null) return { text, source: 'invalid', hex };
  return { text, source: hex.toUpperCase() === standard ? 'default' : 'own', hex };
}

/** The colours that meet on a meeting page. A button's label is black or white, whichever reads better. */
export const PAIRS = [
  { front: 'foreground', back: 'background', words: 'Text on background', sign: false },
  { front: 'primary', back: 'background', words: 'Primary on background', sign: true },
  { front: 'success', back: 'background', words: 'Success on background', sign: true },
  { front: 'negative', back: 'background', words: 'Negative on background', sign: true },
  { front: 'label', back: 'primary', words: 'Label on primary', sign: false },
] as const;

export type Pair = (typeof PAIRS)[number];

/** A pair of colours that meet, as WCAG measures them. */
export interface MeasuredPair {
  pair: Pair;
  front: Hex;
  back: Hex;
  /** contrast ratio, 1 to 21 */
  ratio: number;
}

/** Measures a pair; null when one of the two is no colour. */
export function measurePair(colours: ThemeColours, pair: Pair): MeasuredPair | null {
  const back = colours[pair.back].hex;
  if (back === null) return null;
  const front = pair.front === 'label' ? toLabelColour(back) : colours[pair.front].hex;
  return front === null ? null : { pair, front, back, ratio: toContrast(front, back) };
}

/** Whether somebody chose a colour of the theme. */
export function isOwnTheme(colours: ThemeColours): boolean {
  return THEME_ROLES.some((role) => colours[role].source === 'own');
}

/**
 * Whether one of the two themes has a colour of its own and a pair that misses WCAG AA as text. A theme left
 * at the documented defaults never counts, though two of its pairs miss it: nobody chose them. Asked of every
 * conference of a list: most are known to be untouched without reading a colour.
 */
export function themeFails(conference: ColourFields): boolean {
  return THEMES.some((theme) => {
    if (THEME_ROLES.every((role) => isDefault(conference[`${theme}_${role}`], role))) return false;
    const colours = readTheme(conference, theme);
    if (!isOwnTheme(colours)) return false;
    return PAIRS.some((pair) => (measurePair(colours, pair)?.ratio ?? ENOUGH.text) < ENOUGH.text);
  });
}

function isDefault(text: string | null, role: ThemeRole): boolean {
  return text === null || text === DEFAULT_COLOURS[role];
}
