import { useEffect } from 'react';

/**
 * Keeps the focus near an element, once it is in it: when what had it goes away (a button that is no longer offered), it
 * goes to what has the id, the heading for one, and not to the top of the page. Where the reader last was tells a loss
 * from a leave: browsers do not agree whether something that goes away is blurred.
 */
export function useHeldFocus(container: HTMLElement | null, id: string): void {
  useEffect(() => {
    if (container === null) return;
    let held = container.contains(document.activeElement);
    const follow = ({ target }: Event) => {
      held = target instanceof Node && container.contains(target);
    };
    const observer = new MutationObserver(() => {
      if (held && document.activeElement === document.body)
        document.getElementById(id)?.focus({ preventScroll: true });
    });
    document.addEventListener('focusin', follow);
    document.addEventListener('pointerdown', follow);
    observer.observe(container, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', follow);
      document.removeEventListener('pointerdown', follow);
      observer.disconnect();
    };
  }, [container, id]);
}
