import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { themeFails } from '#contract/colour/theme.ts';
import type { ConferencesPage } from '#contract/page.ts';
import { ApiError } from '../api/ApiError.ts';
import {
  askConferences,
  firstPageAddress,
  linkedPageAddress,
  type UpstreamRange,
} from '../api/conferences.ts';
import type { Answer } from '../api/createAsker.ts';
import { FIRST_PAGE_SIZE, takeFirstAnswer } from '../api/firstAnswer.ts';
import { readAsOf, readStaleCode } from '../api/freshness.ts';
import { readClock } from '../clock.ts';
import type { Changes } from '../roster/changes.ts';
import type { Pass } from '../roster/pass.ts';
import { createRoster, type Roster } from '../roster/roster.ts';
import { isWhole, WALK_LIMIT, WALK_START, type WalkPage, type WalkState, walk } from '../roster/walk.ts';

/** What is asked of the upstream; resolved anew at each refresh, for a relative range moves. */
export interface Asked {
  /** names the question; two lists of one name are one list */
  readonly name: string;
  /** the upstream's own filter, at this moment */
  readonly resolve: () => Promise<UpstreamRange>;
}

/** One state of the list. A new object for every step; the roster in it is one and the same. */
export interface List {
  readonly roster: Roster;
  /** grows with every change of the roster */
  readonly revision: number;
  readonly walk: WalkState;
  /** the walk's mark on the roster, to go on with after a stop */
  readonly pass: Pass;
  /** the reader pressed Stop, or the walk came to its limit: refreshes stay within what was loaded */
  readonly held: boolean;
  /** complete walks so far */
  readonly refreshes: number;
  /** what the newest complete walk brought */
  readonly changes: Changes;
  /** when SignalWire said what is on screen, ms by the server's clock; null before the first complete walk */
  readonly asOf: number | null;
  /** why the server had to answer with what it had kept; null when it had not */
  readonly staleCode: string | null;
  readonly filter: UpstreamRange;
}

const NO_CHANGES: Changes = { added: [], changed: [], gone: [] };

/** Publishing costs a question to the roster and a paint: often enough to see it move, seldom enough to go on. */
const PUBLISH_EVERY_MS = 200;

/** The whole list that a question leads to, kept by react-query, its walk being the query's one fetch. */
export function listQuery(asked: Asked) {
  const queryKey = ['conferences', asked.name];
  return queryOptions<List>({
    queryKey,
    async queryFn({ client, signal }) {
      const known = client.getQueryData<List>(queryKey);
      const filter = await asked.resolve();
      const start = known ?? createList(filter);
      const { list, from } = begin(start, filter);
      const end = await refresh(client, queryKey, list, from, signal);
      if (end.walk.phase === 'failed') throw end.walk.error;
      return end;
    },
  });
}

function createList(filter: UpstreamRange): List {
  const roster = createRoster({ themeFails });
  return {
    roster,
    revision: roster.revision,
    walk: WALK_START,
    pass: roster.startPass(),
    held: false,
    refreshes: 0,
    changes: NO_CHANGES,
    asOf: null,
    staleCode: null,
    filter,
  };
}

/**
 * Where a fetch begins: a walk that broke off before the list was ever whole, or that came to its limit and
 * was told to go on, goes on from there; every other fetch is a new walk. A held one goes as far as the
 * reader let it go, any other as far as the longest before it.
 */
function begin(known: List, filter: UpstreamRange): { list: List; from: WalkState } {
  const { walk: last, held } = known;
  const brokeOff = last.phase !== 'complete' && known.refreshes === 0;
  if (last.loaded > 0 && !held && (brokeOff || last.phase === 'limit')) return { list: known, from: last };
  const limit = held ? Math.max(last.loaded, FIRST_PAGE_SIZE) : Math.max(last.limit, WALK_LIMIT);
  return { list: { ...known, pass: known.roster.startPass(), filter }, from: { ...WALK_START, limit } };
}

async function refresh(
  client: QueryClient,
  queryKey: readonly string[],
  begun: List,
  from: WalkState,
  signal: AbortSignal,
): Promise<List> {
  let list = begun;
  let asOf: number | null = null;
  let staleCode: string | null = null;
  let published = 0;

  const publish = (change: Partial<List>, now: boolean) => {
    const isToldTo = client.getQueryData<List>(queryKey)?.held ?? false;
    // Beyond its limit a walk goes on only when the reader says so, not with the next refresh.
    const held = isToldTo || change.walk?.phase === 'limit';
    list = { ...list, ...change, held, revision: list.roster.revision };
    if (!now && performance.now() - published < PUBLISH_EVERY_MS) return;
    published = performance.now();
    client.setQueryData<List>(queryKey, list);
  };

  const read = (answer: Answer<ConferencesPage>): WalkPage => {
    const { headers, body } = answer;
    asOf ??= readAsOf(headers, readClock());
    staleCode ??= readStaleCode(headers);
    // The server leaves a link out that leads nowhere; that there was one is told beside it.
    const next = headers.has('Callboard-Broken-Next') ? 'broken' : body.links.next;
    return { rows: body.data, next, dropped: Number(headers.get('Callboard-Dropped') ?? 0) };
  };

  if (list.roster.size === 0) {
    const page = read(await askFirst(list.filter, signal));
    list.roster.merge(page.rows);
    publish({ walk: { ...from, loaded: page.rows.length } }, true);
  }

  return walk(
    {
      signal,
      fetchPage: async (cursor, pageSignal) =>
        read(await askConferences(addressOf(cursor, list.filter), pageSignal)),
      take: (rows) => list.pass.merge(rows),
      restart: () => list.pass.restart(),
      isExpired: (error) =>
        error instanceof ApiError && error.errors.some(({ code }) => code === 'page_token_is_invalid'),
      report(state) {
        if (state.phase === 'walking') return publish({ walk: state }, false);
        const whole = isWhole(state);
        const changes = whole ? list.pass.complete() : list.pass.changes();
        const ended = state.phase !== 'failed' && state.phase !== 'stopped';
        publish(
          {
            walk: state,
            changes,
            refreshes: list.refreshes + (whole ? 1 : 0),
            ...(ended && { asOf, staleCode }),
          },
          true,
        );
      },
    },
    from,
  ).then(() => list);
}

/** The small first page; it may have been asked for while React was still being downloaded. */
function askFirst(filter: UpstreamRange, signal: AbortSignal) {
  const address = firstPageAddress(filter, FIRST_PAGE_SIZE);
  return takeFirstAnswer(address) ?? askConferences(address, signal);
}

function addressOf(cursor: string | null, filter: UpstreamRange): string {
  return cursor === null ? firstPageAddress(filter) : linkedPageAddress(cursor);
}
