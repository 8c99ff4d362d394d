import { useLayoutEffect, useMemo, useRef } from 'react';

/** The element of a conference's row, when it is on the page that is on screen. */
export function rowOf(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
}

/** Gives the focus to the first row that is on screen. */
export function enterRows(): void {
  document.querySelector<HTMLElement>('[data-row]')?.focus();
}

/** Gives the focus to the drawer that stands beside the table, at its heading. */
export function enterDrawer(): void {
  document.querySelector<HTMLElement>('aside h2[tabindex]')?.focus();
}

/**
 * Keeps the row whose drawer opens or closes where it is on screen: the drawer takes room beside the list, and what
 * stands above the rows gets higher or lower for it. The second press of a double click would meet another row.
 *
 * @param id of the row; null while no drawer stands beside the list
 */
export function useStandingRow(id: string | null): void {
  const last = useRef(id);
  /** where the row is before the page changes: when a drawer closes, the row that it was of */
  const before = useMemo(() => {
    const row = rowOf(id ?? last.current ?? '');
    return row === null ? null : { row, top: row.getBoundingClientRect().top };
  }, [id]);
  useLayoutEffect(() => {
    last.current = id;
    if (before?.row.isConnected) scrollBy(0, before.row.getBoundingClientRect().top - before.top);
  }, [id, before]);
}
