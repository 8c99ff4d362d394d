import type { Conference } from '#contract/readConference.ts';
import { LEFT_OUT } from '#contract/values.ts';

/** Words of single values that more than one section writes. */

/** A switch that has no better words. */
export function writeSwitch(on: boolean): string {
  return on ? 'on' : 'off';
}

/** A switch that begins a line. */
export function writeSwitchLine(on: boolean): string {
  return on ? 'On' : 'Off';
}

/** What `write` makes of a value; null, which is shown as a dash, for none. */
export function written<Value, Words>(value: Value | null, write: (value: Value) => Words): Words | null {
  return value === null ? null : write(value);
}

/** Whether the server could not pass a field of a row on. */
export function isLeftOut(row: Conference['raw'], name: string): boolean {
  const names = row[LEFT_OUT];
  return Array.isArray(names) && names.includes(name);
}

/** What is to be said of fields that the server could not pass on; null when there are none. */
export function writeLeftOut(row: Conference['raw']): string | null {
  const names = row[LEFT_OUT];
  if (!Array.isArray(names) || names.length === 0) return null;
  const list = names.map(String).join(', ');
  return names.length === 1
    ? `The field ${list} is not shown: it is nested too deeply.`
    : `The fields ${list} are not shown: they are nested too deeply.`;
}
