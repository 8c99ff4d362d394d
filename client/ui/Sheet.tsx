import { type ReactNode, type SyntheticEvent, useLayoutEffect, useRef, useState } from 'react';
import styles from './Sheet.module.css';
import { useHeldFocus } from './useHeldFocus.ts';

interface SheetProps {
  /** id of the heading that names it; it gets the focus when the sheet opens */
  labelledBy: string;
  onClose: () => void;
  children: (close: () => void) => ReactNode;
}

/**
 * A modal sheet over the page: the browser's own dialog keeps the focus in and the page behind inert. It lets
 * go of both before it reports that it was closed, so that the page can put the focus where it likes.
 */
export function Sheet({ labelledBy, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  /** Content is built in a dialog that is shown, where it has a size and can scroll to where it should be. */
  const [shown, setShown] = useState(false);
  useHeldFocus(dialog, labelledBy);

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    setShown(true);
    return () => element?.close();
  }, []);
  useLayoutEffect(() => {
    if (shown) document.getElementById(labelledBy)?.focus();
  }, [shown, labelledBy]);

  const close = () => {
    dialog.current?.close();
    onClose();
  };
  const onCancel = (event: SyntheticEvent<HTMLDialogElement>) => {
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    close();
  };
  return (
    <dialog
      ref={dialog}
      className={styles.sheet}
      aria-labelledby={labelledBy}
      onCancel={onCancel}
      closedby="any"
    >
      <div className={styles.content}>{shown && children(close)}</div>
    </dialog>
  );
}
