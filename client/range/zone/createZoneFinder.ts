import type { TemporalApi } from '../../lib/temporal.ts';
import { browserZone } from '../../lib/zone.ts';
import { searchZones } from './searchZones.ts';
import { readZone, readZones, type ZoneOption } from './zones.ts';

/** A zone on offer, and what choosing it writes into the address: "" for the browser's own. */
export interface ZoneChoice extends ZoneOption {
  readonly tz: string;
  /** why it stands on top: "This browser" */
  readonly note?: string;
}

export type ZoneFinder = (typed: string) => readonly ZoneChoice[];

/**
 * Learns every zone as of an instant (ms) and returns the search over them: the browser's own and UTC stand
 * on top, and a name that is typed in full is found even if this browser leaves it out of its list.
 */
export async function createZoneFinder(temporal: TemporalApi, now: number): Promise<ZoneFinder> {
  const own: ZoneChoice = {
    ...readZone(temporal, browserZone() || 'UTC', now),
    tz: '',
    note: 'This browser',
  };
  const utc: ZoneChoice = { ...readZone(temporal, 'UTC', now), tz: 'UTC', known: true };
  const others = (await readZones(temporal, now)).filter(({ id }) => id !== own.id);
  const zones = [
    own,
    ...(own.id === 'UTC' ? [] : [utc]),
    ...others.map((zone) => ({ ...zone, tz: zone.id })),
  ];

  return function findZones(typed) {
    const found = searchZones(zones, typed);
    if (found.length > 0) return found;
    const named = readNamed(temporal, typed.trim(), now);
    return named === null ? [] : [{ ...named, tz: named.id }];
  };
}

/** The zone of that very name, as `EST5EDT` or `US/Eastern`; null when there is none. */
function readNamed(temporal: TemporalApi, name: string, now: number): ZoneOption | null {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    return readZone(temporal, timeZone, now);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
