import type { ConferencesPage } from '#contract/page.ts';
import { readObject } from '#contract/read.ts';
import { CONFERENCES_PATH, MAX_PAGE_SIZE } from '#contract/values.ts';
import { createAsker } from './createAsker.ts';

/** A walk of 100,000 conferences has 100 addresses of full pages, and one small first one. */
export const askConferences = createAsker(128, isConferencesPage);

/** Whether an answer is a page of the list. */
export function isConferencesPage(body: unknown): body is ConferencesPage {
  return readObject(readObject(body)?.links) !== null && Array.isArray(readObject(body)?.data);
}

/** What the upstream is asked to filter by: RFC 3339 instants in UTC, null where the range is open. */
export interface UpstreamRange {
  starts_after: string | null;
  ends_before: string | null;
}

/** The address of the first page of a list. Every status rests on the active session: it is always asked for. */
export function firstPageAddress(range: UpstreamRange, pageSize: number = MAX_PAGE_SIZE): string {
  const query = new URLSearchParams({ include_active_session: 'true', page_size: String(pageSize) });
  if (range.starts_after !== null) query.set('starts_after', range.starts_after);
  if (range.ends_before !== null) query.set('ends_before', range.ends_before);
  return `${CONFERENCES_PATH}?${query}`;
}

/** The address of the page that a link leads to: only the query of a link is ever used. */
export function linkedPageAddress(query: string): string {
  return `${CONFERENCES_PATH}?${query.replace(/^\?/, '')}`;
}
