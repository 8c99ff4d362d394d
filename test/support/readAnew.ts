import { vi } from 'vitest';
import { LIST_HEADER } from '#contract/list.ts';
import { CONFERENCES_PATH } from '#contract/values.ts';
import type { TestBoard } from './board.ts';

/**
 * Has the server read the whole list anew, and resolves when it has: whatever the space was changed to before is in
 * the list then. A page that is open hears of it with its next question.
 */
export async function readAnew({ origin, simulator }: TestBoard): Promise<void> {
  const ask = async (more = '') => {
    const answer = await fetch(`${origin}${CONFERENCES_PATH}/search?tz=UTC${more}`);
    await answer.arrayBuffer();
    return JSON.parse(answer.headers.get(LIST_HEADER) ?? '{}').loaded === null;
  };
  await vi.waitUntil(() => ask(), PATIENCE);
  const { requestsSeen } = simulator;
  await ask('&fresh=1');
  await vi.waitUntil(async () => simulator.requestsSeen > requestsSeen && (await ask()), PATIENCE);
}

const PATIENCE = { timeout: 20_000, interval: 30 };
