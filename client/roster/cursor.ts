/** Where a link leads: the query of the next page, the end of the list, or a place nobody can ask for. */
export type Next = { kind: 'page'; cursor: string } | { kind: 'end' } | { kind: 'broken' };

/**
 * Reads `links.next`. Absent, null and "" all mean the end. Only the query of a link counts, be it absolute,
 * relative or the query alone. A page above 0 cannot be asked for without its token: such a link is broken.
 */
export function readNext(link: unknown): Next {
  if (link === undefined || link === null || link === '') return { kind: 'end' };
  if (typeof link !== 'string') return { kind: 'broken' };
  const cursor = link.replace(/#.*$/s, '').replace(/^[^?=]*\?/, '');
  const query = new URLSearchParams(cursor);
  return query.get('page_token') && query.get('page_number') ? { kind: 'page', cursor } : { kind: 'broken' };
}

/** What makes two cursors the same, in whatever order their parameters stand. */
export function toPlace(cursor: string): string {
  const query = new URLSearchParams(cursor);
  return `${query.get('page_number')} ${query.get('page_token')}`;
}
