import type { SettableClock } from '../clock.ts';
import type { FaultName, StandingFault } from '../faults/faults.ts';
import type { Quirks } from '../quirks.ts';
import type { RecordedRequest } from '../record.ts';
import type { Hands } from '../space/hands.ts';

/** What of a simulator can be seen and changed while it runs, by a test as over the control path. */
export interface Controlled extends Hands {
  /** the latest 1,000 requests, oldest first, those of the control path left out */
  readonly requests: readonly RecordedRequest[];
  /** how many requests there were since the start or the last {@link clearRequests} */
  readonly requestsSeen: number;
  clearRequests(): void;
  readonly openSockets: number;
  readonly clock: SettableClock;
  readonly quirks: Quirks;
  /** Changes some quirks and leaves the others. */
  setQuirks(quirks: Partial<Quirks>): void;
  readonly fault: StandingFault | null;
  /** Plays a fault for the next `count` requests of the list (all when absent) whose path and query contain `match`. */
  setFault(fault: FaultName | null, count?: number, match?: string): void;
  /** in ms */
  readonly latency: number;
  setLatency(latency: number): void;
}
