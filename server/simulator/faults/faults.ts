import { BODY_FAULTS } from './body.ts';
import type { Fault } from './fault.ts';
import { ROW_FAULTS } from './rows.ts';
import { STATUS_FAULTS } from './status.ts';
import { WALK_FAULTS } from './walk.ts';
import { WIRE_FAULTS } from './wire.ts';

const TABLE = { ...STATUS_FAULTS, ...WIRE_FAULTS, ...BODY_FAULTS, ...ROW_FAULTS, ...WALK_FAULTS };

export type FaultName = keyof typeof TABLE;

/** Every fault by its name. */
export const FAULTS: ReadonlyMap<string, Fault> = new Map<string, Fault>(Object.entries(TABLE));

/** Whether a text names a fault. */
export function isFaultName(text: unknown): text is FaultName {
  return typeof text === 'string' && FAULTS.has(text);
}

/** The fault that stands, for whom and how long. */
export interface StandingFault {
  fault: FaultName;
  /** how many more requests it plays for; null for all */
  count: number | null;
  /** it plays only for requests whose path and query contain this text; null for all */
  match: string | null;
}

/** Keeps the one fault that stands and gives it to the requests that it is meant for. */
export interface FaultSwitch {
  readonly standing: StandingFault | null;
  set(standing: StandingFault | null): void;
  /** the fault to play for this request, counted down; null for an ordinary answer */
  take(url: URL): { name: string; fault: Fault } | null;
}

export function createFaultSwitch(): FaultSwitch {
  let standing: StandingFault | null = null;

  return {
    get standing() {
      return standing;
    },
    set(next) {
      standing = next;
    },
    take(url) {
      if (standing === null) return null;
      const { fault: name, count, match } = standing;
      const fault = FAULTS.get(name);
      if (fault === undefined || fault.applies?.(url) === false) return null;
      if (match !== null && !`${url.pathname}${url.search}`.includes(match)) return null;
      if (count !== null) standing = count > 1 ? { ...standing, count: count - 1 } : null;
      return { name, fault };
    },
  };
}
