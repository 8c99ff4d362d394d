import { type RefObject, useEffect } from 'react';

/**
 * Keeps the focus within an element: when what had it goes away (a button that is no longer offered), it goes to
 * the heading, and not to the top of the page.
 */
export function useHeldFocus(element: RefObject<HTMLElement | null>, headingId: string): void {
  useEffect(() => {
    const container = element.current;
    if (container === null) return;
    let held = container.contains(document.activeElement);
    const onIn = () => {
      held = true;
    };
    const onOut = () => {
      held = false;
    };
    const observer = new MutationObserver(() => {
      if (held && document.activeElement === document.body)
        document.getElementById(headingId)?.focus({ preventScroll: true });
    });
    container.addEventListener('focusin', onIn);
    container.addEventListener('focusout', onOut);
    observer.observe(container, { childList: true, subtree: true });
    return () => {
      container.removeEventListener('focusin', onIn);
      container.removeEventListener('focusout', onOut);
      observer.disconnect();
    };
  }, [element, headingId]);
}
