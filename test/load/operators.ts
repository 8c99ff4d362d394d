import { setTimeout as wait } from 'node:timers/promises';
import { ask, createAgent } from './client.ts';
import { atMost, exactly, type Figure } from './figure.ts';
import { startMeasured } from './measured.ts';

const OPERATORS = 200;
const EVERY = 5;
const CACHE_SECONDS = 5;

/** Two hundred people look at the same page, each refreshing every five seconds. */
export async function measureOperators(seconds: number): Promise<Figure[]> {
  const board = await startMeasured({ conferences: 1_000, latency: 50 });
  const agent = createAgent(OPERATORS);
  const until = Date.now() + seconds * 1000;
  let failed = 0;
  let unchanged = 0;
  const operate = async () => {
    let etag = '';
    await wait(Math.random() * EVERY * 1000);
    while (Date.now() < until) {
      const answer = await ask(`${board.origin}/api/video/conferences?page_size=50`, agent, {
        'if-none-match': etag,
      });
      if (answer.status === 304) unchanged += 1;
      else if (answer.status !== 200) failed += 1;
      etag = String(answer.headers.etag ?? '');
      await wait(EVERY * 1000);
    }
  };
  await Promise.all(Array.from({ length: OPERATORS }, operate));
  const asked = board.simulator.requestsSeen;
  agent.destroy();
  await board.stop();
  return [
    atMost(
      `${OPERATORS} operators for ${seconds} s: questions to SignalWire`,
      Math.ceil(seconds / CACHE_SECONDS) + 1,
      asked,
    ),
    exactly('… answers that were failures', 0, failed),
    { what: '… answers that said "nothing new"', goal: '> 0', figure: String(unchanged), met: unchanged > 0 },
  ];
}
