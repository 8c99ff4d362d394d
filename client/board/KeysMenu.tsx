import { Keyboard } from 'lucide-react';
import { memo, type RefObject } from 'react';
import { Popover } from '../ui/Popover.tsx';
import { useKeys } from '../ui/useKeys.ts';
import styles from './KeysMenu.module.css';

/** Every key of the page, and what it does. */
const KEYS = [
  ['/', 'Search; from there Enter or ↓ to the first row that it found'],
  ['r', 'Refresh'],
  ['j  k  ↓  ↑', 'Next and previous row'],
  ['↑', 'From the first row to the headers; ←  → along them, Enter sorts'],
  ['Home  End', 'First and last row'],
  ['PgDn  PgUp', 'Ten rows on and back'],
  ['Enter', 'Open the row; pressed again, go into its drawer, from which j and k lead back'],
  ['→  ←', 'Into the cells of the row and back; Enter there: filter by the value or copy it'],
  ['[  ]', 'Previous and next conference in the drawer'],
  ['Esc', 'Close the drawer'],
  ['?', 'These keys'],
] as const;

/** By which the key that opens it finds it. */
const KEYS_MENU_ID = 'keys';

interface KeysMenuProps {
  enabled: boolean;
  onEnable: (enabled: boolean) => void;
}

/** Which keys there are, and switching the single letters off: they get in the way of who speaks to a computer. */
export const KeysMenu = memo(function KeysMenu({ enabled, onEnable }: KeysMenuProps) {
  return (
    <Popover
      id={KEYS_MENU_ID}
      label="Keyboard"
      look="plain"
      iconOnly
      icon={<Keyboard size={16} aria-hidden />}
    >
      {() => (
        <div className={styles.menu}>
          <dl className={styles.keys}>
            {KEYS.map(([keys, meaning]) => (
              <div key={keys} className={styles.line}>
                <dt>
                  {keys.split('  ').map((key) => (
                    <kbd key={key} className={styles.key}>
                      {key}
                    </kbd>
                  ))}
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
          <label className={styles.switch}>
            <input type="checkbox" checked={enabled} onChange={(event) => onEnable(event.target.checked)} />
            Single letters act as keys
          </label>
        </div>
      )}
    </Popover>
  );
});

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
