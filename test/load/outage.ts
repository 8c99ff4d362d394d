import { setTimeout as wait } from 'node:timers/promises';
import { ask, createAgent } from './client.ts';
import { atMost, exactly, type Figure } from './figure.ts';
import { startMeasured } from './measured.ts';

/** SignalWire resets every connection for a while; a person refreshes every second. */
export async function measureOutage(seconds: number): Promise<Figure[]> {
  const board = await startMeasured({ conferences: 1_000 });
  const agent = createAgent(1);
  const url = `${board.origin}/api/video/conferences?page_size=50`;
  await ask(url, agent);
  board.simulator.clearRequests();
  board.simulator.setFault('reset');
  const end = Date.now() + seconds * 1000;
  let unanswered = 0;
  while (Date.now() < end) {
    if ((await ask(url, agent)).status !== 200) unanswered += 1;
    await wait(1_000);
  }
  const asked = board.simulator.requestsSeen;
  board.simulator.setFault(null);
  const healed = Date.now();
  let isFresh = false;
  while (!isFresh && Date.now() - healed < 90_000) {
    const { status, headers } = await ask(url, agent);
    isFresh = status === 200 && !String(headers['cache-status']).includes('detail=');
    if (!isFresh) await wait(200);
  }
  agent.destroy();
  await board.stop();
  return [
    exactly(`an outage of ${seconds} s: answers without the rows of before`, 0, unanswered),
    atMost('… questions to SignalWire meanwhile', 20, asked),
    atMost('… fresh again after', 31, (Date.now() - healed) / 1000, ' s'),
  ];
}
