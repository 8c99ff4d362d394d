import { Button } from '../ui/Button.tsx';
import styles from './MissingConference.module.css';

interface MissingConferenceProps {
  id: string;
  kind: keyof typeof WORDS;
  onClose: () => void;
}

const WORDS = {
  looking: 'Looking…',
  unknown: 'There is no such conference. It may have been deleted, or the link belongs to another space.',
  unloaded:
    'The drawer could not be loaded: the board’s server does not answer, or it was updated meanwhile. Reload the page to try again.',
  failed: 'It is not among the conferences loaded so far, and the rest cannot be had just now.',
} as const;

/** Stands where the drawer would, for a conference that cannot be shown: why, and its id. */
export function MissingConference({ id, kind, onClose }: MissingConferenceProps) {
  return (
    <aside className={styles.missing} aria-label="Linked conference">
      <h2>Linked conference</h2>
      <p role="status">{WORDS[kind]}</p>
      <p className={styles.id}>{id}</p>
      <Button onClick={onClose}>Close</Button>
    </aside>
  );
}
