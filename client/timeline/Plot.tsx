import { type PointerEvent, type RefObject, useCallback, useRef, useState } from 'react';
import type { TimelineBar } from '#contract/list.ts';
import { readRem } from '../ui/useWidth.ts';
import type { Span } from './bars.ts';
import { barAt, type Lanes } from './lanes.ts';
import { Overlay } from './Overlay.tsx';
import styles from './Plot.module.css';
import { HEAD_HEIGHT, paintHead } from './paintHead.ts';
import { paintLanes } from './paintLanes.ts';
import { usePalette } from './palette.ts';
import { stepOf } from './span.ts';
import { Tooltip } from './Tooltip.tsx';
import { useBrush } from './useBrush.ts';
import type { Drawing } from './useDrawing.ts';
import { usePainting } from './usePainting.ts';

interface PlotProps {
  plot: RefObject<HTMLElement | null>;
  drawing: Drawing;
  showLanes: boolean;
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

/** The picture: histogram and axis, below them the lanes, over all now, the range and what is being chosen. */
export function Plot(props: PlotProps) {
  const { plot, drawing, showLanes, range, sight, width, zone, now, selectedId, onChoose, onOpen } = props;
  const { lanes, axis, counts, most, x, laneHeight, lanesHeight, painted } = drawing;
  const scroller = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLCanvasElement>(null);
  const body = useRef<HTMLCanvasElement>(null);
  const palette = usePalette(plot);
  const [scale] = useState(() => readRem() / 16);
  const headHeight = HEAD_HEIGHT * scale;
  const [scrolled, setScrolled] = useState(0);
  const [hover, setHover] = useState<{ lanes: Lanes; bar: TimelineBar; x: number; y: number } | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);

  const findBar = (instant: number, clientY: number) => {
    if (scroller.current === null) return null;
    const { top } = scroller.current.getBoundingClientRect();
    if (clientY < top) return null;
    const lane = Math.floor((clientY - top + scrolled) / laneHeight);
    const slack = (4 * (sight.end - sight.start)) / width;
    return barAt(lanes, { lane, instant, slack, now });
  };
  const brush = useBrush({
    sight,
    width,
    edges: range.from !== null && range.until !== null ? { start: range.from, end: range.until } : null,
    home: now,
    step: stepOf(sight, 1 / 60),
    onTake: onChoose,
    onPress(instant, clientY) {
      const bar = findBar(instant, clientY);
      if (bar !== null) onOpen(bar.id);
    },
  });
  const point = (event: PointerEvent<HTMLElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    // A finger covers what it points at.
    const touch = event.pointerType === 'touch';
    const instant = sight.start + ((event.clientX - left) / width) * (sight.end - sight.start);
    const bar = touch ? null : findBar(instant, event.clientY);
    setPointed(touch || event.clientY - top > headHeight ? null : instant);
    setHover(bar === null ? null : { lanes, bar, x: event.clientX - left, y: event.clientY - top });
  };

  usePainting(
    head,
    palette,
    { width, height: headHeight },
    useCallback(
      (pen, colours) => paintHead(pen, colours, { axis, counts, most, x, width, scale, now: painted }),
      [axis, counts, most, x, width, scale, painted],
    ),
  );
  usePainting(
    body,
    palette,
    { width, height: showLanes ? lanesHeight : 0 },
    useCallback(
      (pen, colours) => {
        const at = { scrolled, x, width, height: lanesHeight, now: painted };
        paintLanes(pen, colours, { lanes, axis, laneHeight, selectedId, ...at });
      },
      [lanes, axis, laneHeight, selectedId, scrolled, x, width, lanesHeight, painted],
    ),
  );

  const whole = lanes.length * laneHeight;
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
      onPointerLeave={() => {
        setHover(null);
        setPointed(null);
      }}
    >
      <canvas ref={head} aria-hidden className={styles.head} style={{ width, height: headHeight }} />
      {showLanes && (
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
      )}
      {showLanes && scrolled + lanesHeight < whole && <div className={styles.more} />}
      {most === 0 && (
        <p className={styles.none}>No conference of the list is open in this stretch of time.</p>
      )}
      <Overlay
        x={x}
        width={width}
        range={range}
        brush={brush}
        sight={sight}
        counts={counts}
        now={now}
        zone={zone}
        pointed={brush.stretch === null ? pointed : null}
      />
      {hover !== null && hover.lanes === lanes && !brush.dragging && (
        <Tooltip bar={hover.bar} x={hover.x} y={hover.y} zone={zone} now={now} width={width} />
      )}
    </figure>
  );
}
