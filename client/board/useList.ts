import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { ApiError } from '../api/ApiError.ts';
import { readClock } from '../clock.ts';
import { type Asked, type List, listQuery } from './list.ts';

/** How soon a failed list is asked for again when the server does not say, ms. */
const RETRY_AFTER_MS = 15_000;

export interface ListState {
  /** undefined before the first rows */
  list: List | undefined;
  /** the newest failure, until a refresh succeeds */
  error: Error | null;
  busy: boolean;
  /** another question was asked, and these are still the rows of the one before */
  previous: boolean;
  /** when a failed list is asked for again, ms by the server's clock; null while none has failed */
  retryAt: number | null;
  refresh: () => void;
  stop: () => void;
  resume: () => void;
}

/** The list that a question leads to, kept fresh every `interval` seconds (0: only when asked). */
export function useList(asked: Asked, interval: number): ListState {
  const client = useQueryClient();
  const options = useMemo(() => listQuery(asked), [asked]);
  const query = useQuery({
    ...options,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.error !== null ? retryDelay(state.error) : interval > 0 && interval * 1_000,
  });
  const { queryKey } = options;
  const { refetch } = query;
  const refresh = useCallback(() => void refetch(), [refetch]);
  const hold = (held: boolean) => client.setQueryData<List>(queryKey, (list) => list && { ...list, held });
  return {
    list: query.data,
    error: query.error,
    busy: query.isFetching,
    previous: query.isPlaceholderData,
    retryAt:
      query.error === null || query.isFetching
        ? null
        : query.errorUpdatedAt + retryDelay(query.error) + (readClock() - Date.now()),
    refresh,
    stop() {
      hold(true);
      void client.cancelQueries({ queryKey }, { revert: false });
    },
    resume() {
      hold(false);
      refresh();
    },
  };
}

function retryDelay(error: Error): number {
  const seconds = error instanceof ApiError ? error.retryAfter : null;
  return seconds === null ? RETRY_AFTER_MS : seconds * 1_000;
}
