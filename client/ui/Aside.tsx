import { type ReactNode, useState } from 'react';
import styles from './Aside.module.css';
import { useHeldFocus } from './useHeldFocus.ts';

interface AsideProps {
  /** id of the heading that names it */
  labelledBy: string;
  /** Escape was pressed in it */
  onClose: () => void;
  children: ReactNode;
}

/** A pane beside what it belongs to: it stays in the window while the page scrolls, and both stay in use. */
export function Aside({ labelledBy, onClose, children }: AsideProps) {
  const [element, setElement] = useState<HTMLElement | null>(null);
  useHeldFocus(element, labelledBy);
  return (
    <aside
      ref={setElement}
      aria-labelledby={labelledBy}
      className={styles.aside}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      {children}
    </aside>
  );
}
