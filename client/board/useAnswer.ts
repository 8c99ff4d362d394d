import { useMemo } from 'react';
import type { View } from '#contract/view/view.ts';
import type { Range } from '../roster/overlap.ts';
import type { Answer } from '../roster/question.ts';
import type { List } from './list.ts';
import { usePrepared } from './usePrepared.ts';
import { useStatusClock } from './useStatusClock.ts';

interface Answered {
  /** null before the first rows */
  answer: Answer | null;
  /** the same text as long as the reader asks the same, whatever the list does meanwhile */
  question: string;
}

/** What the roster answers to the view; anew when the view, the list or some status changes. */
export function useAnswer(
  list: List | undefined,
  view: View,
  { zone, overlaps }: { zone: string; overlaps: Range | null },
): Answered {
  const now = useStatusClock(list);
  usePrepared(list);
  const { q, filters, theme, sort } = view;

  const answer = useMemo(
    () => list?.roster.ask({ q, filters, zone, theme, sort, range: overlaps, now }) ?? null,
    [list, now, q, filters, zone, theme, sort, overlaps],
  );
  const { from, to, match, undated, tz, page, rows } = view;
  const question = JSON.stringify([
    list?.filter === undefined ? null : [from, to, match, undated, tz],
    [q, filters, theme, sort, page, rows],
  ]);
  return { answer, question };
}
