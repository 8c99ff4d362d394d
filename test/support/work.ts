/**
 * The longest work of this thread in one piece, ms of CPU: how long the event loop was held, without the time for which
 * the machine had other things to do.
 */
export function watchWork(): { most(): number; reset(): void; [Symbol.dispose](): void } {
  let most = 0;
  let used = process.threadCpuUsage();
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(used);
    most = Math.max(most, user + system);
    used = process.threadCpuUsage();
  }, 5).unref();
  return {
    most: () => most / 1_000,
    reset() {
      most = 0;
      used = process.threadCpuUsage();
    },
    [Symbol.dispose]: () => clearInterval(timer),
  };
}
