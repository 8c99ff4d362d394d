import { DEFAULT_COLOURS, type Theme, type ThemeRole } from '#contract/values.ts';
import type { Dice } from './dice.ts';

/** primary, background, foreground, success, negative: the order of THEME_ROLES */
type Palette = readonly [string, string, string, string, string];

const UNSET = [null, null, null, null, null] as const;

/** Dark themes that are dark, and readable. */
const DARK: readonly Palette[] = [
  ['#7AA2FF', '#0E1320', '#E8ECF6', '#3FCF8E', '#FF7A85'],
  ['#F0B429', '#1B1A17', '#F5F1E6', '#7BC47F', '#FF8F6B'],
  ['#4fd1c5', '#0b1f24', '#e6fffa', '#68d391', '#fc8181'],
  ['#C792EA', '#17111F', '#EEE6F7', '#8BD5A0', '#FF869A'],
];

/** Light themes that are readable. */
const LIGHT: readonly Palette[] = [
  ['#0B5FFF', '#FFFFFF', '#10162A', '#087443', '#B42318'],
  ['#7A4B00', '#FFFBF2', '#2B2112', '#2E6B34', '#A3290F'],
  ['#00665E', '#F3FBFA', '#0F2A2E', '#1B6E3C', '#A8201A'],
  ['#6B21A8', '#FBF8FF', '#251433', '#146C43', '#B3133F'],
];

/** Brand colours nobody tried to read: pale on white, grey on grey, red on green. */
const POOR: readonly Palette[] = [
  ['#FFD54F', '#FFFFFF', '#B0B7C3', '#A5E8C0', '#FFC9CE'],
  ['#8A8F98', '#777C85', '#9BA1AA', '#7F9F86', '#A08488'],
  ['#D32F2F', '#388E3C', '#F57C00', '#43A047', '#E53935'],
  ['#1A237E', '#101522', '#2C3350', '#1B3D2B', '#4A1620'],
];

type ColourFields = Record<`${Theme}_${ThemeRole}`, string | null>;

const OF_DEFAULTS: Palette = [
  DEFAULT_COLOURS.primary,
  DEFAULT_COLOURS.background,
  DEFAULT_COLOURS.foreground,
  DEFAULT_COLOURS.success,
  DEFAULT_COLOURS.negative,
];

/** The ten colours of a conference: mostly untouched, else a brand's, good or bad, or not set at all. */
export function throwColours(dice: Dice): ColourFields {
  const kind = dice.next();
  if (kind < 0.45) return toFields(OF_DEFAULTS, OF_DEFAULTS);
  if (kind < 0.55) return toFields(null, null);
  if (kind < 0.75) return toFields(dice.pick(DARK), dice.pick(LIGHT));
  // a brand that filled in both themes with its light colours
  if (kind < 0.85) return toFields(dice.pick(LIGHT), dice.pick(LIGHT));
  if (kind < 0.93) return toFields(dice.pick(POOR), dice.pick(POOR));
  return { ...toFields(dice.pick(DARK), OF_DEFAULTS), dark_success: null, light_negative: null };
}

/** Both themes as wire fields; null where there is no palette. */
function toFields(dark: Palette | null, light: Palette | null): ColourFields {
  const [darkPrimary, darkBackground, darkForeground, darkSuccess, darkNegative] = dark ?? UNSET;
  const [lightPrimary, lightBackground, lightForeground, lightSuccess, lightNegative] = light ?? UNSET;
  return {
    dark_primary: darkPrimary,
    dark_background: darkBackground,
    dark_foreground: darkForeground,
    dark_success: darkSuccess,
    dark_negative: darkNegative,
    light_primary: lightPrimary,
    light_background: lightBackground,
    light_foreground: lightForeground,
    light_success: lightSuccess,
    light_negative: lightNegative,
  };
}
