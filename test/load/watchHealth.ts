// A thread of its own (`new Worker`), so that a busy load generator is not taken for a slow server.
import { get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

/** How the server answered /healthz until the watch was ended: ms. */
export interface Watched {
  asked: number;
  slowest: number;
  late: number;
}

const LATE_MS = 300;
const watched: Watched = { asked: 0, slowest: 0, late: 0 };
let isOver = false;
parentPort?.once('message', () => {
  isOver = true;
});

while (!isOver) {
  const begun = performance.now();
  const { promise, resolve } = Promise.withResolvers<void>();
  get(`${workerData}/healthz`, { agent: false }, (response) => response.resume().once('end', resolve)).once(
    'error',
    // An answer that never comes is as late as can be.
    () => setTimeout(resolve, LATE_MS),
  );
  await promise;
  const ms = performance.now() - begun;
  watched.asked += 1;
  watched.slowest = Math.max(watched.slowest, ms);
  if (ms > LATE_MS) watched.late += 1;
  await wait(20);
}
parentPort?.postMessage(watched);
