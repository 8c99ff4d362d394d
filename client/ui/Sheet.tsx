import { type ReactNode, type SyntheticEvent, useCallback, useLayoutEffect, useState } from 'react';
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
  /** the dialog once it is shown: only then has its content a size, and can scroll to where it should be */
  const [dialog, setDialog] = useState<HTMLDialogElement | null>(null);
  const show = useCallback((element: HTMLDialogElement) => {
    element.showModal();
    setDialog(element);
    return () => element.close();
  }, []);
  useHeldFocus(dialog, labelledBy);
  useLayoutEffect(() => {
    if (dialog !== null) document.getElementById(labelledBy)?.focus();
  }, [dialog, labelledBy]);

  const close = () => {
    dialog?.close();
    onClose();
  };
  const onCancel = (event: SyntheticEvent<HTMLDialogElement>) => {
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    close();
  };
  return (
    <dialog
      ref={show}
      className={styles.sheet}
      aria-labelledby={labelledBy}
      onCancel={onCancel}
      closedby="any"
    >
      <div className={styles.content}>{dialog !== null && children(close)}</div>
    </dialog>
  );
}
