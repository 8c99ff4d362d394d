import { STATUSES, type Status } from '../../roster/status.ts';
import type { Facet } from '../../view/parameters.ts';
import { StatusIcon } from '../StatusBadge.tsx';
import { STATUS_MEANINGS, STATUS_WORDS } from '../statusWords.ts';
import { chooseValue } from './facet.ts';
import styles from './StatusChips.module.css';

interface StatusChipsProps {
  facet: Facet;
  /** null before the first rows */
  counts: Readonly<Record<Status, number>> | null;
  /** whether the walk may still find more */
  partial: boolean;
  onChange: (facet: Facet) => void;
}

/** How many conferences have each status; a press shows only those, with Alt all but those. */
export function StatusChips({ facet, counts, partial, onChange }: StatusChipsProps) {
  return (
    <fieldset className={styles.chips}>
      <legend className="visually-hidden">Status</legend>
      {STATUSES.map((status) => {
        const count = counts?.[status].toLocaleString('en-GB') ?? '–';
        const unsure = partial && counts !== null;
        const excluded = facet.exclude.includes(status);
        return (
          <button
            key={status}
            type="button"
            className={styles.chip}
            data-excluded={excluded || undefined}
            aria-pressed={facet.include.includes(status)}
            title={`${STATUS_MEANINGS[status]}. With Alt: all but these.`}
            onClick={(event) => onChange(chooseValue(facet, status, event.altKey ? 'exclude' : 'include'))}
          >
            <span className={styles.word}>
              <StatusIcon status={status} size={13} />
              {STATUS_WORDS[status]}
              {excluded && <span className="visually-hidden"> (excluded)</span>}
            </span>{' '}
            <span className={styles.count}>
              {count}
              {unsure && <small> so far</small>}
            </span>
          </button>
        );
      })}
    </fieldset>
  );
}
