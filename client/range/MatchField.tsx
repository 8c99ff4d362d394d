import { memo, useId } from 'react';
import type { View } from '#contract/view/view.ts';
import styles from './MatchField.module.css';

type Match = View['match'];

const WAYS = [
  { match: 'overlaps', label: 'Any time in', meaning: 'Conferences that touch the range at any moment' },
  { match: 'inside', label: 'Wholly within', meaning: 'Conferences that begin and end within the range' },
  { match: 'starts', label: 'Starts in', meaning: 'Conferences that open within the range' },
] as const;

interface MatchFieldProps {
  match: Match;
  onChange: (change: { match: Match }) => void;
}

/** How conferences are held against the range. */
export const MatchField = memo(function MatchField({ match, onChange }: MatchFieldProps) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label="Match" className={styles.ways}>
      {WAYS.map((way) => (
        <label key={way.match} className={styles.way} title={way.meaning}>
          <input
            type="radio"
            className={styles.radio}
            name={name}
            checked={match === way.match}
            onChange={() => onChange({ match: way.match })}
          />
          {way.label}
        </label>
      ))}
    </div>
  );
});
