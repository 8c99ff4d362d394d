import type { RequestHandler } from 'express';
import type { Board } from '#contract/board.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { personOf } from '../access/person.ts';
import type { Clock } from '../clock.ts';
import { noteOf } from '../http/note.ts';
import { sendJson } from '../http/sendJson.ts';

interface BoardFacts {
  /** origin of the space */
  origin: string;
  demo: boolean;
  conferenceUrl: string | null;
  clock: Clock;
}

/** `GET /api/board`: what the page must know of its server. */
export function createBoard({ origin, demo, conferenceUrl, clock }: BoardFacts): RequestHandler {
  const space = new URL(origin).host;
  return function answerBoard(request, response) {
    noteOf(request).route = 'board';
    const now = new Date(clock.now()).toISOString();
    const person = personOf(request)?.name ?? null;
    const { version } = packageJson;
    const board: Board = { space, origin, demo, person, now, version, conferenceUrl };
    sendJson(response, 200, board);
  };
}
