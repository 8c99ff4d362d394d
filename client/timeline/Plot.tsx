import { type PointerEvent, type RefObject, useCallback, useRef, useState } from 'react';
import type { Bars, Span } from './bars.ts';
import { barAt } from './lanes.ts';
import { Overlay } from './Overlay.tsx';
import styles from './Plot.module.css';
import { HEAD_HEIGHT, paintHead } from './paintHead.ts';
import { paintLanes } from './paintLanes.ts';
import { stepOf } from './span.ts';
import { Tooltip } from './Tooltip.tsx';
import { useBrush } from './useBrush.ts';
import type { Drawing } from './useDrawing.ts';
import { usePainting } from './usePainting.ts';
import { usePalette } from './usePalette.ts';

interface PlotProps {
  plot: RefObject<HTMLElement | null>;
  bars: Bars;
  drawing: Drawing;
  /** the range's own ends, ms; null is open */
  range: { readonly from: number | null; readonly until: number | null };
  sight: Span;
  width: number;
  zone: string;
  /** ms */
  now: number;
  selectedId: string | null;
  onChoose: (span: Span) => void;
  onOpen: (id: string) => void;
}

/** The picture: axis and histogram, below them the lanes, over both now, the range and what is being chosen. */
export function Plot(props: PlotProps) {
  const { plot, bars, drawing, range, sight, width, zone, now, selectedId, onChoose, onOpen } = props;
  const { lanes, axis, histogram, x, laneHeight, lanesHeight, painted } = drawing;
  const scroller = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLCanvasElement>(null);
  const body = useRef<HTMLCanvasElement>(null);
  const palette = usePalette(plot);
  const [scrolled, setScrolled] = useState(0);
  const [hover, setHover] = useState<{ bars: Bars; place: number; x: number; y: number } | null>(null);

  const findBar = (instant: number, clientY: number) => {
    const top = scroller.current?.getBoundingClientRect().top ?? 0;
    if (clientY < top) return null;
    const lane = Math.floor((clientY - top + scrolled) / laneHeight);
    const slack = (4 * (sight.end - sight.start)) / width;
    return barAt(lanes, bars, { lane, instant, slack, now });
  };
  const brush = useBrush({
    sight,
    width,
    edges: range.from !== null && range.until !== null ? { start: range.from, end: range.until } : null,
    home: now,
    step: stepOf(sight, 1 / 60),
    onTake: onChoose,
    onPress(instant, clientY) {
      const place = findBar(instant, clientY);
      if (place !== null) onOpen(bars.id(place));
    },
  });
  const point = (event: PointerEvent<HTMLElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    // A finger covers what it points at.
    const touch = event.pointerType === 'touch';
    const place = touch ? null : findBar(x.invert(event.clientX - left), event.clientY);
    setHover(place === null ? null : { bars, place, x: event.clientX - left, y: event.clientY - top });
  };

  usePainting(
    head,
    palette,
    { width, height: HEAD_HEIGHT },
    useCallback(
      (pen, colours) => paintHead(pen, colours, { axis, histogram, x, width, now: painted }),
      [axis, histogram, x, width, painted],
    ),
  );
  usePainting(
    body,
    palette,
    { width, height: lanesHeight },
    useCallback(
      (pen, colours) => {
        const at = { scrolled, x, width, height: lanesHeight, now: painted };
        paintLanes(pen, colours, { bars, lanes, axis, laneHeight, selectedId, ...at });
      },
      [bars, lanes, axis, laneHeight, selectedId, scrolled, x, width, lanesHeight, painted],
    ),
  );

  const whole = lanes.rows.length * laneHeight;
  return (
    <figure
      ref={plot}
      aria-label="Picture"
      className={styles.plot}
      data-over={hover === null ? undefined : 'bar'}
      {...brush.handlers}
      onPointerMove={(event) => {
        brush.handlers.onPointerMove(event);
        point(event);
      }}
      onPointerLeave={() => setHover(null)}
    >
      <canvas ref={head} aria-hidden className={styles.head} style={{ width, height: HEAD_HEIGHT }} />
      <div
        ref={scroller}
        className={styles.lanes}
        style={{ height: lanesHeight }}
        onScroll={(event) => setScrolled(event.currentTarget.scrollTop)}
      >
        <div style={{ height: whole }}>
          <canvas ref={body} aria-hidden className={styles.body} style={{ width, height: lanesHeight }} />
        </div>
      </div>
      {scrolled + lanesHeight < whole && <div className={styles.more} />}
      {drawing.drawn.length === 0 && (
        <p className={styles.none}>No conference of the list is open in this stretch of time.</p>
      )}
      <Overlay
        x={x}
        width={width}
        range={range}
        brush={brush}
        sight={sight}
        histogram={histogram}
        now={now}
        zone={zone}
      />
      {hover !== null && hover.bars === bars && !brush.dragging && (
        <Tooltip {...hover} zone={zone} now={now} width={width} />
      )}
    </figure>
  );
}
