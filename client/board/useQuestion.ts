import { useCallback, useMemo, useState } from 'react';
import { isProblem } from '#contract/range/problem.ts';
import type { FieldProblem, ResolvedRange } from '#contract/range/resolve.ts';
import type { View } from '#contract/view/view.ts';
import { useClock } from '../clock.ts';
import { useRange } from '../range/useRange.ts';
import type { Question } from './list/queries.ts';

/** The steps in which relative ends move on the page, ms; the server works them out anew with every answer. */
const GRID = 30_000;

/**
 * What the view asks of the server. A range that cannot be used is said at its field and not asked for: the one before
 * it stays.
 */
export function useQuestion(
  view: View,
  zone: string,
): { question: Question; range: ResolvedRange | FieldProblem | null } {
  const { from, to } = view;
  const now = useClock(useCallback((time) => Math.floor(time / GRID) * GRID, []));
  const range = useRange(from, to, { zone, now, grid: GRID });
  const isUsable = range === null || !isProblem(range);
  const [last, setLast] = useState({ from: '', to: '' });
  if (isUsable && (last.from !== from || last.to !== to)) setLast({ from, to });
  const question = useMemo(
    () => ({ view: isUsable ? view : { ...view, ...last }, zone }),
    [view, isUsable, last, zone],
  );
  return { question, range };
}
