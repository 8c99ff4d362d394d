import { queryOptions } from '@tanstack/react-query';
import type { Board } from '#contract/board.ts';
import { readObject } from '#contract/read.ts';
import { learnServerTime } from '../clock.ts';
import { createAsker } from './createAsker.ts';

const askBoard = createAsker(1, isBoard);

function isBoard(body: unknown): body is Board {
  const { origin, now } = readObject(body) ?? {};
  return typeof origin === 'string' && typeof now === 'string';
}

/** What the page must know about its server. */
export const boardQuery = queryOptions({
  queryKey: ['board'],
  // A server that was updated has other scripts than this page.
  refetchInterval: 60_000,
  async queryFn({ signal }) {
    const { body, asked, answered } = await askBoard('/api/board', signal);
    learnServerTime(Date.parse(body.now), asked, answered);
    return body;
  },
});
