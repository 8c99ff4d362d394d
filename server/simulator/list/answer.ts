import type { SentConference } from '#contract/conference.ts';
import type { PageLinks } from '#contract/conferencesPage.ts';
import type { Quirks } from '../quirks.ts';
import { type JoinWindow, type Room, readWindow } from '../space/room.ts';
import type { Space } from '../space/space.ts';
import { writeLinks } from './links.ts';
import { type ListQuery, parameterError, readListQuery } from './query.ts';
import { createPageTokens } from './token.ts';

/** One page of the list, before it is written. */
export interface Page {
  links: PageLinks;
  data: SentConference[];
}

/** What a request is answered with: a page, or a status and its body. */
export type Answer = { page: Page } | { status: number; body: object };

/** What answers depend on beside the query. */
export interface AnswerContext {
  space: Space;
  /** ms, UTC */
  instant: number;
  origin: string;
  quirks: Quirks;
}

/** Prepares the list: the returned function answers a query string as the service would, or with its 422. */
export function createAnswer(seed: number): (params: URLSearchParams, context: AnswerContext) => Answer {
  const tokenOf = createPageTokens(seed);

  return function answer(params, context) {
    const query = readListQuery(params);
    if ('errors' in query) return { status: 422, body: query };
    const cursor = checkCursor(query, tokenOf(query));
    if (cursor !== null) return { status: 422, body: { errors: [parameterError(cursor, 'page_token')] } };

    const { space, instant, origin, quirks } = context;
    const rooms = filterRooms(space.inOrder(quirks.order), query, context);
    const held = query.pageNumber === 1 && quirks.emptyPage === 'on' && rooms.length > query.pageSize;
    const skipped = quirks.emptyPage === 'on' && query.pageNumber > 1 ? 1 : 0;
    const start = (query.pageNumber - skipped) * query.pageSize;
    const shown = held ? [] : rooms.slice(start, start + query.pageSize);
    const { includeActiveSession } = query;
    return {
      page: {
        links: writeLinks({
          query,
          hasNext: held || start + query.pageSize < rooms.length,
          origin,
          quirks,
          tokenOf,
        }),
        data: shown.map((room) => space.write(room, { instant, includeActiveSession, origin, quirks })),
      },
    };
  };
}

function checkCursor({ pageNumber, pageToken }: ListQuery, token: string): string | null {
  if (pageToken === null) return pageNumber > 0 ? 'page_token_required' : null;
  return pageToken === token ? null : 'page_token_is_invalid';
}

/** The rooms inside the asked range, both ends included: a range means *contained*, not overlapping. */
function filterRooms(
  rooms: readonly Room[],
  { startsAfter, endsBefore }: ListQuery,
  { instant, quirks }: AnswerContext,
): readonly Room[] {
  if (startsAfter === null && endsBefore === null) return rooms;
  const keepsNull = quirks.nullDates === 'kept';
  const inside = ({ from, until }: JoinWindow) =>
    (startsAfter === null || (from === null ? keepsNull : from >= startsAfter)) &&
    (endsBefore === null || (until === null ? keepsNull : until <= endsBefore));
  return rooms.filter((room) => inside(readWindow(room, instant)));
}
