import { useSyncExternalStore } from 'react';
import { COLUMN_IDS, type ColumnId, isColumnId } from '#contract/columns.ts';
import { readObject } from '#contract/read.ts';
import { zoneParameter } from '#contract/view/parameters.ts';
import type { View } from '#contract/view/view.ts';
import { browserZone, chooseZone, type ZoneInUse } from './lib/zone.ts';

/** How often the list is asked for again, in seconds; 0 is never. */
export const INTERVALS = [0, 10, 30, 60, 300] as const;

export const SCHEMES = ['system', 'light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** How high rows are. */
const DENSITIES = ['compact', 'roomy'] as const;
export type Density = (typeof DENSITIES)[number];

/** What this browser likes, kept in it. It applies only where the address is silent. */
export interface Preferences {
  readonly columns: readonly ColumnId[] | null;
  /** of the columns that the reader made wider or narrower, rem */
  readonly widths: Readonly<Partial<Record<ColumnId, number>>>;
  readonly density: Density;
  readonly zone: string;
  readonly interval: number;
  readonly scheme: Scheme;
  /** null: where there is room for it */
  readonly timeline: boolean | null;
  /** whether single letters act as keys */
  readonly keys: boolean;
}

const DEFAULTS: Preferences = {
  columns: null,
  widths: {},
  density: 'compact',
  zone: '',
  interval: 30,
  scheme: 'system',
  timeline: null,
  keys: true,
};

const KEY = 'callboard.preferences';
const listeners = new Set<() => void>();
let current: Preferences | undefined;

/** Reads what was kept; whatever is missing or bad is its default. A browser may refuse to keep anything. */
export function readPreferences(text: string | null): Preferences {
  let kept: Partial<Record<keyof Preferences, unknown>>;
  try {
    kept = Object(JSON.parse(text ?? '{}'));
  } catch {
    return DEFAULTS;
  }
  const words = Array.isArray(kept.columns) ? kept.columns.filter((word) => typeof word === 'string') : [];
  const columns = [...new Set(words.filter(isColumnId))];
  return {
    columns: columns.length > 0 ? columns : null,
    widths: readWidths(kept.widths),
    density: DENSITIES.find((density) => density === kept.density) ?? DEFAULTS.density,
    zone: typeof kept.zone === 'string' ? zoneParameter.read(kept.zone) : DEFAULTS.zone,
    interval: INTERVALS.find((seconds) => seconds === kept.interval) ?? DEFAULTS.interval,
    scheme: SCHEMES.find((scheme) => scheme === kept.scheme) ?? DEFAULTS.scheme,
    timeline: typeof kept.timeline === 'boolean' ? kept.timeline : DEFAULTS.timeline,
    keys: kept.keys !== false,
  };
}

/** rem: no column can be drawn narrower or wider. */
const [NARROWEST, WIDEST] = [4, 60];

function readWidths(kept: unknown): Preferences['widths'] {
  const widths = readObject(kept) ?? {};
  const bounded = COLUMN_IDS.flatMap((id): [ColumnId, number][] => {
    const width = widths[id];
    return typeof width === 'number' ? [[id, boundWidth(width)]] : [];
  });
  return Object.fromEntries(bounded);
}

/** Keeps the width of a column (rem) within what is of use. */
export function boundWidth(width: number): number {
  return Math.min(Math.max(width, NARROWEST), WIDEST);
}

/** What this browser likes. */
export function loadPreferences(): Preferences {
  current ??= readKept();
  return current;
}

function readKept(): Preferences {
  const kept = readPreferences(attempt(() => localStorage.getItem(KEY)) ?? null);
  dress(kept);
  return kept;
}

/** The IANA zone in which times are told: of the address, of this browser's reader, or the browser's own. */
export function zoneOf({ tz }: Pick<View, 'tz'>, { zone }: Pick<Preferences, 'zone'>): ZoneInUse {
  return chooseZone(tz, zone, browserZone());
}

/** A browser that keeps nothing still has a board. */
function attempt<Value>(action: () => Value): Value | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

/** The colour scheme is the style sheet's business: it stands on the root element. */
function dress({ scheme }: Preferences): void {
  document.documentElement.dataset.scheme = scheme;
}

/** What the reader changes in another page of this browser holds here too. */
function onStorage({ key }: StorageEvent): void {
  if (key !== KEY) return;
  current = readKept();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('storage', onStorage);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('storage', onStorage);
  };
}

/** What this browser likes, and how to change it. */
export function usePreferences(): [Preferences, (change: Partial<Preferences>) => void] {
  return [useSyncExternalStore(subscribe, loadPreferences), changePreferences];
}

function changePreferences(change: Partial<Preferences>): void {
  // Another page may have kept something meanwhile; a browser that keeps nothing has only what this one knows.
  const next = { ...(attempt(() => localStorage.getItem(KEY)) ? readKept() : loadPreferences()), ...change };
  current = next;
  attempt(() => localStorage.setItem(KEY, JSON.stringify(next)));
  dress(next);
  for (const listener of listeners) listener();
}
