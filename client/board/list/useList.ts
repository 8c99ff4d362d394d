import { queryOptions, skipToken, usePrefetchQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ConferenceRow } from '#contract/conference.ts';
import type { ListCounts, ListState } from '#contract/list.ts';
import { type Conference, readConference } from '#contract/readConference.ts';
import { onWake, readClock, useClock } from '../../clock.ts';
import { retryDelay } from './nextAsk.ts';
import { type News, newsQuery, pageQuery, type Question, readReader } from './queries.ts';
import { type Arrived, type Taken, toShown } from './whatNext.ts';

/** The list as the page shows it. */
export interface List {
  /** number of the page on screen */
  readonly page: number;
  /** the search text that it answers */
  readonly search: string;
  /** in the order in which the page was taken, each as it is now; the same object while its row is the same */
  readonly conferences: readonly Conference[];
  /** ids among them that the list no longer has */
  readonly gone: ReadonlySet<string>;
  /** what came to the page while nobody was there */
  readonly arrived: Arrived;
  /** what the reader would see anew: "3 new, 1 gone"; "" while there is nothing */
  readonly news: string;
  readonly counts: ListCounts;
  /** what the range came to, ms */
  readonly range: Taken['answer']['range'];
  readonly state: ListState;
  readonly said: News['said'];
}

interface ListOnPage {
  /** undefined before the first answer */
  list: List | undefined;
  /** the newest failure, until an answer comes */
  error: Error | null;
  busy: boolean;
  /** this question has no page yet: what is shown, if anything, is of the one before */
  previous: boolean;
  /** when the page or the server asks again after a failure, ms by the server's clock; null while none has failed */
  retryAt: number | null;
  /** has the server ask SignalWire anew */
  refresh: () => void;
  /** takes the page anew */
  show: () => void;
}

/** Until a page was taken there is nothing to hear news of. */
const NO_NEWS = queryOptions<News>({ queryKey: ['news'], queryFn: skipToken });

/** The list that a question leads to, kept fresh every `interval` seconds (0: only when asked). */
export function useList(question: Question, interval: number): ListOnPage {
  const client = useQueryClient();
  // It is on its way before the page is drawn anew for it, and not only afterwards.
  usePrefetchQuery(pageQuery(question));
  const page = useQuery(pageQuery(question));
  const [last, setLast] = useState(page.data);
  if (page.data !== undefined && page.data !== last) setLast(page.data);
  const taken = page.data ?? last;
  const news = useQuery({
    ...(page.data === undefined ? NO_NEWS : newsQuery(question, { taken: page.data, interval })),
    enabled: page.data !== undefined && !page.isFetching,
  });
  const { refetch } = news;
  const isTaken = page.data !== undefined;
  useEffect(() => {
    if (isTaken) return onWake(() => void refetch());
  }, [isTaken, refetch]);

  const heard = page.data === undefined ? undefined : news.data;
  const list = useMemo(() => taken && toList(taken, heard), [taken, heard]);
  // What waits for a reader waits no longer once nobody is there: the news are heard again, and taken.
  const isLeft = useClock(useCallback(() => readReader(question) === 'away', [question]));
  const hasNews = list !== undefined && list.news !== '';
  useEffect(() => {
    if (isLeft && hasNews) void refetch();
  }, [isLeft, hasNews, refetch]);
  const isLoading = list?.state.whole === false && list.state.loaded !== null;
  const failed = page.error === null ? news : page;
  const asksAgainAt = () => {
    if (failed.isFetching) return null;
    if (failed.error === null) return list?.state.trouble ? list.state.nextAt : null;
    return failed.errorUpdatedAt + retryDelay(failed.error) + (readClock() - Date.now());
  };

  const { data } = page;
  const refresh = useCallback(() => {
    const press = async () => {
      if (data === undefined) {
        await client.cancelQueries({ queryKey: pageQuery(question).queryKey });
        return client.fetchQuery({ ...pageQuery(question, true), staleTime: 0 });
      }
      const options = newsQuery(question, { taken: data, interval, isPressed: true });
      await client.cancelQueries({ queryKey: options.queryKey });
      return client.fetchQuery({ ...options, staleTime: 0 });
    };
    // Whoever shows the query shows why it failed.
    press().catch(() => {});
  }, [client, question, data, interval]);
  const show = useCallback(() => {
    client.fetchQuery({ ...pageQuery(question), staleTime: 0 }).catch(() => {});
  }, [client, question]);

  return {
    list,
    error: failed.error,
    busy: page.isFetching || news.isFetching || heard?.awaited === true || isLoading,
    previous: data === undefined,
    retryAt: asksAgainAt(),
    refresh,
    show,
  };
}

const conferences = new WeakMap<ConferenceRow, Conference>();

/** A row read; the same object for as long as the row is. */
function toConference(row: ConferenceRow): Conference {
  const known = conferences.get(row) ?? readConference(row);
  conferences.set(row, known);
  return known;
}

function toList(taken: Taken, heard: News | undefined): List {
  const { answer, state, said } = heard ?? { ...taken, said: { count: 0, words: '' } };
  const { rows, gone, news } = toShown(taken, { answer, state });
  return {
    page: taken.page,
    search: taken.search,
    conferences: rows.map(toConference),
    gone,
    arrived: taken.arrived,
    news,
    counts: answer,
    range: taken.answer.range,
    state,
    said,
  };
}
