import type { RefObject } from 'react';
import { useKeys } from '../ui/useKeys.ts';
import { KEYS_MENU_ID } from './KeysMenu.tsx';

/** The single letters that work wherever nobody types: search, refresh, into the table, and help. */
export function usePageKeys(
  main: RefObject<HTMLElement | null>,
  { enabled, onRefresh }: { enabled: boolean; onRefresh: () => void },
): void {
  const focus = (selector: string) => main.current?.querySelector<HTMLElement>(selector)?.focus();
  const enterTable = () => focus('tr[data-row][tabindex="0"]');
  useKeys(
    {
      '/': () => focus('input[type="search"]'),
      r: onRefresh,
      j: enterTable,
      k: enterTable,
      '?': () => {
        const source = document.querySelector<HTMLElement>(`[popovertarget="${KEYS_MENU_ID}"]`);
        // It opens at its button, wherever the key was pressed.
        if (source !== null) document.getElementById(KEYS_MENU_ID)?.showPopover({ source });
      },
    },
    enabled,
  );
}
