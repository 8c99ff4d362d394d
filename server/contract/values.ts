/**
 * The plain values of the contract, for server and browser alike: nothing here
 * needs a schema, so it may stand in the browser bundle. Source of every list: SignalWire's OpenAPI of `GET /api/video/conferences`.
 * Each list is OPEN: a value that is not in it is still shown, as the raw text.
 */

/** The one path that SignalWire and Callboard both serve. */
export const CONFERENCES_PATH = '/api/video/conferences';

/** Where the page tells its server of a fault of its own. */
export const FAULTS_PATH = '/api/faults';

/**
 * Key that Callboard adds to a row from which it had to leave fields out, because they are nested so deeply
 * that no JSON can be written of them: the names of those fields.
 */
export const LEFT_OUT = 'callboard_left_out';

/** The six query parameters of the endpoint; there are no others. */
export const QUERY_PARAMETERS = [
  'starts_after',
  'ends_before',
  'include_active_session',
  'page_number',
  'page_size',
  'page_token',
] as const;

/** Rows a page when `page_size` is absent, and the most that may be asked for. */
export const DEFAULT_PAGE_SIZE = 50;
export const MAX_PAGE_SIZE = 1000;

export const QUALITIES = ['720p', '1080p'] as const;

export const LAYOUTS = [
  'grid-responsive',
  'grid-responsive-mobile',
  'highlight-1-responsive',
  '1x1',
  '2x1',
  '2x2',
  '5up',
  '3x3',
  '4x4',
  '5x5',
  '6x6',
  '8x8',
  '10x10',
] as const;

export const SIZES = ['small', 'medium', 'large'] as const;

/** The most members each size admits, from SignalWire's guide to conference sizes. */
export const SIZE_MEMBERS: Readonly<Record<(typeof SIZES)[number], number>> = {
  small: 10,
  medium: 50,
  large: 300,
};

/** `fps` is a number in the SDKs' types and a string in the published OpenAPI; both are accepted. */
export const FRAME_RATES = ['20', '30'] as const;

export const THEMES = ['dark', 'light'] as const;
export const THEME_ROLES = ['primary', 'background', 'foreground', 'success', 'negative'] as const;

export type Theme = (typeof THEMES)[number];
export type ThemeRole = (typeof THEME_ROLES)[number];

/** The documented default of each role; the same for the dark and the light theme. */
export const DEFAULT_COLOURS: Readonly<Record<ThemeRole, string>> = {
  primary: '#044EF4',
  background: '#FFFFFF',
  foreground: '#1D2127',
  success: '#17BB58',
  negative: '#F42C50',
};
