// The boards that are fuzzed, in a process of their own, so that a crash is seen: one for each argument, which is the
// origin of the space that it asks, or `simulated`.
import { subscribe } from 'node:diagnostics_channel';
import { startBoard } from '../support/board.ts';
import { createHandClock } from '../support/clock.ts';

const clock = createHandClock();
// Longer than any pause, so that SignalWire is asked anew for each question; and not so long that nothing kept is used.
subscribe('http.server.request.start', () => clock.advance(301));

const boards = await Promise.all(
  process.argv.slice(2).map((space) =>
    startBoard({
      conferences: 40,
      clock,
      output: process.stdout,
      limits: { connectMs: 800, firstByteMs: 400, totalMs: 1_000 },
      ...(space === 'simulated' ? {} : { spaceOrigin: space }),
    }),
  ),
);
process.send?.(boards.map(({ origin }) => origin));

process.once('SIGTERM', async () => {
  await Promise.all(boards.map((board) => board.stop()));
  process.disconnect();
});
