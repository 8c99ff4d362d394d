import { type KeyboardEvent, type PointerEvent, useEffect, useEffectEvent, useState } from 'react';
import type { Span } from './bars.ts';

/** Less than this, and a press is a click; px. */
const STILL = 4;

/** How near to an edge of the range a press takes hold of it, px. */
const EDGE = 7;

/** How long after the last key a stretch that was chosen by keys becomes the range, ms. */
const REST_MS = 700;

/** A stretch that is being chosen: from where it began to where the pointer or cursor is, ms. */
interface Stretch {
  readonly anchor: number;
  readonly head: number;
}

interface BrushOptions {
  sight: Span;
  width: number;
  /** the range's own edges, ms; null while it has none */
  edges: Span | null;
  /** where the cursor stands at first, ms */
  home: number;
  /** how far a key moves the cursor, ms */
  step: number;
  onTake: (span: Span) => void;
  /** a press without a drag, at an instant (ms) and a height (px of the window) */
  onPress: (instant: number, clientY: number) => void;
}

export type Brush = ReturnType<typeof useBrush>;

/**
 * Chooses a stretch of time: by a drag of the pointer or finger, of an edge of the range that is there, or
 * with Shift and the arrow keys from a cursor that the arrow keys alone move.
 */
export function useBrush({ sight, width, edges, home, step, onTake, onPress }: BrushOptions) {
  const [stretch, setStretch] = useState<Stretch | null>(null);
  const [press, setPress] = useState<{ x: number; anchor: number } | null>(null);
  const [keyed, setKeyed] = useState(false);
  const [placed, setPlaced] = useState<number | null>(null);
  const within = (instant: number) => Math.min(Math.max(instant, sight.start), sight.end);
  const cursor = within(placed ?? home);

  const instantAt = (event: PointerEvent<HTMLElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    return sight.start + ((event.clientX - left) / width) * (sight.end - sight.start);
  };
  /** The edge of the range under the pointer: the other one is where a drag of it begins. */
  const oppositeOf = (instant: number) => {
    const reach = (EDGE / width) * (sight.end - sight.start);
    if (edges === null) return null;
    if (Math.abs(instant - edges.start) <= reach) return edges.end;
    return Math.abs(instant - edges.end) <= reach ? edges.start : null;
  };
  const take = (chosen: Stretch | null) => {
    setStretch(null);
    setKeyed(false);
    if (chosen === null || chosen.anchor === chosen.head) return;
    setPlaced(chosen.head);
    onTake({ start: Math.min(chosen.anchor, chosen.head), end: Math.max(chosen.anchor, chosen.head) });
  };
  const takeNow = useEffectEvent(() => take(stretch));

  useEffect(() => {
    if (!keyed || stretch === null) return;
    const timer = setTimeout(takeNow, REST_MS);
    return () => clearTimeout(timer);
  }, [keyed, stretch]);

  const moveCursor = (by: number, extend: boolean) => {
    const head = within(cursor + by);
    setPlaced(head);
    setKeyed(false);
    setStretch(extend ? { anchor: stretch?.anchor ?? cursor, head } : null);
  };

  return {
    stretch,
    cursor,
    /** whether a drag is going on */
    dragging: press !== null && stretch !== null,
    handlers: {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        if (event.button !== 0) return;
        const instant = instantAt(event);
        setPress({ x: event.clientX, anchor: oppositeOf(instant) ?? instant });
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        if (press === null) return;
        if (stretch === null && Math.abs(event.clientX - press.x) < STILL) return;
        // Captured only now: a press that stays a press belongs to what lies under it.
        event.currentTarget.setPointerCapture(event.pointerId);
        setStretch({ anchor: press.anchor, head: within(instantAt(event)) });
      },
      onPointerUp(event: PointerEvent<HTMLElement>) {
        if (press === null) return;
        setPress(null);
        // By the event itself: the last move may not have been drawn yet.
        const instant = instantAt(event);
        const moved = stretch !== null || Math.abs(event.clientX - press.x) >= STILL;
        if (moved) take({ anchor: press.anchor, head: within(instant) });
        else onPress(instant, event.clientY);
      },
      onPointerCancel() {
        setPress(null);
        setStretch(null);
      },
      onKeyDown(event: KeyboardEvent<HTMLElement>) {
        const by = STEPS[event.key];
        if (by !== undefined) moveCursor(by * step, event.shiftKey);
        else if (event.key === 'Home' || event.key === 'End') {
          moveCursor((event.key === 'Home' ? sight.start : sight.end) - cursor, event.shiftKey);
        } else if (event.key === 'Enter' && stretch !== null) take(stretch);
        else if (event.key === 'Escape' && stretch !== null) setStretch(null);
        else return;
        event.preventDefault();
        event.stopPropagation();
      },
      onBlur() {
        if (press === null) setStretch(null);
      },
      onKeyUp(event: KeyboardEvent<HTMLElement>) {
        if (event.key === 'Shift' && stretch !== null && press === null) setKeyed(true);
      },
    },
  };
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };
