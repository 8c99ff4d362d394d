import { useEffect } from 'react';

/**
 * Keeps the focus within an element, once it is there: when what had it goes away (a button that is no longer offered), it goes to
 * the heading, and not to the top of the page. Where the reader last was tells a loss from a leave: browsers do not
 * agree whether something that goes away is blurred.
 */
export function useHeldFocus(container: HTMLElement | null, headingId: string): void {
  useEffect(() => {
    if (container === null) return;
    let held = container.contains(document.activeElement);
    const follow = ({ target }: Event) => {
      held = target instanceof Node && container.contains(target);
    };
    const observer = new MutationObserver(() => {
      if (held && document.activeElement === document.body)
        document.getElementById(headingId)?.focus({ preventScroll: true });
    });
    document.addEventListener('focusin', follow);
    document.addEventListener('pointerdown', follow);
    observer.observe(container, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', follow);
      document.removeEventListener('pointerdown', follow);
      observer.disconnect();
    };
  }, [container, headingId]);
}
