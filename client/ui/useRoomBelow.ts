import { type RefObject, useLayoutEffect } from 'react';

/** Free space (px) left above and below an element that sticks. */
const GAP = 12;

/**
 * Keeps an element that sticks to the top as high as the window has room below its top edge, at any scroll of
 * the page. CSS alone knows the window's height, and not what still stands above the element.
 */
export function useRoomBelow(element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const fill = () => {
      if (element.current === null) return;
      const top = Math.max(element.current.getBoundingClientRect().top, GAP);
      element.current.style.height = `${window.innerHeight - top - GAP}px`;
    };
    const observer = new ResizeObserver(fill);
    fill();
    observer.observe(document.body);
    window.addEventListener('scroll', fill, { passive: true });
    window.addEventListener('resize', fill);
    return () => {
      observer.disconnect();
      window.removeEventListener('scroll', fill);
      window.removeEventListener('resize', fill);
    };
  }, [element]);
}
