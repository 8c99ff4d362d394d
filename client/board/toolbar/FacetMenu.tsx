import { Check, Minus } from 'lucide-react';
import { type Facet, NO_FACET } from '#contract/view/parameters.ts';
import { formatNumber } from '../../lib/number.ts';
import type { FacetCount } from '../../roster/question.ts';
import { Button } from '../../ui/Button.tsx';
import { Popover } from '../../ui/Popover.tsx';
import styles from './FacetMenu.module.css';
import { chooseValue, isChosen } from './facet.ts';

interface FacetMenuProps {
  label: string;
  facet: Facet;
  /** every value that occurs, "" for none, and how many conferences have it under the other filters */
  counts: () => readonly FacetCount[];
  onChange: (facet: Facet) => void;
}

/** Chooses values of one column, or rules them out, with the number of conferences that each would leave. */
export function FacetMenu({ label, facet, counts, onChange }: FacetMenuProps) {
  const active = facet.include.length + facet.exclude.length;
  return (
    <Popover label={label} hint="filter" badge={active > 0 && <span className={styles.badge}>{active}</span>}>
      {() => <Values label={label} facet={facet} counts={counts()} onChange={onChange} />}
    </Popover>
  );
}

function Values({
  label,
  facet,
  counts,
  onChange,
}: Omit<FacetMenuProps, 'counts'> & { counts: readonly FacetCount[] }) {
  const known = new Set(counts.map(({ value }) => value));
  const missing = [...facet.include, ...facet.exclude].filter((value) => !known.has(value));
  const values = [...counts, ...missing.map((value) => ({ value, count: 0 }))];
  return (
    <div className={styles.menu}>
      <ul>
        {values.map(({ value, count }) => (
          <li key={value} className={styles.value}>
            <button
              type="button"
              className={styles.include}
              aria-pressed={facet.include.includes(value)}
              onClick={() => onChange(chooseValue(facet, value, 'include'))}
            >
              <Check size={14} aria-hidden className={facet.include.includes(value) ? '' : styles.off} />
              <span className={styles.word}>{value || 'none'}</span>
              <span className={styles.count}>{formatNumber(count)}</span>
            </button>
            <button
              type="button"
              className={styles.exclude}
              aria-pressed={facet.exclude.includes(value)}
              aria-label={`All but ${value || 'none'}`}
              title={`All but ${value || 'none'}`}
              onClick={() => onChange(chooseValue(facet, value, 'exclude'))}
            >
              <Minus size={14} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {values.length === 0 && <p className={styles.none}>Nothing is loaded yet.</p>}
      {isChosen(facet) && (
        <Button look="plain" onClick={() => onChange(NO_FACET)}>
          Any {label.toLowerCase()}
        </Button>
      )}
    </div>
  );
}
