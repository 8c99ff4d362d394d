import { formatNumber } from '../lib/number.ts';
import styles from './MatchNote.module.css';
import type { RangeChange } from './rangeChange.ts';

interface MatchNoteProps {
  /** whether conferences without dates are in the list too */
  undated: boolean;
  /** how many conferences of the walk have no dates at all */
  undatedCount: number;
  onChange: (change: RangeChange) => void;
}

/** What the range leaves out without saying so, and the one press that brings it in. */
export function MatchNote({ undated, undatedCount, onChange }: MatchNoteProps) {
  if (undatedCount === 0) return null;
  const have = undatedCount === 1 ? 'conference has' : 'conferences have';
  return (
    <p className={styles.note}>
      {formatNumber(undatedCount)} {have} no dates at all{undated && ', and are listed too'}.{' '}
      <button type="button" className={styles.link} onClick={() => onChange({ undated: !undated })}>
        {undated ? 'Leave out' : 'Include'}
      </button>
    </p>
  );
}
