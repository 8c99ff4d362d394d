import { useMemo } from 'react';
import { useNow } from '../clock.ts';
import type { TemporalApi } from '../lib/temporal.ts';
import { Notice } from '../ui/Notice.tsx';
import { DrawnTimeline, type ShownRange } from './DrawnTimeline.tsx';
import { toSight } from './span.ts';

import { TimelinePlace } from './TimelinePlace.tsx';
import { useTimelineAnswer } from './useTimelineAnswer.ts';

export interface TimelineProps {
  temporal: TemporalApi;
  /** as `writeQuestion` writes it, without page, rows and order */
  question: string;
  /** changes with the list; null while nothing is known of it */
  rev: string | null;
  /** the range of the address as it came out; null while it has none, or none that can be used */
  range: ShownRange | null;
  /** IANA zone */
  zone: string;
  /** the conference whose drawer is open */
  selectedId: string | null;
  /** a range was chosen, in the language of ranges */
  onRange: (range: { from: string; to: string }) => void;
  onOpen: (id: string) => void;
}

/** While there is no range the picture goes on with the time by steps, and stands still between them. */
const GRID_MS = 5 * 60_000;

/** The timeline of a question, with what the server answers to it. */
export function Timeline({ question, rev, range, ...others }: TimelineProps) {
  const now = useNow();
  const coarse = Math.floor(now / GRID_MS) * GRID_MS;
  const from = range?.from ?? null;
  const until = range?.until ?? null;
  const settled = useMemo(() => toSight({ from, until }, coarse), [from, until, coarse]);
  const { answer, error } = useTimelineAnswer({ question, rev, sight: settled, now });
  if (answer === null)
    return error === null ? (
      <TimelinePlace />
    ) : (
      <Notice tone="warning" title="There is no timeline.">
        {error.message} The board asks again by itself.
      </Notice>
    );
  return <DrawnTimeline answer={answer} range={{ from, until }} settled={settled} now={now} {...others} />;
}
