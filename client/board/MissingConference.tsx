import type { ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import styles from './MissingConference.module.css';

interface MissingConferenceProps {
  id: string;
  /** why it is not shown: one of these cases, or a notice */
  why: keyof typeof WORDS | { notice: ReactNode };
  onClose: () => void;
}

const WORDS = {
  looking: 'Looking…',
  unknown: 'There is no such conference. It may have been deleted, or the link belongs to another space.',
  failed: 'It is not among the conferences loaded so far, and the rest cannot be had just now.',
} as const;

/** Stands where the drawer would, for a conference that cannot be shown: why, and its id. */
export function MissingConference({ id, why, onClose }: MissingConferenceProps) {
  return (
    <aside className={styles.missing} aria-label="Linked conference">
      <h2>Linked conference</h2>
      {typeof why === 'object' ? why.notice : <p role="status">{WORDS[why]}</p>}
      <p className={styles.id}>{id}</p>
      <Button onClick={onClose}>Close</Button>
    </aside>
  );
}
