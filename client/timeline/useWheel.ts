import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import type { Span } from './bars.ts';
import { pan, zoom } from './span.ts';

/** How long the hand must rest before the picture stays where it was moved to, and is asked for, ms. */
const REST_MS = 350;

interface Moving {
  readonly span: Span;
  /** the sight from which it began: another one puts an end to it */
  readonly over: Span;
}

/**
 * Sideways wheel pans, as a swipe on a trackpad does; the wheel with Ctrl (and a pinch) zooms around the pointer. The
 * picture follows at once, and comes to rest with the hand. `room` holds the plot and what stands over it: a swipe that
 * begins on a button must not leave the page.
 */
export function useWheel(
  room: RefObject<HTMLElement | null>,
  plot: RefObject<HTMLElement | null>,
  sight: Span,
  onRest: (span: Span) => void,
): Span {
  const [moving, setMoving] = useState<Moving | null>(null);
  const span = moving !== null && moving.over === sight ? moving.span : sight;

  const turn = useEffectEvent((event: WheelEvent) => {
    const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey;
    const meant = event.ctrlKey || event.metaKey || sideways;
    if (!meant || plot.current === null) return;
    event.preventDefault();
    const box = plot.current.getBoundingClientRect();
    const held = span.start + ((event.clientX - box.left) / box.width) * (span.end - span.start);
    const next =
      event.ctrlKey || event.metaKey
        ? zoom(span, Math.exp(event.deltaY / 200), held)
        : pan(span, (event.deltaX || event.deltaY) / box.width);
    setMoving({ span: next, over: sight });
  });
  const rest = useEffectEvent((settled: Span) => onRest(settled));

  useEffect(() => {
    // The plot comes and goes, its room stays; and React's own wheel handlers may not keep a page from scrolling.
    const element = room.current;
    element?.addEventListener('wheel', turn, { passive: false });
    return () => element?.removeEventListener('wheel', turn);
  }, [room]);

  useEffect(() => {
    if (moving === null) return;
    const timer = setTimeout(() => rest(moving.span), REST_MS);
    return () => clearTimeout(timer);
  }, [moving]);

  return span;
}
