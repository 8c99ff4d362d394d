// Loaded into the measured server (`node --import`): answers each message with what the process holds.
import { readdirSync } from 'node:fs';
import type { Held } from './measured.ts';

process.on('message', () => {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  const held: Held = { rss, heap: heapUsed, descriptors: readdirSync('/proc/self/fd').length };
  process.send?.(held);
});
// The channel to whoever measures must not keep a server alive that was told to stop.
process.channel?.unref();
