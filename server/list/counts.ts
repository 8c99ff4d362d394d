import type { ListCounts } from '#contract/list.ts';
import { countEach, isStatusFilter, NEVER, RANK_COUNT, ranksOf, type Status } from '#contract/status.ts';
import { NO_FACET } from '#contract/view/parameters.ts';
import type { Asking, Found } from './asking.ts';
import { UNDATED, without } from './filter.ts';
import { keep } from './keep.ts';
import { ALONG_URGENCY } from './schema.ts';
import { allOf, sql } from './sql.ts';

/** The time of the most urgent is of use only where it is known. */
const IS_KNOWN = `urgency_at < ${NEVER}`;

const RANKS = Array.from({ length: RANK_COUNT }, (_, rank) => rank);

/** So many counts are kept: one is worked out for everybody who asks with the same filter. */
const MOST_KEPT = 500;

/** Counts what a question leaves. Keeps the counts of each filter until a row or a status changes. */
export function createCounts(): (asking: Asking) => ListCounts {
  const nameOf = ({ store, filter }: Asking) => [store.urgencies.turns, without(filter)];
  return keep(MOST_KEPT, nameOf, countAll);
}

function countAll(asking: Asking): ListCounts {
  const { store, question, filter } = asking;
  const ranks = readRanks(asking);
  const { include, exclude } = question.filters.status ?? NO_FACET;
  const wanted = new Set(include.filter(isStatusFilter).flatMap(ranksOf));
  const unwanted = new Set(exclude.filter(isStatusFilter).flatMap(ranksOf));
  const isWanted = (rank: number) => (wanted.size === 0 || wanted.has(rank)) && !unwanted.has(rank);
  return {
    total: store.size,
    matching: ranks.reduce((sum, { count }, rank) => sum + (isWanted(rank) ? count : 0), 0),
    undated: filter.has('range') ? asking.count(allOf([without(filter, 'range'), UNDATED])) : 0,
    statuses: toStatusCounts(ranks),
    first: {
      overrunning: firstOf(ranks, 'overrunning'),
      open: firstOf(ranks, 'open'),
      live: firstOf(ranks, 'live'),
      scheduled: firstOf(ranks, 'scheduled'),
    },
  };
}

interface Rank {
  readonly count: number;
  /** the least time of the rank, ms */
  readonly first: number | null;
}

/** How many have each rank, among what the question without its status filter leaves. */
function readRanks(asking: Asking): readonly Rank[] {
  const isInIndex = [...asking.filter.keys()].every((part) => ALONG_URGENCY.includes(part));
  return isInIndex ? groupRanks(asking) : sumRanks(asking);
}

/** Rank by rank along the index of urgency, which holds all that is asked. */
function groupRanks({ select, filter }: Asking): readonly Rank[] {
  const where = without(filter, 'status');
  const found = select(
    sql(
      `SELECT rank, count(*) AS n, min(urgency_at) FILTER (WHERE ${IS_KNOWN}) AS at
       FROM facts WHERE ${where.text} GROUP BY rank`,
      ...where.values,
    ),
  );
  return RANKS.map((rank) => toRank(found.find((row) => row.rank === rank) ?? { n: 0, at: null }));
}

/** In one pass: to group by rank would read the facts in the order of its index, at twice the cost. */
function sumRanks({ select, filter }: Asking): readonly Rank[] {
  const where = without(filter, 'status');
  const sums = RANKS.flatMap((rank) => [
    `count(*) FILTER (WHERE rank = ${rank}) AS n${rank}`,
    `min(urgency_at) FILTER (WHERE rank = ${rank} AND ${IS_KNOWN}) AS at${rank}`,
  ]);
  const [row] = select(sql(`SELECT ${sums.join(', ')} FROM facts WHERE ${where.text}`, ...where.values));
  return RANKS.map((rank) => toRank({ n: row?.[`n${rank}`], at: row?.[`at${rank}`] }));
}

function toRank({ n, at }: Found): Rank {
  return { count: Number(n), first: typeof at === 'number' ? at : null };
}

function toStatusCounts(ranks: readonly Rank[]): ListCounts['statuses'] {
  return countEach((filter) => ranksOf(filter).reduce((sum, rank) => sum + (ranks[rank]?.count ?? 0), 0));
}

/** The most urgent time of a status; null for none, or where nobody knows. */
function firstOf(ranks: readonly Rank[], status: Status): number | null {
  const found = ranksOf(status).map((rank) => ranks[rank]?.first ?? null);
  const times = found.filter((at) => at !== null);
  return times.length === 0 ? null : Math.min(...times);
}
