import { queryOptions } from '@tanstack/react-query';
import type { Board } from '#contract/board.ts';
import { learnServerTime } from '../clock.ts';
import { createAsker } from './createAsker.ts';

const askBoard = createAsker<Board>(1);

/** What the page must know about its server. */
export const boardQuery = queryOptions({
  queryKey: ['board'],
  async queryFn({ signal }) {
    const { body, asked, answered } = await askBoard('/api/board', signal);
    learnServerTime(Date.parse(body.now), asked, answered);
    return body;
  },
});
