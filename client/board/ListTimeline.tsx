import { memo, Suspense, useMemo } from 'react';
import { isProblem } from '#contract/range/problem.ts';
import type { FieldProblem, ResolvedRange } from '#contract/range/resolve.ts';
import type { Answer } from '../roster/question.ts';
import { LazyTimeline } from '../timeline/LazyTimeline.tsx';
import { TimelinePlace } from '../timeline/TimelinePlace.tsx';
import { toBars } from '../timeline/toBars.ts';
import styles from './ConferencesPage.module.css';

interface ListTimelineProps {
  /** what is drawn; null before the first rows */
  answer: Answer | null;
  range: ResolvedRange | FieldProblem | null;
  zone: string;
  /** its drawer is open */
  selectedId: string | null;
  onRange: (range: { from: string; to: string }) => void;
  onOpen: (id: string) => void;
}

/** What the list matches, on a line of time. */
export const ListTimeline = memo(function ListTimeline({ answer, range, ...others }: ListTimelineProps) {
  const drawn = answer?.byStart() ?? null;
  const bars = useMemo(() => drawn && toBars(drawn), [drawn]);
  return (
    <div className={styles.timeline}>
      <Suspense fallback={<TimelinePlace />}>
        {bars === null ? (
          <TimelinePlace />
        ) : (
          <LazyTimeline bars={bars} range={range === null || isProblem(range) ? null : range} {...others} />
        )}
      </Suspense>
    </div>
  );
});
