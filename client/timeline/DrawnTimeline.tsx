import { useRef, useState } from 'react';
import type { TimelineAnswer } from '#contract/list.ts';
import { formatInstant } from '../lib/instant.ts';
import { formatNumber } from '../lib/number.ts';
import type { TemporalApi } from '../lib/temporal.ts';
import { Button } from '../ui/Button.tsx';
import { useWidth } from '../ui/useWidth.ts';
import type { Span } from './bars.ts';
import { Controls } from './Controls.tsx';
import { LaneLegend, Legend } from './Legend.tsx';
import { Plot } from './Plot.tsx';
import { type Place, pan, snap, stepOf, toRangeText, zoom } from './span.ts';
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
  range: ShownRange | null;
  /** the span on screen, at rest */
  settled: Span;
  /** IANA zone */
  zone: string;
  /** ms */
  now: number;
  /** since when nobody knows who is in session, ms; null while that is known */
  asOf: number | null;
  /** whether each conference has a bar of its own */
  lanes: boolean;
  /** the bar whose drawer is open */
  selectedId: string | null;
  onLanes: (lanes: boolean) => void;
  onMove: (place: Place) => void;
  /** a range was chosen, in the language of ranges */
  onRange: (change: { from: string; to: string }) => void;
  onOpen: (id: string) => void;
}

const MINUTE = 60_000;

const NO_RANGE: ShownRange = { from: null, until: null };

/** How many windows are open and how many sessions run over time, and below it, on demand, each conference as a bar. */
export function DrawnTimeline(props: DrawnTimelineProps) {
  const { temporal, answer, range, settled, zone, now, asOf, lanes, selectedId, onMove, onRange, onOpen } =
    props;
  const box = useRef<HTMLElement>(null);
  const plot = useRef<HTMLElement>(null);
  const width = useWidth(box);
  const [asTable, setAsTable] = useState(false);

  const choose = (start: number, end: number) =>
    onRange({ from: toRangeText(temporal, start, zone), to: toRangeText(temporal, end, zone) });
  const chooseRound = (span: Span) => {
    const step = Math.max(stepOf(span, 1 / 200), MINUTE);
    const start = snap(span.start, step);
    choose(start, Math.max(snap(span.end, step), start + MINUTE));
  };
  const sight = useWheel(box, plot, settled, onMove);
  const drawing = useDrawing({ temporal, answer, sight, settled, zone, width, now, asOf });
  const { seen } = answer;
  const isRange = range?.from === seen.from && range.until === seen.until;

  return (
    <section ref={box} aria-label="Timeline" className={styles.timeline}>
      <header className={styles.head} data-over={!asTable || undefined}>
        <h2 className="visually-hidden">Timeline</h2>
        <p className="visually-hidden">
          {formatInstant(sight.start, zone, 'short')} – {formatInstant(sight.end, zone, 'short')}
        </p>
        <Legend counts={drawing.counts} sight={sight} now={now} />
        <div className={styles.controls}>
          {!isRange && seen.count > 0 && (
            <Button look="outlined" onClick={() => choose(seen.from, seen.until)}>
              Show only these {formatNumber(seen.count)}
            </Button>
          )}
          <Controls
            lanes={lanes}
            onLanes={props.onLanes}
            asTable={asTable}
            onAsTable={setAsTable}
            onPan={(share) => onMove(pan(sight, share))}
            onZoom={(factor) => onMove(zoom(sight, factor))}
            onNow={() => onMove({ around: sight.end - sight.start })}
          />
        </div>
      </header>
      {asTable ? (
        <TimelineTable
          counts={drawing.counts}
          drawn={lanes ? drawing.drawn : null}
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
            showLanes={lanes}
            range={range ?? NO_RANGE}
            sight={sight}
            width={width}
            zone={zone}
            now={now}
            selectedId={selectedId}
            onChoose={chooseRound}
            onOpen={onOpen}
          />
          {lanes && <LaneLegend more={answer.more} />}
        </>
      )}
    </section>
  );
}
