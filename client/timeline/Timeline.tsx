import { useMemo, useRef, useState } from 'react';
import { useNow } from '../clock.ts';
import { formatInstant } from '../lib/instant.ts';
import type { TemporalApi } from '../lib/temporal.ts';
import { useWidth } from '../ui/useWidth.ts';
import type { Bars, Span } from './bars.ts';
import { Controls } from './Controls.tsx';
import { Legend } from './Legend.tsx';
import { Plot } from './Plot.tsx';
import { toRangeText } from './rangeText.ts';
import { pan, snap, stepOf, toRange, toSight, zoom } from './span.ts';
import styles from './Timeline.module.css';
import { TimelineTable } from './TimelineTable.tsx';
import { useDrawing } from './useDrawing.ts';
import { useWheel } from './useWheel.ts';

interface TimelineProps {
  temporal: TemporalApi;
  bars: Bars;
  /** the range of the address as it came out, ms; null while it has none, or none that can be used */
  range: { readonly from: number | null; readonly until: number | null } | null;
  /** IANA zone */
  zone: string;
  /** the bar whose drawer is open */
  selectedId: string | null;
  /** a range was chosen, in the language of ranges */
  onRange: (change: { from: string; to: string }) => void;
  onOpen: (id: string) => void;
}

const MINUTE = 60_000;

/** The conferences of the results as bars over time, under a count of how many are open and in session. */
export function Timeline({ temporal, bars, range, zone, selectedId, onRange, onOpen }: TimelineProps) {
  const now = useNow();
  const box = useRef<HTMLElement>(null);
  const plot = useRef<HTMLElement>(null);
  const width = useWidth(box);
  const [asTable, setAsTable] = useState(false);

  const coarse = Math.floor(now / (5 * MINUTE)) * 5 * MINUTE;
  const from = range?.from ?? null;
  const until = range?.until ?? null;
  const settled = useMemo(() => toSight({ from, until }, coarse), [from, until, coarse]);
  const choose = (span: Span) => {
    const step = Math.max(stepOf(span, 1 / 200), MINUTE);
    const start = snap(span.start, step);
    const end = Math.max(snap(span.end, step), start + MINUTE);
    onRange({ from: toRangeText(temporal, start, zone), to: toRangeText(temporal, end, zone) });
  };
  const sight = useWheel(box, plot, settled, (span) => choose(toRange(span)));
  const drawing = useDrawing({ temporal, bars, sight, settled, zone, width, now });
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
          bars={bars}
          drawn={drawing.drawn}
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
            bars={bars}
            drawing={drawing}
            range={{ from, until }}
            sight={sight}
            width={width}
            zone={zone}
            now={now}
            selectedId={selectedId}
            onChoose={choose}
            onOpen={onOpen}
          />
          <Legend hidden={drawing.lanes.hidden} />
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
