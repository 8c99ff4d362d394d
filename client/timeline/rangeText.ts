import { writeEnd } from '#contract/range/end.ts';
import type { TemporalApi } from '../lib/temporal.ts';

const MINUTE = 60_000;

/** An instant (ms) in the language of ranges, with the offset that the zone has at that moment. */
export function toRangeText(temporal: TemporalApi, instant: number, zone: string): string {
  const moment = temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  const offset = moment.offsetNanoseconds / 1e6 / MINUTE;
  // Before there was standard time, offsets had seconds, which RFC 3339 cannot write.
  return writeEnd({ kind: 'instant', instant, offset: Number.isInteger(offset) ? offset : 0 });
}
