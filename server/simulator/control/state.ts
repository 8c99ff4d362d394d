import type { Simulator } from '../simulator.ts';

/** What is set now. */
export function describeState({ clock, fault, quirks, latency, requestsSeen, openSockets }: Simulator) {
  return {
    now: new Date(clock.now()).toISOString(),
    frozen: clock.frozen,
    fault,
    quirks,
    latency,
    requestsSeen,
    openSockets,
  };
}
