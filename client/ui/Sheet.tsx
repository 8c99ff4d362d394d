import { type ReactNode, type SyntheticEvent, useLayoutEffect, useRef } from 'react';
import styles from './Sheet.module.css';

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

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    document.getElementById(labelledBy)?.focus();
    return () => element?.close();
  }, [labelledBy]);

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
      <div className={styles.content}>{children(close)}</div>
    </dialog>
  );
}
