// Loaded into the measured server (`node --import`): answers each message with what the process holds.
import { readdirSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { watchWork } from '../support/work.ts';
import type { Held } from './measured.ts';

const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();

let used = process.cpuUsage();

const work = watchWork();

process.on('message', () => {
  const longestHold = delay.max / 1e6;
  const { user, system } = process.cpuUsage(used);
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  const held: Held = {
    rss,
    heap: heapUsed,
    descriptors: readdirSync('/proc/self/fd').length,
    longestHold,
    longestWork: work.most(),
    cpu: (user + system) / 1_000,
  };
  // The collection that was asked for here is no hold of the server's, and no work of its.
  setImmediate(() => delay.reset());
  used = process.cpuUsage();
  work.reset();
  process.send?.(held);
});
// The channel to whoever measures must not keep a server alive that was told to stop.
process.channel?.unref();
