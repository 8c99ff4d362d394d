import {
  type FacetAnswer,
  LIST_HEADER,
  type ListState,
  type SearchAnswer,
  type TimelineAnswer,
} from '#contract/list.ts';
import { CONFERENCES_PATH } from '#contract/values.ts';

/** An answer of the list over the wire: its body as the contract types it, and where the list stands. */
export interface ListAnswer<Body> {
  response: Response;
  body: Body;
  state: ListState;
  /** of the body as it came, packed or not */
  bytes: number;
}

/** Asks a board about its list. */
export function createQuestions(origin: string) {
  async function ask<Body>(path: string, init: RequestInit = {}): Promise<ListAnswer<Body>> {
    const response = await fetch(`${origin}${CONFERENCES_PATH}/${path}`, init);
    const text = await response.text();
    const state: ListState = JSON.parse(response.headers.get(LIST_HEADER) ?? 'null');
    const body: Body = text === '' ? null : JSON.parse(text);
    return { response, body, state, bytes: Number(response.headers.get('content-length') ?? 0) };
  }
  const search = (query = '', init?: RequestInit) => ask<SearchAnswer>(`search?tz=UTC${query}`, init);
  return {
    ask,
    search,
    /** the first page, once the whole list was seen */
    async whole(query = ''): Promise<ListAnswer<SearchAnswer>> {
      for (;;) {
        const answer = await search(query);
        if (answer.state.whole) return answer;
      }
    },
    facet: (column: string, query = '') => ask<FacetAnswer>(`facets/${column}?tz=UTC${query}`),
    timeline: (query: string) => ask<TimelineAnswer>(`timeline?tz=UTC${query}`),
  };
}
