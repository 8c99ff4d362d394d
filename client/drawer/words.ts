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
