import { setTimeout as wait } from 'node:timers/promises';
import { ask, createAgent } from './client.ts';
import { atMost, exactly, type Figure } from './figure.ts';
import { startMeasured } from './measured.ts';

/** SIGTERM with fifty requests in flight. */
export async function measureStop(): Promise<Figure[]> {
  const board = await startMeasured({ conferences: 1_000, latency: 2_000 });
  const agent = createAgent(50);
  const inFlight = Array.from({ length: 50 }, (_, index) =>
    ask(`${board.origin}/api/video/conferences?page_size=${index + 1}`, agent).then(
      ({ status }) => status === 200,
      () => false,
    ),
  );
  while (board.simulator.requestsSeen < inFlight.length) await wait(10);
  const told = Date.now();
  board.kill('SIGTERM');
  const answered = (await Promise.all(inFlight)).filter(Boolean).length;
  const code = await board.ended;
  const seconds = (Date.now() - told) / 1000;
  agent.destroy();
  await board.simulator.close();
  return [
    exactly('SIGTERM with 50 in flight: answered', 50, answered),
    exactly('… exit code', 0, code ?? -1),
    atMost('… until it ended', 11, seconds, ' s'),
  ];
}
