import type { ConferenceRow } from '../conference.ts';
import { readText } from '../read.ts';
import { DEFAULT_COLOURS, THEME_ROLES, THEMES, type Theme, type ThemeRole } from '../values.ts';
import { ENOUGH, toContrast, toLabelColour } from './contrast.ts';
import { type Hex, readHex } from './hex.ts';

/**
 * Where a colour comes from: somebody chose it (`own`), it is the documented default in whatever case, it is null
 * and inherits that default, or somebody chose what is no `#RRGGBB` (`invalid`): `red`, `#fff` and `#RRGGBBAA` too.
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

type ColourField = `${Theme}_${ThemeRole}`;

/** The colours of a conference, read or as they were sent. */
export type ColourFields = ConferenceRow | Readonly<Record<ColourField, string | null>>;

/** The five colours of one theme of a conference. */
export function readTheme(conference: ColourFields, theme: Theme): ThemeColours {
  const read = (role: ThemeRole) => readColour(readText(conference[`${theme}_${role}`]), role);
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

/** Whether a colour is somebody's own choice, whether it is a colour or not. */
function isOwn({ source }: ThemeColour): boolean {
  return source === 'own' || source === 'invalid';
}

/** Whether a colour of the theme is somebody's own choice. */
export function isOwnTheme(colours: ThemeColours): boolean {
  return THEME_ROLES.some((role) => isOwn(colours[role]));
}

/** How many of the ten colours are somebody's own choice; null where the conference has no colour at all. */
export function countOwnColours(conference: ColourFields): number | null {
  const colours = THEMES.flatMap((theme) => Object.values(readTheme(conference, theme)));
  if (colours.every(({ source }) => source === 'inherited')) return null;
  return colours.filter(isOwn).length;
}

/**
 * What WCAG AA for text says of the themes that have colours of their own. A theme left at the documented defaults
 * never fails, though two of its pairs miss it: nobody chose them. `unmeasured`: none of the own colours is one.
 */
export function rateThemes(conference: ColourFields): 'default' | 'unmeasured' | 'passes' | 'fails' {
  // Asked of every conference of a list: most are known to be untouched without reading a colour.
  const touched = THEMES.filter(
    (theme) => !THEME_ROLES.every((role) => isDefault(conference[`${theme}_${role}`], role)),
  );
  const own = touched.map((theme) => readTheme(conference, theme)).filter(isOwnTheme);
  if (own.length === 0) return 'default';
  const measured = own.filter((colours) => THEME_ROLES.some((role) => colours[role].source === 'own'));
  if (measured.length === 0) return 'unmeasured';
  const misses = (colours: ThemeColours) =>
    PAIRS.some((pair) => (measurePair(colours, pair)?.ratio ?? ENOUGH.text) < ENOUGH.text);
  return measured.some(misses) ? 'fails' : 'passes';
}

/** Whether a theme with colours of its own fails WCAG AA for text. */
export function themeFails(conference: ColourFields): boolean {
  return rateThemes(conference) === 'fails';
}

function isDefault(value: unknown, role: ThemeRole): boolean {
  return value === null || value === undefined || value === DEFAULT_COLOURS[role];
}
