import { useQuery } from '@tanstack/react-query';
import { memo, useCallback, useEffect, useMemo } from 'react';
import type { ListCounts, ListState } from '#contract/list.ts';
import type { Conference } from '#contract/readConference.ts';
import { readStatusFacts } from '#contract/rowFacts.ts';
import { STATUSES, type Status, toStatus } from '#contract/status.ts';
import { BY_URGENCY } from '#contract/view/parameters.ts';
import { readView, type View, writeQuestion } from '#contract/view/view.ts';
import { useClock } from '../clock.ts';
import { formatNumber } from '../lib/number.ts';
import { StatusIcon } from '../status/StatusBadge.tsx';
import { STATUS_MEANINGS, STATUS_WORDS } from '../status/statusWords.ts';
import { facetQuery, momentOf } from './list/lookups.ts';
import type { List } from './list/useList.ts';
import styles from './StatusStrip.module.css';
import { chooseValue, facetOf, withFacet } from './toolbar/facet.ts';

type StatusCounts = ListCounts['statuses'];

interface StatusStripProps {
  view: View;
  zone: string;
  /** undefined before the first answer */
  list: List | undefined;
  onAsk: (patch: Partial<View>) => void;
}

/** How many conferences have each status, now; and in the tab's title how many are live. */
export const StatusStrip = memo(function StatusStrip({ view, zone, list, onAsk }: StatusStripProps) {
  const left = useCountsNow(list);
  const all = useAllCounts(view, zone, list) ?? left;
  const live = all === null ? 0 : all.live + all.overrunning;
  useEffect(() => {
    document.title = live > 0 ? `(${live} live) Callboard` : 'Callboard';
  }, [live]);
  return (
    <StatusTiles
      filters={view.filters}
      left={left}
      all={all}
      partial={list?.state.whole === false}
      onAsk={onAsk}
    />
  );
});

/** What the question leaves of each status, at this moment; null before the first answer. */
function useCountsNow(list: List | undefined): StatusCounts | null {
  const counts = useClock(
    useCallback(
      (now) => {
        if (list === undefined) return '';
        const there = list.conferences.filter(({ id }) => !list.gone.has(id));
        const moved = moveCounts(list.counts.statuses, there, list.state, now);
        return STATUSES.map((status) => moved[status]).join(' ');
      },
      [list],
    ),
  );
  return useMemo(() => {
    const numbers = counts.split(' ').map(Number);
    return counts === '' ? null : toCounts((status) => numbers[STATUSES.indexOf(status)]);
  }, [counts]);
}

/** All conferences by status, whatever narrows the list; null while nothing does. */
function useAllCounts(view: View, zone: string, list: List | undefined): StatusCounts | null {
  const everything = writeQuestion(readView(''), zone);
  const { status: _, ...others } = view.filters;
  const narrowed = writeQuestion({ ...view, filters: others, page: 1, rows: 50, sort: BY_URGENCY }, zone);
  const { data } = useQuery({
    ...facetQuery('status', everything, list === undefined ? '' : momentOf(list.state)),
    enabled: list !== undefined && narrowed !== everything,
  });
  return useMemo(() => {
    if (data === undefined || narrowed === everything) return null;
    return toCounts((status) => data.find(({ value }) => value === status)?.count);
  }, [data, narrowed, everything]);
}

function toCounts(count: (status: Status) => number | undefined): StatusCounts {
  const of = (status: Status) => count(status) ?? 0;
  return {
    overrunning: of('overrunning'),
    live: of('live'),
    open: of('open'),
    scheduled: of('scheduled'),
    unclear: of('unclear'),
    'always-open': of('always-open'),
    ended: of('ended'),
    soon: 0,
  };
}

interface StatusTilesProps extends Pick<View, 'filters'> {
  /** what the other filters leave of each status, and how many there are at all; null before the first answer */
  left: StatusCounts | null;
  all: StatusCounts | null;
  /** whether there may be more than was counted */
  partial: boolean;
  onAsk: (patch: Partial<View>) => void;
}

/** A tile for each status; a press shows only those, with Alt all but those. */
function StatusTiles({ filters, left, all, partial, onAsk }: StatusTilesProps) {
  const facet = facetOf(filters, 'status');
  const choose = (status: Status, side: 'include' | 'exclude') =>
    onAsk({ filters: withFacet(filters, 'status', chooseValue(facet, status, side)) });
  return (
    <fieldset className={styles.chips}>
      <legend className="visually-hidden">Status</legend>
      {STATUSES.map((status) => {
        const excluded = facet.exclude.includes(status);
        const pressed = facet.include.includes(status);
        // It is seldom, and then it matters: a tile for it that says 0 would ask what it means.
        if (status === 'unclear' && !excluded && !pressed && !all?.unclear) return null;
        return (
          <button
            key={status}
            type="button"
            className={styles.chip}
            data-excluded={excluded || undefined}
            aria-pressed={pressed}
            title={`${STATUS_MEANINGS[status]}. With Alt: all but these.`}
            onClick={(event) => choose(status, event.altKey ? 'exclude' : 'include')}
          >
            <span className={styles.word}>
              <StatusIcon status={status} size={13} />
              {STATUS_WORDS[status]}
              {excluded && <span className="visually-hidden"> (excluded)</span>}
            </span>{' '}
            <span className={styles.count}>
              {left === null || all === null ? '–' : formatNumber(left[status])}
              {left !== null && all !== null && left[status] !== all[status] && (
                <small className={styles.all}> of {formatNumber(all[status])}</small>
              )}
              {left !== null && partial && <small> so far</small>}
            </span>
          </button>
        );
      })}
    </fieldset>
  );
}

/**
 * Counts by status as they are at `now` (ms), though they were counted at `counted`: the conferences in sight move
 * by the clock alone, and their counts with them. All others follow with the next answer.
 */
function moveCounts(
  statuses: StatusCounts,
  conferences: readonly Conference[],
  { now: counted }: Pick<ListState, 'now'>,
  now: number,
): StatusCounts {
  const moved = { ...statuses };
  for (const { raw } of conferences) {
    const facts = readStatusFacts(raw);
    const [before, after] = [toStatus(facts, counted), toStatus(facts, now)];
    moved[before] -= 1;
    moved[after] += 1;
  }
  return moved;
}
