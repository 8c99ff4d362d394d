import { type RangeField, type RangeSetting, resolveEnd } from '#contract/range/resolve.ts';
import { readWall, resolveDate } from '#contract/range/resolveWall.ts';
import type { TemporalApi } from '../lib/temporal.ts';

/** An end as a calendar and a clock show it. */
export interface PickedEnd {
  /** `2026-11-23` */
  readonly date: string;
  /** `14:00`; null is the whole day, to its first or its last moment */
  readonly time: string | null;
  /** the second of the two moments at which the clocks show this, on the night when they go back */
  readonly second: boolean;
}

/** What calendar and clock show of an end as typed; null when it is open or cannot be read. */
export function readPickedEnd(
  temporal: TemporalApi,
  typed: string,
  field: RangeField,
  setting: RangeSetting,
): PickedEnd | null {
  const instant = resolveEnd(temporal, typed, field, setting);
  if (typeof instant !== 'number') return null;
  const moment = temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(setting.zone);
  const date = moment.toPlainDate().toString();
  if (resolveDate(temporal, date, field, setting.zone) === instant)
    return { date, time: null, second: false };
  const time = moment.toPlainTime().toString({ smallestUnit: 'minute' });
  const moments = readWall(temporal, `${date}T${time}`, setting.zone);
  return { date, time, second: moments[1] !== undefined && moments[1].instant <= instant };
}

/** A picked end in the language of ranges. A time that the clocks skip stays as it is, for its problem to be said. */
export function writePickedEnd(temporal: TemporalApi, end: PickedEnd | null, zone: string): string {
  if (end === null) return '';
  if (end.time === null) return end.date;
  const wall = `${end.date}T${end.time}`;
  const moments = readWall(temporal, wall, zone);
  return (moments[end.second ? 1 : 0] ?? moments[0])?.text ?? wall;
}
