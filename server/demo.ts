import type { Clock } from './clock.ts';
import type { Upstream } from './config.ts';
import { createSimulator } from './simulator/simulator.ts';

export interface Demo {
  upstream: Upstream;
  /** the simulator's: board and conferences agree on what time it is */
  clock: Clock;
  close(): Promise<void>;
}

/** Starts a simulated space inside this process, on a free port that only this machine reaches. */
export async function startDemo(): Promise<Demo> {
  const simulator = createSimulator();
  const origin = await simulator.listen();
  return {
    upstream: { origin, ...simulator.credentials },
    clock: simulator.clock,
    close: () => simulator.close(),
  };
}
