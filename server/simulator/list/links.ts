import type { PageLinks } from '#contract/conferencesPage.ts';
import { CONFERENCES_PATH } from '#contract/values.ts';
import type { Quirks } from '../quirks.ts';
import type { ListQuery } from './query.ts';

/** What the links of one page are written from. */
export interface LinksView {
  query: ListQuery;
  hasNext: boolean;
  origin: string;
  quirks: Quirks;
  tokenOf(page: ListQuery): string;
}

/** Where the list ends, by the quirk that says how; absent is no key at all. */
const NO_LINK: Readonly<Record<Quirks['next'], (name: 'next' | 'prev') => Partial<PageLinks>>> = {
  absent: () => ({}),
  null: (name) => ({ [name]: null }),
  empty: (name) => ({ [name]: '' }),
};

/** The links of a page in the form captured from a sister list: every one carries all parameters, in fixed order. */
export function writeLinks({ query, hasNext, origin, quirks, tokenOf }: LinksView): PageLinks {
  const { pageNumber, pageSize } = query;

  function link(cursor: Record<string, string>): string {
    const parameters = { page_size: String(pageSize), ...Object.fromEntries(query.carried), ...cursor };
    const sorted = Object.entries(parameters).sort(([one], [other]) => (one < other ? -1 : 1));
    const base = quirks.links === 'absolute' ? origin : '';
    return `${base}${CONFERENCES_PATH}?${new URLSearchParams(sorted)}`;
  }

  function linkToPage(number: number): string {
    const cursor = { page_number: String(number) };
    return link(number === 0 ? cursor : { ...cursor, page_token: tokenOf({ ...query, pageNumber: number }) });
  }

  return {
    self: linkToPage(pageNumber),
    first: link({}),
    ...(hasNext ? { next: linkToPage(pageNumber + 1) } : NO_LINK[quirks.next]('next')),
    ...(pageNumber > 0 ? { prev: linkToPage(pageNumber - 1) } : NO_LINK[quirks.next]('prev')),
  };
}
