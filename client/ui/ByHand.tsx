import { useCallback, useState } from 'react';
import { createPortal } from 'react-dom';
import { Button } from './Button.tsx';
import styles from './Copy.module.css';

interface ByHandProps {
  text: string;
  onClose: () => void;
}

/** A text for the reader to copy, selected, where the browser lets no page do it. */
export function ByHand({ text, onClose }: ByHandProps) {
  // A popover would close for a dialog outside of it, and what is in it would go.
  const [place] = useState(
    () => [...document.querySelectorAll('dialog[open], :popover-open')].at(-1) ?? document.body,
  );
  const show = useCallback((dialog: HTMLDialogElement) => {
    dialog.showModal();
    dialog.querySelector('textarea')?.select();
    return () => dialog.close();
  }, []);
  return createPortal(
    <dialog
      ref={show}
      aria-label="Copy by hand"
      className={styles.byHand}
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <p>The browser refused to copy. Here is the text, for you to copy:</p>
      <textarea readOnly rows={6} aria-label="Text" value={text} />
      <Button look="filled" onClick={onClose}>
        Close
      </Button>
    </dialog>,
    place,
  );
}
