import { fold } from '#contract/text/fold.ts';
import type { TemporalApi } from '../../lib/temporal.ts';
import { abbreviate } from './abbreviations.ts';
import { toZoneName } from './zoneNames.ts';

/** A zone as one looks for it. */
export interface ZoneOption {
  /** IANA name, for the address */
  readonly id: string;
  /** "Kolkata" */
  readonly city: string;
  /** "Asia", "" for UTC */
  readonly region: string;
  /** what its time is called, "India Standard Time" */
  readonly name: string;
  /** offset from UTC at the moment, "+05:30" */
  readonly offset: string;
  /** folded: "ist" */
  readonly abbreviations: readonly string[];
  /** folded: everything else that it may be looked for by */
  readonly words: string;
  /** one of those that many people mean */
  readonly known: boolean;
}

/** A browser takes 0.3 ms to make a format: so many at a time leave the page free to answer. */
const BATCH = 40;

/** Every zone of this browser at an instant (ms), by city; UTC is not among them. */
export async function readZones(temporal: TemporalApi, now: number): Promise<readonly ZoneOption[]> {
  const ids = Intl.supportedValuesOf('timeZone').filter((id) => id !== 'UTC');
  const zones: ZoneOption[] = [];
  for (let start = 0; start < ids.length; start += BATCH) {
    zones.push(...ids.slice(start, start + BATCH).map((id) => readZone(temporal, id, now)));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return zones.sort((a, b) => a.city.localeCompare(b.city, 'en'));
}

/** One zone at an instant (ms). Throws a RangeError when there is none of that name. */
export function readZone(temporal: TemporalApi, zone: string, now: number): ZoneOption {
  const id = toZoneName(zone);
  const place = id.lastIndexOf('/');
  const city = id.slice(place + 1).replaceAll('_', ' ');
  const region = id.slice(0, Math.max(place, 0)).replaceAll('_', ' ');
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'long' });
  const nameAt = (instant: number) =>
    format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? '';
  // Half a year away is the other half of a zone that changes its clocks.
  const names = [nameAt(now), nameAt(now + 182 * 86_400_000)];
  const cities = KNOWN_CITIES[id];
  return {
    id,
    city,
    region,
    name: names[0] ?? '',
    offset: temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).offset,
    abbreviations: [...new Set(names.flatMap(abbreviate).map(toZoneText))],
    words: toZoneText([city, cities ?? '', id, zone, ...names].join(' ')),
    known: cities !== undefined,
  };
}

/** A zone's name, or what is typed for one, as words to compare: "America/São_Paulo" is "america sao paulo". */
export function toZoneText(text: string): string {
  return fold(text)
    .replace(/[\s_/]+/g, ' ')
    .trim();
}

/**
 * Zones that many people mean, first among those that fit a search, each with well-known cities that share
 * its clock and have no zone of their own.
 */
const KNOWN_CITIES: Readonly<Record<string, string>> = {
  'America/New_York': 'Washington Boston Miami Atlanta Philadelphia',
  'America/Los_Angeles': 'San Francisco Seattle San Diego Las Vegas Portland',
  'America/Chicago': 'Dallas Houston Austin Minneapolis New Orleans',
  'America/Denver': 'Salt Lake City Albuquerque',
  'America/Phoenix': 'Tucson',
  'America/Toronto': 'Montreal Ottawa',
  'America/Vancouver': 'Victoria',
  'America/Sao_Paulo': 'Rio de Janeiro Brasilia',
  'America/Argentina/Buenos_Aires': '',
  'America/Mexico_City': '',
  'Europe/London': 'Edinburgh Manchester Birmingham Cardiff Belfast',
  'Europe/Paris': 'Lyon Marseille',
  'Europe/Berlin': 'Munich Hamburg Frankfurt Cologne',
  'Europe/Madrid': 'Barcelona',
  'Europe/Rome': 'Milan Naples',
  'Europe/Zurich': 'Geneva Bern Basel',
  'Europe/Amsterdam': 'Rotterdam The Hague',
  'Europe/Athens': '',
  'Europe/Kyiv': '',
  'Europe/Istanbul': 'Ankara',
  'Europe/Moscow': 'Saint Petersburg',
  'Africa/Johannesburg': 'Cape Town Durban Pretoria',
  'Africa/Lagos': 'Abuja',
  'Africa/Nairobi': '',
  'Africa/Cairo': 'Alexandria',
  'Asia/Jerusalem': 'Tel Aviv Haifa',
  'Asia/Dubai': 'Abu Dhabi',
  'Asia/Karachi': 'Islamabad Lahore',
  'Asia/Kolkata': 'Mumbai Delhi Bangalore Bengaluru Chennai Hyderabad',
  'Asia/Bangkok': '',
  'Asia/Ho_Chi_Minh': 'Saigon Hanoi',
  'Asia/Singapore': '',
  'Asia/Hong_Kong': '',
  'Asia/Shanghai': 'Beijing Shenzhen Guangzhou',
  'Asia/Manila': '',
  'Asia/Seoul': '',
  'Asia/Tokyo': 'Osaka Kyoto',
  'Australia/Sydney': 'Canberra',
  'Pacific/Auckland': 'Wellington Christchurch',
};
