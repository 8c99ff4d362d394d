import { memo, useId } from 'react';
import type { View } from '#contract/view/view.ts';
import { MATCH_WORDS } from './describe.ts';
import styles from './MatchField.module.css';

type Match = View['match'];

const WAYS = [
  { match: 'overlaps', meaning: 'Conferences that touch the range at any moment' },
  { match: 'inside', meaning: 'Conferences that begin and end within the range' },
  { match: 'starts', meaning: 'Conferences that open within the range' },
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
          {MATCH_WORDS[way.match]}
        </label>
      ))}
    </div>
  );
});
