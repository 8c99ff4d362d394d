// Loaded into the measured server (`node --import`): answers each message with what the process holds.
import { readdirSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Held } from './measured.ts';

const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();

process.on('message', () => {
  const longestHold = delay.max / 1e6;
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  const held: Held = {
    rss,
    heap: heapUsed,
    descriptors: readdirSync('/proc/self/fd').length,
    longestHold,
  };
  // The collection that was asked for here is no hold of the server's.
  setImmediate(() => delay.reset());
  process.send?.(held);
});
// The channel to whoever measures must not keep a server alive that was told to stop.
process.channel?.unref();
