import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ConferenceRow } from '#contract/conference.ts';
import type { FacetAnswer, FacetColumn, PlaceAnswer } from '#contract/list.ts';
import { ApiError } from '../../api/ApiError.ts';
import { createAsker, hasField } from '../../api/createAsker.ts';
import { askList } from '../../api/listState.ts';
import { retryDelay } from './nextAsk.ts';

const askFacet = createAsker(16, hasField<FacetAnswer>('values'));
const askPlace = createAsker(16, hasField<PlaceAnswer>('place'));
const askOne = createAsker(16, hasField<ConferenceRow>('id'));

/** The values of a column with the number of conferences that each would leave, at a moment of the list. */
export function facetQuery(column: FacetColumn, asked: string, moment: string) {
  return queryOptions({
    queryKey: ['facet', column, asked, moment],
    queryFn: async ({ signal }) => (await askList(askFacet, `facets/${column}?${asked}`, signal)).body.values,
    placeholderData: keepPreviousData,
  });
}

/** One conference by its id, whatever the page shows, at a moment of the list. */
export function conferenceQuery(id: string, moment: string) {
  return queryOptions<ConferenceRow>({
    queryKey: ['conference', id, moment],
    queryFn: async ({ signal }) => (await askList(askOne, encodeURIComponent(id), signal)).body,
    placeholderData: (before) => (before?.id === id ? before : undefined),
    refetchInterval: ({ state: { error } }) =>
      error !== null && (isNotLoaded(error) ? 1_000 : retryDelay(error)),
  });
}

/** Where a conference stands in the order of a question, and between which others, at a moment of the list. */
export function placeQuery(id: string, asked: string, moment: string) {
  return queryOptions({
    queryKey: ['place', id, asked, moment],
    queryFn: async ({ signal }) =>
      (await askList(askPlace, `${encodeURIComponent(id)}/place?${asked}`, signal)).body,
    placeholderData: (before, query) => (query?.queryKey[1] === id ? before : undefined),
  });
}

/** Whether a conference may still come with the walk. */
export function isNotLoaded(error: Error): boolean {
  return error instanceof ApiError && error.code === 'not_loaded_yet';
}
