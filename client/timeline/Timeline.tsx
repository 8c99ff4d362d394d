import { useContext, useMemo, useState } from 'react';
import { useNow } from '../clock.ts';
import type { TemporalApi } from '../lib/temporal.ts';
import { OldContext } from '../status/statusNow.ts';
import { Notice } from '../ui/Notice.tsx';
import { DrawnTimeline, type ShownRange } from './DrawnTimeline.tsx';
import { type Place, toSight } from './span.ts';
import { TimelinePlace } from './TimelinePlace.tsx';
import { useTimelineAnswer } from './useTimelineAnswer.ts';

export interface TimelineProps {
  temporal: TemporalApi;
  /** as `writeSelection` writes it, without a range */
  question: string;
  /** changes with the list; null while nothing is known of it */
  moment: string | null;
  /** the rows of the question are on their way, and nothing is asked beside them: they come first */
  waits: boolean;
  /** the range as it came out; null while there is none, or none that can be used */
  range: ShownRange | null;
  /** the range as the address says it, its two ends with a space between: another one, and the picture goes to it */
  rangeText: string;
  /** IANA zone */
  zone: string;
  /** the conference whose drawer is open */
  selectedId: string | null;
  /** a range was chosen, in the language of ranges */
  onRange: (range: { from: string; to: string }) => void;
  onOpen: (id: string) => void;
}

/** The timeline of a question, with what the server answers to it. It moves by itself, and asks nothing of the list. */
export function Timeline({ question, moment, waits, range, rangeText, onRange, ...others }: TimelineProps) {
  const now = useNow();
  const old = useContext(OldContext);
  const [moved, setMoved] = useState<{ place: Place; over: string }>({ place: null, over: rangeText });
  const [lanes, setLanes] = useState(false);
  const place = moved.over === rangeText ? moved.place : null;
  const { start, end } = toSight(place, range, now);
  const settled = useMemo(() => ({ start, end }), [start, end]);
  const { answer, error } = useTimelineAnswer({ question, moment, waits, sight: settled, bars: lanes, now });
  if (answer === null)
    return error === null ? (
      <TimelinePlace />
    ) : (
      <Notice tone="warning" title="There is no timeline.">
        {error.message} The board asks again by itself.
      </Notice>
    );
  return (
    <DrawnTimeline
      answer={answer}
      range={range}
      settled={settled}
      now={now}
      asOf={old?.asOf ?? null}
      lanes={lanes}
      onLanes={setLanes}
      onMove={(next) => setMoved({ place: next, over: rangeText })}
      onRange={(chosen) => {
        // What was chosen in the picture moves nothing in it.
        setMoved({ place: settled, over: `${chosen.from} ${chosen.to}` });
        onRange(chosen);
      }}
      {...others}
    />
  );
}
