import { queryOptions } from '@tanstack/react-query';
import type { SearchAnswer } from '#contract/list.ts';
import { type View, writeQuestion } from '#contract/view/view.ts';
import { ApiError } from '../../api/ApiError.ts';
import { createAsker, hasField } from '../../api/createAsker.ts';
import { askList } from '../../api/listState.ts';
import { readClock } from '../../clock.ts';
import { isAway, wasTouched } from '../../ui/touches.ts';
import { nextAsk, retryDelay } from './nextAsk.ts';
import {
  type Heard,
  NOBODY_ARRIVED,
  type Reader,
  type Taken,
  toArrived,
  whatNext,
  writeRefresh,
} from './whatNext.ts';

const askSearch = createAsker(64, hasField<SearchAnswer>('kind'));

/** A view with a range that can be asked for, and the zone in which it is read. */
export interface Question {
  readonly view: View;
  /** IANA zone */
  readonly zone: string;
}

/** A question as the server reads it, at one of its pages. */
function writeAt({ view, zone }: Question, page: number): string {
  return writeQuestion({ ...view, page }, zone);
}

/** The number of the last page; an empty list has one too. */
export function lastPage(matching: number, rows: number): number {
  return Math.max(1, Math.ceil(matching / rows));
}

/** Tells the server that a reader wants the list refreshed now. */
const REFRESH = '&fresh=1';

const pageKey = (question: Question) => ['page', writeAt(question, question.view.page)] as const;

async function takePage(question: Question, signal: AbortSignal, isPressed: boolean): Promise<Taken> {
  const { q: search, page: wanted, rows: size } = question.view;
  const take = async (page: number): Promise<Taken> => {
    const text = writeAt(question, page);
    const { body, state } = await askList(askSearch, `search?${text}${isPressed ? REFRESH : ''}`, signal);
    if (body.kind !== 'page')
      throw new ApiError({ code: 'offline', message: 'The board answered something else.' });
    return { asked: text, search, page, size, answer: body, state, arrived: NOBODY_ARRIVED };
  };
  const taken = await take(wanted);
  const last = lastPage(taken.answer.matching, size);
  // A page beyond the end, as of a link from when the list was longer, is the last one; but a walk may still bring it.
  const mayCome = !taken.state.whole && taken.state.trouble === null;
  if (wanted <= last) return taken;
  return mayCome ? { ...taken, answer: { ...taken.answer, rows: [] } } : take(last);
}

/**
 * The page of a question. It stands still: it is asked for when the reader asks the question, and taken anew only by
 * `show` and where `whatNext` says so.
 */
export function pageQuery(question: Question, isPressed = false) {
  return queryOptions({
    queryKey: pageKey(question),
    queryFn: ({ signal }) => takePage(question, signal, isPressed),
    // A question asked again is asked again, and its page costs nothing while it is the same.
    staleTime: 1_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    refetchInterval: ({ state }) => (state.error === null ? false : retryDelay(state.error)),
  });
}

/** News of a page, and what of them is to be said aloud. */
export interface News extends Heard {
  /** ms by the server's clock */
  readonly heardAt: number;
  /** the reader pressed Refresh, and the walk that began then has not ended */
  readonly awaited: boolean;
  /** what a refresh brought, "" for nothing; `count` grows with each that brought something */
  readonly said: { readonly count: number; readonly words: string };
}

/** Before anything was heard since a page was taken. */
function noNews({ answer, state }: Taken, { awaited, said }: Pick<News, 'awaited' | 'said'>): News {
  const { total, matching, undated, statuses, first } = answer;
  return {
    answer: {
      kind: 'news',
      changed: [],
      gone: [],
      added: 0,
      went: 0,
      differs: false,
      total,
      matching,
      undated,
      statuses,
      first,
    },
    state,
    heardAt: state.now,
    awaited,
    said,
  };
}

const SILENCE = { awaited: false, said: { count: 0, words: '' } };

/** The keys of the rows that a page holds, comma-separated. */
const heldKeys = ({ answer }: Taken) => answer.rows.map(({ key }) => key).join(',');

const newsKey = (taken: Taken): readonly unknown[] => [
  'news',
  taken.asked,
  taken.state.epoch,
  taken.state.rev,
  heldKeys(taken),
];

interface NewsOptions {
  taken: Taken;
  /** s; 0 is never */
  interval: number;
  isPressed?: boolean;
}

/** What changed since a page was taken; where it should not stand still any longer, the page is taken anew. */
export function newsQuery(question: Question, { taken, interval, isPressed = false }: NewsOptions) {
  const held = heldKeys(taken);
  const queryKey = newsKey(taken);
  return queryOptions({
    queryKey,
    async queryFn({ client, signal }): Promise<News> {
      const before = client.getQueryData<News>(queryKey) ?? noNews(taken, SILENCE);
      // A page without rows is asked for itself.
      const page = held === '' ? await takePage(question, signal, isPressed) : null;
      const heard = page ?? (await askNews(taken, held, signal, isPressed));
      const reader = readReader(question);
      const next = whatNext(taken, heard, reader);
      if (next === 'ignore') return before;
      const words = writeRefresh(before.answer, heard.answer);
      const news: News = {
        answer: heard.answer,
        state: heard.state,
        heardAt: readClock(),
        awaited: (isPressed || before.awaited) && heard.state.loaded !== null,
        said: words === '' ? before.said : { count: before.said.count + 1, words },
      };
      if (next === 'take') {
        const fetched = page ?? (await takePage(question, signal, false));
        const newest = reader === 'away' ? { ...fetched, arrived: toArrived(taken, fetched) } : fetched;
        client.setQueryData(newsKey(newest), noNews(newest, news));
        client.setQueryData(pageKey(question), newest);
      }
      return news;
    },
    initialData: () => noNews(taken, SILENCE),
    initialDataUpdatedAt: () => Date.now() - Math.max(0, readClock() - taken.state.now),
    refetchInterval: ({ state: { data, error } }) =>
      error === null
        ? data !== undefined && nextAsk({ ...data, now: readClock(), interval })
        : retryDelay(error),
  });
}

/** What the reader of a question is doing: who has a drawer open is there. */
export function readReader({ view }: Question): Reader {
  if (view.c === null && isAway()) return 'away';
  return wasTouched() ? 'here' : 'new';
}

async function askNews(taken: Taken, held: string, signal: AbortSignal, isPressed: boolean): Promise<Heard> {
  const since = `hold=${held}&rev=${taken.state.rev}&epoch=${taken.state.epoch}`;
  const { body, state } = await askList(
    askSearch,
    `search?${taken.asked}&${since}${isPressed ? REFRESH : ''}`,
    signal,
  );
  return { answer: body, state };
}
