import { useQuery } from '@tanstack/react-query';
import { memo, useCallback, useContext, useEffect, useMemo } from 'react';
import type { ListCounts, ListState } from '#contract/list.ts';
import type { Conference } from '#contract/readConference.ts';
import { readStatusFacts } from '#contract/rowFacts.ts';
import {
  countEach,
  LATE_AFTER,
  SOON_WITHIN,
  STATUS_FILTERS,
  type StatusFilter,
  toStatus,
} from '#contract/status.ts';
import { readView, type View, writeSelection } from '#contract/view/view.ts';
import { isPartial, momentOf } from '../api/listState.ts';
import { useClock } from '../clock.ts';
import { formatDuration } from '../lib/duration.ts';
import { formatInstant } from '../lib/instant.ts';
import { OldContext } from '../status/statusNow.ts';
import { STATUS_MEANINGS } from '../status/statusWords.ts';
import { facetQuery } from './list/lookups.ts';
import type { List } from './list/useList.ts';
import { Tile, type TileProps } from './Tile.tsx';
import styles from './Tiles.module.css';
import { facetOf, withFacet } from './toolbar/facet.ts';

type StatusCounts = ListCounts['statuses'];

interface TilesProps {
  view: View;
  zone: string;
  /** undefined before the first answer */
  list: List | undefined;
  onAsk: (patch: Partial<View>) => void;
}

/** What needs somebody now, in numbers that are buttons; in the tab's title, how many are live. */
export const Tiles = memo(function Tiles({ view, zone, list, onAsk }: TilesProps) {
  const old = useContext(OldContext);
  const left = useCountsNow(list, old === null);
  const all = useAllCounts(view, zone, list) ?? left;
  useTitle(all, old);

  const facet = facetOf(view.filters, 'status');
  const countOf = (counts: StatusCounts | null, filters: readonly StatusFilter[]) =>
    counts === null ? null : filters.reduce((sum, filter) => sum + counts[filter], 0);
  const tile = (filters: readonly StatusFilter[], words: string, more?: Partial<TileProps>) => (
    <Tile
      key={filters.join()}
      filters={filters}
      count={countOf(left, filters)}
      all={countOf(all, filters)}
      partial={list !== undefined && isPartial(list.state)}
      words={words}
      meaning={old === null ? filters.map((filter) => STATUS_MEANINGS[filter]).join(' ') : ''}
      facet={facet}
      onChoose={(chosen) => onAsk({ filters: withFacet(view.filters, 'status', chosen) })}
      {...more}
    />
  );
  const first = list?.counts.first;
  const longest = (since: number | null | undefined) => (now: number) =>
    since === null || since === undefined || since > now ? '' : `longest ${formatDuration(now - since)}`;
  const next = (at: number | null | undefined) => (now: number) =>
    at === null || at === undefined || at < now ? '' : `next ${formatInstant(at, zone, 'clock')}`;
  const clock = old === null ? '' : formatInstant(old.asOf, zone, 'clock');
  return (
    <fieldset className={styles.group}>
      <legend className="visually-hidden">Right now</legend>
      <div className={styles.strip} data-old={old !== null || undefined}>
        <div className={styles.tiles}>
          {old === null ? (
            <>
              {tile(['overrunning'], 'overrunning', {
                tell: longest(first?.overrunning),
                tone: () => 'danger',
              })}
              {tile(['open'], 'nobody there', {
                tell: longest(first?.open),
                tone: (now) => (now - (first?.open ?? now) >= LATE_AFTER ? 'warning' : null),
              })}
              {tile(['soon'], 'start within the hour', { tell: next(first?.scheduled) })}
              {tile(['live'], 'live')}
            </>
          ) : (
            <>
              {tile(['overrunning', 'live'], `were live at ${clock}`, { tell: () => 'old' })}
              {tile(['open'], 'windows open', { tell: () => 'not known who is there' })}
              {tile(['soon'], 'start within the hour', { tell: next(first?.scheduled) })}
            </>
          )}
        </div>
        <div className={styles.rest}>
          {tile(['scheduled'], 'scheduled')}
          {tile(['always-open'], 'always open')}
          {((all?.unclear ?? 0) > 0 ||
            facet.include.includes('unclear') ||
            facet.exclude.includes('unclear')) &&
            tile(['unclear'], 'dates cannot be read')}
          {tile(['ended'], 'ended')}
        </div>
      </div>
    </fieldset>
  );
});

/** The tab says how many are live, or that it no longer knows. */
function useTitle(counts: StatusCounts | null, old: { readonly asOf: number } | null): void {
  const live = counts?.live ?? 0;
  const were = live + (counts?.overrunning ?? 0);
  const title = old === null ? (live > 0 ? `(${live} live) ` : '') : `(old: ${were} were live) `;
  useEffect(() => {
    document.title = `${title}Callboard`;
  }, [title]);
}

/** What the question leaves of each status, at this moment; null before the first answer. */
function useCountsNow(list: List | undefined, isFresh: boolean): StatusCounts | null {
  const counts = useClock(
    useCallback(
      (now) => {
        if (list === undefined) return '';
        const there = list.conferences.filter(({ id }) => !list.gone.has(id));
        const moved = isFresh
          ? moveCounts(list.counts.statuses, there, list.state, now)
          : list.counts.statuses;
        return STATUS_FILTERS.map((status) => moved[status]).join(' ');
      },
      [list, isFresh],
    ),
  );
  return useMemo(() => {
    const numbers = counts.split(' ').map(Number);
    return counts === '' ? null : countEach((status) => numbers[STATUS_FILTERS.indexOf(status)] ?? 0);
  }, [counts]);
}

/** All conferences by status, whatever narrows the list; null while nothing does. */
function useAllCounts(view: View, zone: string, list: List | undefined): StatusCounts | null {
  const everything = writeSelection(readView(''), zone);
  const { status: _, ...others } = view.filters;
  const narrowed = writeSelection({ ...view, filters: others }, zone);
  const { data } = useQuery({
    ...facetQuery('status', everything, list === undefined ? '' : momentOf(list.state)),
    enabled: list !== undefined && narrowed !== everything,
  });
  return useMemo(() => {
    if (data === undefined || narrowed === everything) return null;
    return countEach((status) => data.find(({ value }) => value === status)?.count ?? 0);
  }, [data, narrowed, everything]);
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
  const count = ({ raw }: Conference, at: number, by: 1 | -1) => {
    const facts = readStatusFacts(raw);
    const status = toStatus(facts, at);
    moved[status] += by;
    if (status === 'scheduled' && (facts.joinFrom ?? Infinity) <= at + SOON_WITHIN) moved.soon += by;
  };
  for (const conference of conferences) {
    count(conference, counted, -1);
    count(conference, now, 1);
  }
  return moved;
}
