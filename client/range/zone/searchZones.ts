import { toZoneText, type ZoneOption } from './zones.ts';

/** "+5:30", "utc-3", "GMT +0545" */
const OFFSET = /^(?:utc|gmt)?\s*([+\-−])\s*(\d{1,2})(?::?(\d\d))?$/i;

/**
 * The zones that fit what is typed: a city, a country's or a zone's name, an abbreviation or an offset. The
 * best first, and among equals those that many people mean; all of them while nothing is typed.
 */
export function searchZones<Zone extends ZoneOption>(zones: readonly Zone[], typed: string): readonly Zone[] {
  const offset = readOffset(typed);
  const text = toZoneText(typed);
  if (text === '') return zones;
  const rank = (zone: Zone) => {
    if (offset !== null) return zone.offset === offset ? 0 : NO_FIT;
    return rankByText(zone, text);
  };
  return zones
    .map((zone, place) => ({ zone, place, rank: rank(zone) * 2 + (zone.known ? 0 : 1) }))
    .filter((found) => found.rank < NO_FIT * 2)
    .sort((a, b) => a.rank - b.rank || a.place - b.place)
    .map(({ zone }) => zone);
}

const NO_FIT = 9;

function rankByText(zone: ZoneOption, text: string): number {
  if (zone.abbreviations.includes(text)) return 0;
  if (toZoneText(zone.city).startsWith(text)) return 1;
  return ` ${zone.words}`.includes(` ${text}`) ? 2 : NO_FIT;
}

/** An offset as typed in the form of `+05:30`; null when it is none. */
function readOffset(typed: string): string | null {
  const match = OFFSET.exec(typed.trim());
  if (match === null) return null;
  const [, sign, hours = '', minutes = '00'] = match;
  return `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`;
}
