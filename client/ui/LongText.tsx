import { useState } from 'react';
import styles from './LongText.module.css';

/** Texts longer than this are cut until somebody asks for the rest. */
const SHOWN = 280;

/** A text of any length and direction, as people wrote it. */
export function LongText({ text }: { text: string }) {
  const [whole, setWhole] = useState(false);
  const cut = !whole && text.length > SHOWN;
  return (
    <div className={styles.long}>
      <p className={styles.text} dir="auto">
        {cut ? `${text.slice(0, SHOWN)}…` : text}
      </p>
      {cut && (
        <button type="button" className={styles.more} onClick={() => setWhole(true)}>
          Show all
        </button>
      )}
    </div>
  );
}
