import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Board } from '#contract/board.ts';
import { readEnd } from '#contract/range/end.ts';
import { isProblem } from '#contract/range/problem.ts';
import { type FieldProblem, type ResolvedRange, resolveRange } from '#contract/range/resolve.ts';
import type { View } from '#contract/view/view.ts';
import { ApiError } from '../api/ApiError.ts';
import { boardQuery } from '../api/board.ts';
import { readClock } from '../clock.ts';
import { loadTemporal } from '../lib/temporal.ts';
import { toUpstream } from '../range/upstream.ts';
import { useRange } from '../range/useRange.ts';
import type { Range } from '../roster/overlap.ts';
import type { Asked } from './list.ts';

/** The list without a date filter, which every question but an Inside range starts from. */
export const WHOLE_LIST: Asked = {
  name: 'all',
  resolve: async () => ({ starts_after: null, ends_before: null }),
};

/** The steps in which relative ends move, ms: no shorter than the server keeps an answer. */
export function gridOf(board: Pick<Board, 'cacheSeconds'> | undefined): number {
  return Math.max(board?.cacheSeconds ?? 0, 5) * 1_000;
}

interface RangeQuestion {
  /** null while a browser without Temporal loads it, and when it could not be had: no list is the right one then */
  asked: Asked | null;
  /** under Overlaps: what the roster filters by itself */
  overlaps: Range | null;
  /** for the field: what the ends come to now, or why they cannot be used */
  resolved: ResolvedRange | FieldProblem | null;
  /** why the range could not be read at all, and the way to try again */
  error: ApiError | null;
  retry: () => void;
}

const UNREADABLE = new ApiError({
  code: 'not_loaded',
  message: 'The code that works with dates is missing.',
});

/**
 * What the range of the address asks, and of whom: Inside is the upstream's own filter, Overlaps is worked
 * out here over the whole list. A range that cannot be used changes nothing: the one before it stays.
 *
 * @param grid ms; relative ends move in steps of this
 */
export function useRangeQuestion(
  view: Pick<View, 'from' | 'to' | 'match' | 'undated'>,
  { zone, grid, now }: { zone: string; grid: number; now: number },
): RangeQuestion {
  const { from, to, match, undated } = view;
  const client = useQueryClient();
  const { resolved, failed, retry } = useRange(from, to, { zone, now, grid });
  const usable = resolved !== null && !isProblem(resolved) ? resolved : null;

  const overlaps = useMemo<Range | null>(
    () =>
      match === 'overlaps' && usable !== null && (usable.from !== null || usable.until !== null)
        ? { ...usable, undated }
        : null,
    [match, usable, undated],
  );
  const asked = useMemo(
    () => (match === 'inside' && (from !== '' || to !== '') ? askInside(client, from, to, zone) : WHOLE_LIST),
    [client, match, from, to, zone],
  );

  const [last, setLast] = useState<Pick<RangeQuestion, 'asked' | 'overlaps'> | null>(null);
  if (usable !== null && (last?.asked !== asked || last.overlaps !== overlaps)) setLast({ asked, overlaps });
  const reading = { resolved, error: failed ? UNREADABLE : null, retry };
  if (usable !== null) return { asked, overlaps, ...reading };
  if (failed) return { asked: null, overlaps: null, ...reading };
  return {
    asked: last?.asked ?? (resolved === null ? null : WHOLE_LIST),
    overlaps: last?.overlaps ?? null,
    ...reading,
  };
}

function askInside(client: QueryClient, from: string, to: string, zone: string): Asked {
  const relative = isRelative(from) || isRelative(to);
  return {
    name: `inside ${from} … ${to} ${zone}`,
    async resolve() {
      // What moves with the clock moves with the server's, on a grid that every browser shares.
      const grid = relative ? gridOf(await client.ensureQueryData(boardQuery)) : 1;
      const range = resolveRange(await loadTemporal(), { from, to }, { zone, now: readClock(), grid });
      if (isProblem(range)) throw new Error(range.problem);
      return {
        starts_after: range.from === null ? null : toUpstream(range.from),
        ends_before: range.until === null ? null : toUpstream(range.until),
      };
    },
  };
}

function isRelative(typed: string): boolean {
  const end = readEnd(typed);
  return !isProblem(end) && end.kind === 'relative';
}
