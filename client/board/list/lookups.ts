import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ConferenceRow } from '#contract/conference.ts';
import type { FacetAnswer, FacetColumn, ListCounts, ListState, PlaceAnswer } from '#contract/list.ts';
import { ApiError } from '../../api/ApiError.ts';
import { createAsker, hasField } from '../../api/createAsker.ts';
import { askList } from '../../api/listState.ts';
import { retryDelay } from './nextAsk.ts';

const askFacet = createAsker(16, hasField<FacetAnswer>('values'));
const askPlace = createAsker(16, hasField<PlaceAnswer>('place'));
const askOne = createAsker(16, hasField<ConferenceRow>('id'));

/** Names what a list says at one moment: it changes with the list, and with the status of any conference in it. */
export function momentOf({ epoch, rev, nextChange }: ListState): string {
  return `${epoch} ${rev} ${nextChange}`;
}

/** Whether there may be more than the list holds: no walk has ended yet, or the newest is not sure of its end. */
export function isPartial({ whole, warnings }: ListState): boolean {
  return !whole || warnings.some((warning) => warning !== 'restarted');
}

/** Whether nothing could be loaded at all. */
export function isEmptyHanded({ counts, state }: { counts: ListCounts; state: ListState }): boolean {
  return state.trouble !== null && !state.whole && counts.total === 0;
}

/** The values of a column with the number of conferences that each would leave, at a moment of the list. */
export function facetQuery(column: FacetColumn, question: string, moment: string) {
  return queryOptions({
    queryKey: ['facet', column, question, moment],
    queryFn: async ({ signal }) =>
      (await askList(askFacet, `facets/${column}?${question}`, signal)).body.values,
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
export function placeQuery(id: string, question: string, moment: string) {
  return queryOptions({
    queryKey: ['place', id, question, moment],
    queryFn: async ({ signal }) =>
      (await askList(askPlace, `${encodeURIComponent(id)}/place?${question}`, signal)).body,
    placeholderData: (before, query) => (query?.queryKey[1] === id ? before : undefined),
  });
}

/** Whether a conference may still come with the walk. */
export function isNotLoaded(error: Error): boolean {
  return error instanceof ApiError && error.code === 'not_loaded_yet';
}
