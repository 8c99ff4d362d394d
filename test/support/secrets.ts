import { expect } from 'vitest';
import type { TestBoard } from './board.ts';

/** Fails when a credential of the board, in a spelling in which one could slip out, stands in any of the texts. */
export function expectNoSecret(board: TestBoard, texts: readonly string[]): void {
  const { projectId, apiToken } = board.simulator.credentials;
  const base64 = (text: string) => Buffer.from(text).toString('base64').replace(/=+$/, '');
  const everything = texts.join('\n');
  for (const secret of [
    apiToken,
    encodeURIComponent(apiToken),
    base64(apiToken),
    base64(`${projectId}:${apiToken}`),
  ])
    expect(everything).not.toContain(secret);
  expect(everything).not.toMatch(/basic |authorization/i);
}
