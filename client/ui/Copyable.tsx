import { Check, Copy, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Copyable.module.css';
import { COPY_WORDS, useCopy } from './useCopy.ts';

interface CopyableProps {
  /** what a press does, as a name for people: "Copy ID" */
  label: string;
  text: string;
  /** what is shown in place of the text, which it must contain */
  children?: ReactNode;
}

/** A text that is itself the button that copies it. */
export function Copyable({ label, text, children = text }: CopyableProps) {
  const { outcome, copy } = useCopy();
  const Icon = { ready: Copy, copied: Check, refused: TriangleAlert }[outcome];
  return (
    <>
      <button
        type="button"
        className={styles.copyable}
        aria-label={`${label} ${text}`}
        title={COPY_WORDS[outcome] || label}
        data-outcome={outcome}
        onClick={() => copy(text)}
      >
        <span className={styles.text}>{children}</span>
        <Icon size={12} aria-hidden className={styles.icon} />
      </button>
      <span role="status" className="visually-hidden">
        {COPY_WORDS[outcome]}
      </span>
    </>
  );
}
