import { FAULTS } from '../faults/faults.ts';
import { quirksSchema } from '../quirks.ts';
import { ACTIONS } from './actions.ts';
import type { Controlled } from './controlled.ts';
import { describeState } from './state.ts';

/** Everything a person with curl has to know: what is set, what can be done, and every fault and quirk. */
export function describeControl(simulator: Controlled) {
  return {
    state: describeState(simulator),
    actions: ACTIONS.map(({ method, path, says, example }) => ({ method, path, says, example })),
    faults: Object.fromEntries(Array.from(FAULTS, ([name, { says }]) => [name, says])),
    quirks: describeQuirks(),
  };
}

/** Every quirk with what it is about and its values, the default first. */
export function describeQuirks() {
  return Object.fromEntries(
    Object.entries(quirksSchema.shape).map(([name, { description, options }]) => [
      name,
      { says: description, values: options },
    ]),
  );
}
