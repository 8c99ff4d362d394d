import { LRUCache } from 'lru-cache';
import type { ListCounts } from '#contract/list.ts';
import { ranksOf, STATUSES, type Status } from '#contract/status.ts';
import { NO_FACET } from '#contract/view/parameters.ts';
import type { Asking } from './ask.ts';
import { UNDATED, without } from './filter.ts';
import { allOf, sql } from './sql.ts';

/** So many counts are kept: one is worked out for everybody who asks with the same filter. */
const MOST_KEPT = 500;

/** Counts what a question leaves. Keeps the counts of each filter until a row or a status changes. */
export function createCounts(): (asking: Asking) => ListCounts {
  const kept = new LRUCache<string, ListCounts>({ max: MOST_KEPT });
  return function count(asking) {
    const { store, question, filter } = asking;
    const { text, values } = without(filter);
    const name = JSON.stringify([store.rev, store.urgencies.turns, question.undated, text, values]);
    const known = kept.get(name);
    if (known !== undefined) return known;
    const statuses = countStatuses(asking);
    const { include, exclude } = question.filters.status ?? NO_FACET;
    const isWanted = (status: Status) =>
      (include.length === 0 || include.includes(status)) && !exclude.includes(status);
    const isLeftOut = filter.has('range') && !question.undated;
    const counts: ListCounts = {
      total: store.size,
      matching: STATUSES.filter(isWanted).reduce((sum, status) => sum + statuses[status], 0),
      undated: isLeftOut ? asking.count(allOf([without(filter, 'range'), UNDATED])) : 0,
      statuses,
    };
    kept.set(name, counts);
    return counts;
  };
}

/**
 * How many have each status, among what the question without its status filter leaves. Sums over one pass: to group by
 * rank would read the facts in the order of its index, at three times the cost.
 */
function countStatuses({ select, filter }: Asking): Record<Status, number> {
  const where = without(filter, 'status');
  const sums = STATUSES.map((status) => `sum(rank IN (${ranksOf(status).join(', ')})) AS "${status}"`);
  const [row] = select(sql(`SELECT ${sums.join(', ')} FROM facts WHERE ${where.text}`, ...where.values));
  const of = (status: Status) => Number(row?.[status] ?? 0);
  return {
    overrunning: of('overrunning'),
    live: of('live'),
    open: of('open'),
    scheduled: of('scheduled'),
    unclear: of('unclear'),
    'always-open': of('always-open'),
    ended: of('ended'),
  };
}
