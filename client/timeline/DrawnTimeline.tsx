import { useRef, useState } from 'react';
import type { TimelineAnswer } from '#contract/list.ts';
import { formatInstant } from '../lib/instant.ts';
import type { TemporalApi } from '../lib/temporal.ts';
import { useWidth } from '../ui/useWidth.ts';
import type { Span } from './bars.ts';
import { Controls } from './Controls.tsx';
import { Legend } from './Legend.tsx';
import { Plot } from './Plot.tsx';
import { pan, snap, stepOf, toRange, toRangeText, zoom } from './span.ts';
import styles from './Timeline.module.css';
import { TimelineTable } from './TimelineTable.tsx';
import { useDrawing } from './useDrawing.ts';
import { useWheel } from './useWheel.ts';

/** The range as it came out, ms; null is an open end. */
export interface ShownRange {
  readonly from: number | null;
  readonly until: number | null;
}

interface DrawnTimelineProps {
  temporal: TemporalApi;
  answer: TimelineAnswer;
  range: ShownRange;
  /** the span on screen, at rest */
  settled: Span;
  /** IANA zone */
  zone: string;
  /** ms */
  now: number;
  /** the bar whose drawer is open */
  selectedId: string | null;
  /** a range was chosen, in the language of ranges */
  onRange: (change: { from: string; to: string }) => void;
  onOpen: (id: string) => void;
}

const MINUTE = 60_000;

/** The conferences of the results as bars over time, under a count of how many are open and in session. */
export function DrawnTimeline(props: DrawnTimelineProps) {
  const { temporal, answer, range, settled, zone, now, selectedId, onRange, onOpen } = props;
  const box = useRef<HTMLElement>(null);
  const plot = useRef<HTMLElement>(null);
  const width = useWidth(box);
  const [asTable, setAsTable] = useState(false);

  const choose = (span: Span) => {
    const step = Math.max(stepOf(span, 1 / 200), MINUTE);
    const start = snap(span.start, step);
    const end = Math.max(snap(span.end, step), start + MINUTE);
    onRange({ from: toRangeText(temporal, start, zone), to: toRangeText(temporal, end, zone) });
  };
  const sight = useWheel(box, plot, settled, (span) => choose(toRange(span)));
  const drawing = useDrawing({ temporal, answer, sight, settled, zone, width, now });
  const shown = toRange(sight);

  return (
    <section ref={box} aria-label="Timeline" className={styles.timeline}>
      <header className={styles.header}>
        <h2 className={styles.title}>Timeline</h2>
        <p className={styles.words}>
          {formatInstant(shown.start, zone, 'short')} – {formatInstant(shown.end, zone, 'short')}
        </p>
        <Controls
          asTable={asTable}
          onAsTable={setAsTable}
          onPan={(share) => choose(toRange(pan(sight, share)))}
          onZoom={(factor) => choose(toRange(zoom(sight, factor)))}
          onNow={() => onRange(aroundNow(shown))}
        />
      </header>
      {asTable ? (
        <TimelineTable
          counts={answer}
          drawn={drawing.drawn}
          more={answer.more}
          axis={drawing.axis}
          sight={settled}
          zone={zone}
          now={drawing.minute}
          onOpen={onOpen}
        />
      ) : (
        <>
          <Plot
            plot={plot}
            drawing={drawing}
            range={range}
            sight={sight}
            width={width}
            zone={zone}
            now={now}
            selectedId={selectedId}
            onChoose={choose}
            onOpen={onOpen}
          />
          <Legend more={answer.more} />
        </>
      )}
    </section>
  );
}

/** As much time as is shown, with now in its middle, and staying there. */
function aroundNow({ start, end }: Span): { from: string; to: string } {
  const half = Math.max(1, Math.round((end - start) / 2 / MINUTE));
  return { from: `now-${half}m`, to: `now+${half}m` };
}
