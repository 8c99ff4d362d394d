import type { Controlled } from './controlled.ts';

/** What is set now. */
export function describeState({ clock, fault, quirks, latency, requestsSeen, openSockets }: Controlled) {
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
